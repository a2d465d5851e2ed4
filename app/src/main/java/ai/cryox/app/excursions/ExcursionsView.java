package ai.cryox.app.excursions;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.Span;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// When goods were out of range, newest first. Read anew every half minute, since what lasts grows.
/// FX thread only.
public final class ExcursionsView implements Screen {
  private static final int PAGE = 500;
  private static final Duration AROUND = Duration.ofHours(12);
  private static final Duration FRESH = Duration.ofSeconds(30);

  /// Px: moments, names and temperatures, whole.
  private static final double LEAST_LIST = 620;

  /// Px of the list.
  private static final double ROOM_FOR_BEYOND = 660;

  private final ScreenContext context;
  private final Messages messages;
  private final ExcursionWords words;
  private final Choice<Span> span;
  private final FacilityMenu facility;
  private final FactPanel facts = new FactPanel("excursion-facts");
  private final Label placeholder = Nodes.empty("");
  private final WordTable<Excursion> table;
  private final Label count = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private Instant readAt = Instant.MIN;
  private boolean waits;
  private int reading;
  private final Refilled<Excursion> list;

  /// What people wrote of the one that is selected; `null` until that is known.
  private @Nullable List<CapaNote> judged;

  /// A list not yet filled.
  public ExcursionsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new ExcursionWords(context.units());
    span =
        new Choice<>(
            "excursion-span", List.of(Span.values()), one -> messages.of("span", one), _ -> read());
    span.choose(Span.WEEK);
    facility = new FacilityMenu(context.units(), this::read);
    table = new WordTable<>(messages, "excursions", "nav.excursions", placeholder);
    list = new Refilled<>(table, Excursion::excursionId, this::showFacts);
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setCenter(list());
    root.setRight(facts.node());
    BorderPane.setMargin(facts.node(), new Insets(0, 0, 0, 16));
  }

  private Node bar() {
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("nav.excursions"), "page-title"),
            span.node(),
            count,
            Nodes.spacer(),
            facility.node());
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private Node list() {
    table.setMinWidth(LEAST_LIST);
    table.column("excursions.start", 90, one -> words.start(one, context.clock().instant()));
    table.column("excursions.device", 130, one -> words.device(one, snapshot()));
    table.column("excursions.condition", 98, words::condition);
    table.column("excursions.limit", 70, words::limit);
    table.column("excursions.peak", 68, words::peak);
    // In a small window how long it lasted says nearly the same, and the facts say it whole.
    table
        .column("excursions.beyond", 84, words::beyond)
        .visibleProperty()
        .bind(table.widthProperty().greaterThan(ROOM_FOR_BEYOND));
    table.column("excursions.duration", 134, words::duration);
    table.setOnKeyPressed(event -> {
      Excursion selected = table.selected();
      if (event.getCode() == KeyCode.ENTER && selected != null) {
        openDevice(selected);
        event.consume();
      } else if (event.getCode() == KeyCode.G && selected != null) {
        showTrend(selected);
        event.consume();
      } else if (event.getCode() == KeyCode.D && selected != null) {
        openDossier(selected);
        event.consume();
      } else if (event.getCode() == KeyCode.C && selected != null) {
        judge(selected);
        event.consume();
      }
    });
    return table;
  }

  private void showFacts(@Nullable Excursion row) {
    judged = null;
    if (row == null) {
      facts.show(List.of());
      return;
    }
    Button open =
        Nodes.button(
            messages.text("excursions.open"), messages.key("Enter"), () -> openDevice(row));
    Button trend = Nodes.button(messages.text("action.trend"), "G", () -> showTrend(row));
    trend.setId("excursion-trend");
    Button dossier = Nodes.button(messages.text("excursions.dossier"), "D", () -> openDossier(row));
    dossier.setId("excursion-dossier");
    Button judge = Nodes.button(messages.text("capa.write"), "C", () -> judge(row));
    judge.setId("excursion-capa");
    judge.setVisible(mayJudge(row));
    judge.setManaged(judge.isVisible());
    // The next version begins with the newest: not before that is known.
    judge.setDisable(true);
    Node buttons = Nodes.flow(open, trend, dossier, judge);
    facts.show(words.facts(row, snapshot()), buttons);
    if (hasNotes()) {
      context
          .background()
          .call(
              () -> context.session().notebook().capa(row.deviceId()),
              notes -> {
                judge.setDisable(false);
                showJudged(row, notes, buttons);
              },
              context.frame()::say);
    }
  }

  private boolean hasNotes() {
    return context.session().features().contains(Feature.NOTEBOOK);
  }

  private boolean mayJudge(Excursion row) {
    return hasNotes()
        && context.session().who().grants().may(Action.JUDGE_EXCURSION, row.facilityId());
  }

  /// What people wrote of it stands below what was measured.
  private void showJudged(Excursion row, List<CapaNote> notes, Node buttons) {
    if (row.equals(table.selected())) {
      List<CapaNote> found = CapaNote.of(row, notes);
      judged = found;
      List<FactPanel.Fact> all = new ArrayList<>(words.facts(row, snapshot()));
      all.addAll(new CapaFacts(context.units()).of(found));
      facts.show(all, buttons);
    }
  }

  private void judge(Excursion row) {
    List<CapaNote> known = judged;
    if (mayJudge(row) && known != null) {
      new CapaCard(
              context,
              row,
              known,
              written -> {
                context.frame().say(messages.text("capa.written", written.version()));
                if (row.equals(table.selected())) {
                  showFacts(row);
                }
              })
          .open();
    }
  }

  private void showTrend(Excursion row) {
    context.frame().go(new Destination.Trends(row.deviceId(), null, row.start()));
  }

  private void openDevice(Excursion row) {
    context.frame().go(new Destination.OneDevice(row.deviceId()));
  }

  /// A day around it, so that what led to it is seen.
  private void openDossier(Excursion row) {
    Instant end = row.end();
    Instant now = context.clock().instant();
    context
        .frame()
        .go(
            new Destination.Reports(
                new Destination.Wanted(
                    ReportKind.EXCURSION,
                    row.facilityId(),
                    row.deviceId(),
                    row.start().minus(AROUND),
                    (end == null ? now : end).plus(AROUND))));
  }

  private LiveSnapshot snapshot() {
    return context.session().live().latest();
  }

  private void tick(LiveSnapshot snapshot, Instant now) {
    facility.offer(snapshot);
    // Asked again before the answer came, a slow backend would never be heard.
    if (!waits && !now.isBefore(readAt.plus(FRESH))) {
      read();
    }
  }

  private void read() {
    Instant now = context.clock().instant();
    readAt = now;
    waits = true;
    int mine = ++reading;
    ExcursionQuery query =
        new ExcursionQuery(facility.chosen(), null, span.chosen().from(now), now.plusMillis(1));
    if (table.getItems().isEmpty()) {
      placeholder.setText(messages.text("excursions.reading"));
    }
    context
        .background()
        .call(
            () -> context.session().excursions(query, PageRequest.first(PAGE)),
            page -> {
              if (mine == reading) {
                waits = false;
                show(page);
              }
            },
            trouble -> {
              if (mine == reading) {
                waits = false;
                placeholder.setText(trouble);
                context.frame().say(trouble);
              }
            });
  }

  private void show(Page<Excursion> page) {
    table
        .getColumns()
        .getFirst()
        .setText(
            context.units().inZone(messages.text("excursions.start"), context.clock().instant()));
    list.fill(page.items());
    placeholder.setText(messages.text("excursions.none"));
    boolean whole = page.continuationToken() == null;
    count.setText(
        messages.text(
            whole ? "excursions.count" : "excursions.countMore", table.getItems().size()));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    readAt = Instant.MIN;
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
