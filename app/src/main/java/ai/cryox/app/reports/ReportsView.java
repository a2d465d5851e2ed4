package ai.cryox.app.reports;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.reports.Period.Stretch;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The archive of reports, newest first, with the pages of the one that is selected. FX thread
/// only.
public final class ReportsView implements Screen {
  private static final int PAGE = 500;
  private static final double LIST_WIDTH = 740;

  /// Px: the number, the state and the kind, whole.
  private static final double LEAST_LIST = 452;

  private static final double ROOM_FOR_ALL = 560;
  private static final int ALWAYS_SHOWN = 3;

  private final ScreenContext context;
  private final Messages messages;
  private final ReportWords words;
  private final ReportDeeds deeds;
  private final Choice<Shelf> shelf;
  private final FacilityMenu facility;
  private final FactPanel facts = new FactPanel("report-facts");
  private final PagePreview preview;
  private final Label placeholder = Nodes.empty("");
  private final WordTable<StoredReport> table;
  private final Label count = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final Button letterhead;
  private final LiveView follower = (snapshot, _) -> facilities(snapshot);
  private final Refilled<StoredReport> list;
  private @Nullable String toSelect;
  private int reading;

  /// Which part of the archive is shown.
  enum Shelf {
    ALL(null),
    DRAFT(ReportState.DRAFT),
    REVIEWED(ReportState.REVIEWED),
    APPROVED(ReportState.APPROVED);

    private final @Nullable ReportState state;

    Shelf(@Nullable ReportState state) {
      this.state = state;
    }
  }

  /// A list not yet filled.
  public ReportsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new ReportWords(context.units());
    deeds = new ReportDeeds(context, this::changed);
    shelf =
        new Choice<>(
            "report-shelf",
            List.of(Shelf.values()),
            one -> messages.of("reportshelf", one),
            _ -> read());
    facility = new FacilityMenu(context.units(), this::read);
    preview = new PagePreview(context);
    table = new WordTable<>(messages, "reports", "nav.reports", placeholder);
    list = new Refilled<>(table, StoredReport::reportId, this::choose);
    letterhead = letterhead();
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setCenter(middle());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node bar() {
    Button make = Nodes.button(messages.text("reports.new"), "N", this::order);
    make.setId("report-new");
    make.setVisible(context.session().who().grants().maySomewhere(Action.MAKE_REPORT));
    make.setManaged(make.isVisible());
    Button schedules =
        Nodes.button(
            messages.text("schedule.title.short"),
            "T",
            () -> ScheduleCard.open(context, this::reveal));
    schedules.setId("report-schedules");
    schedules.setVisible(ScheduleCard.isThere(context));
    schedules.setManaged(schedules.isVisible());
    var bar =
        Nodes.flow(
            Nodes.label(messages.text("nav.reports"), "page-title"),
            shelf.node(),
            count,
            facility.node(),
            make,
            schedules,
            letterhead);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private Button letterhead() {
    Button button =
        Nodes.button(
            messages.text("letterhead.open"),
            "L",
            () -> new LetterheadCard(context).open(mine(), facility.chosen()));
    button.setId("letterhead");
    button.setTooltip(new Tooltip(messages.text("letterhead.whyOpen")));
    button.setVisible(context.session().who().grants().maySomewhere(Action.SET_UP_REPORTS));
    button.setManaged(button.isVisible());
    return button;
  }

  /// Whose letterhead may be changed here.
  private List<String> mine() {
    return snapshot().devices().stream()
        .map(live -> live.device().facilityId())
        .distinct()
        .filter(id -> context.session().who().grants().may(Action.SET_UP_REPORTS, id))
        .sorted()
        .toList();
  }

  private Node middle() {
    table.column("reports.number", 200, StoredReport::reportId);
    // Its end tells one from the next.
    table.getColumns().getFirst().setMinWidth(200);
    table.getColumns().getFirst().setMaxWidth(200);
    table.column("reports.state", 72, words::state);
    table.getColumns().getLast().setMinWidth(72);
    table.getColumns().getLast().setMaxWidth(84);
    table.column("reports.kind", 190, words::kind);
    table.column("reports.about", 140, one -> words.about(one, snapshot()));
    table.column("reports.made", 100, one -> words.made(one, context.clock().instant()));
    table.setPrefWidth(LIST_WIDTH);
    table.setMinWidth(LEAST_LIST);
    table.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    HBox.setHgrow(preview.node(), Priority.ALWAYS);
    display(null);
    HBox middle = new HBox(16, table, facts.node(), preview.node());
    return middle;
  }

  /// A narrow list leaves out what stands beside it anyway, before every word is cut off.
  private void fit(double width) {
    List<TableColumn<StoredReport, ?>> columns = table.getColumns();
    columns
        .subList(ALWAYS_SHOWN, columns.size())
        .forEach(column -> column.setVisible(width >= ROOM_FOR_ALL));
  }

  /// Whoever chose another one meanwhile is not taken away from it.
  private void choose(@Nullable StoredReport row) {
    toSelect = null;
    display(row);
  }

  /// Without a report to show the list has all the room.
  private void display(@Nullable StoredReport row) {
    HBox.setHgrow(table, row == null ? Priority.ALWAYS : Priority.SOMETIMES);
    preview.node().setVisible(row != null);
    preview.node().setManaged(row != null);
    if (row == null) {
      facts.show(List.of());
      preview.clear("");
      return;
    }
    facts.show(words.facts(row, snapshot()), deeds.buttons(row));
    if (row.isMade()) {
      preview.show(row);
    } else {
      preview.clear(messages.text("reports.noPages"));
    }
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    StoredReport row = table.selected();
    boolean taken =
        switch (event.getCode()) {
          case N -> done(this::order);
          case T -> done(() -> ScheduleCard.open(context, this::reveal));
          case L -> letterhead.isVisible() && done(letterhead::fire);
          case PAGE_UP -> done(() -> preview.turn(-1));
          case PAGE_DOWN -> done(() -> preview.turn(1));
          case R -> row != null && done(() -> deeds.sign(row, ReportStep.REVIEW));
          case A -> row != null && done(() -> deeds.sign(row, ReportStep.APPROVE));
          case J -> row != null && done(() -> deeds.sign(row, ReportStep.REJECT));
          case W -> row != null && done(() -> deeds.sign(row, ReportStep.WITHDRAW));
          case C -> row != null && done(() -> deeds.correct(row));
          case X -> row != null && done(() -> deeds.export(row));
          default -> false;
        };
    if (taken) {
      event.consume();
    }
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }

  private void order() {
    card().open(ReportKind.PERIOD, facility.chosen(), null);
  }

  private NewReportCard card() {
    return new NewReportCard(context, this::make);
  }

  private void make(ReportOrder order) {
    new MakingCard(context, this::changed)
        .run(watch -> context.session().reports().make(order, watch));
  }

  private void changed(StoredReport report) {
    context.frame().say(messages.text("reports.now", report.reportId(), words.state(report)));
    reveal(report);
  }

  /// Selects a report of the archive, whatever was left out of the list.
  private void reveal(StoredReport report) {
    toSelect = report.reportId();
    if (shelf.chosen().state != null && shelf.chosen().state != report.state()) {
      shelf.choose(Shelf.ALL);
    }
    if (!report.facilityId().equals(facility.chosen())) {
      facility.chooseAll();
    }
    read();
  }

  private LiveSnapshot snapshot() {
    return context.session().live().latest();
  }

  private void facilities(LiveSnapshot snapshot) {
    facility.offer(snapshot);
  }

  private void read() {
    int mine = ++reading;
    ReportQuery query = new ReportQuery(facility.chosen(), shelf.chosen().state, null, null);
    if (table.getItems().isEmpty()) {
      placeholder.setText(messages.text("reports.reading"));
    }
    context
        .background()
        .call(
            () -> context.session().reports().list(query, PageRequest.first(PAGE)),
            page -> {
              if (mine == reading) {
                show(page);
              }
            },
            trouble -> {
              if (mine == reading) {
                placeholder.setText(trouble);
                context.frame().say(trouble);
              }
            });
  }

  private void show(Page<StoredReport> page) {
    String wanted = toSelect;
    toSelect = null;
    if (wanted == null) {
      list.fill(page.items());
    } else {
      list.fill(page.items(), wanted);
      table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex()));
    }
    placeholder.setText(messages.text("reports.none"));
    boolean whole = page.continuationToken() == null;
    count.setText(
        messages.text(whole ? "reports.count" : "reports.countMore", table.getItems().size()));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
    read();
    if (destination instanceof Destination.Reports reports) {
      Destination.Wanted wanted = reports.wanted();
      if (wanted != null) {
        card()
            .open(
                wanted.kind(),
                wanted.facilityId(),
                wanted.deviceId(),
                new Stretch(wanted.from(), until(wanted.until())));
      }
    }
  }

  private Instant until(Instant wanted) {
    Instant now = context.clock().instant();
    return wanted.isAfter(now) ? now : wanted;
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
    preview.rest();
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
