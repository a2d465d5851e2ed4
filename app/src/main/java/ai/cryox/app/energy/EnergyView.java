package ai.cryox.app.energy;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What units draw, what that costs and what is saved. Read anew every five minutes, when a window
/// has ended. FX thread only.
public final class EnergyView implements Screen {
  private static final Duration UNNOTICED = Duration.ofMillis(300);

  private final ScreenContext context;
  private final Messages messages;
  private final EnergyWords words;
  private final EnergyModel model = new EnergyModel();
  private final Choice<EnergyPeriod> period;
  private final FacilityMenu facility;
  private final EnergyChart chart;
  private final ObservableList<EnergyRow> rows = FXCollections.observableArrayList();
  private final TableView<EnergyRow> table = new TableView<>(rows);
  private final Label placeholder = Nodes.label("", "empty-note");
  private final Label totals = Nodes.label("", "bold");
  private final Label charted = Nodes.label("", "panel-title");
  private final Label progress = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private Instant begun = Instant.MIN;
  private final Button tariff;
  private boolean dirty;
  private boolean anew = true;
  private int readingBook;
  private @Nullable String chosenUnit;
  private boolean showing;

  /// A page not yet filled.
  public EnergyView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new EnergyWords(context.units());
    period =
        new Choice<>(
            "energy-period",
            List.of(EnergyPeriod.values()),
            one -> messages.of("energyPeriod", one),
            _ -> readAnew());
    facility = new FacilityMenu(context.units(), this::readAnew);
    tariff = button("energy.tariff", "T", this::askTariff);
    // What it costs so far stands in the card: not before that is known.
    tariff.setDisable(true);
    chart = new EnergyChart(context.units(), context.palette());
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setCenter(body());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node bar() {
    totals.setId("energy-totals");
    totals.setWrapText(true);
    progress.setId("energy-progress");
    Button baseline = button("energy.choose", "B", this::chooseBaseline);
    Button remove = button("energy.removeBaseline", "R", this::removeBaseline);
    Button trend = button("energy.trend", "G", this::showTrend);
    Button numbers = button("energy.numbers", "X", this::askFile);
    var row =
        Nodes.flow(
            Nodes.label(messages.text("nav.energy"), "page-title"),
            period.node(),
            facility.node(),
            tariff,
            baseline,
            remove,
            trend,
            numbers,
            progress);
    VBox bar = new VBox(8, row, totals);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private Button button(String key, String shortcut, Runnable action) {
    Button button = Nodes.button(messages.text(key), shortcut, action);
    button.setId(key.replace('.', '-'));
    return button;
  }

  private Node body() {
    table.setId("energy");
    table.setFixedCellSize(36);
    table.setAccessibleText(messages.text("nav.energy"));
    placeholder.setWrapText(true);
    table.setPlaceholder(placeholder);
    column("energy.unit", 190, row -> row.device().name());
    column("energy.facility", 130, row -> context.units().place(row.device().facilityId()));
    column("energy.power", 90, row -> words.watts(row.energy().watts()));
    column("energy.drawn", 100, row -> words.energy(row.energy().kilowattHours()));
    column("energy.perDay", 100, row -> words.energy(row.energy().kilowattHoursPerDay()));
    column("energy.efficiency", 90, words::efficiency);
    column("energy.cost", 110, words::cost);
    column("energy.baseline", 90, words::baseline);
    column("energy.savedColumn", 150, words::saved);
    column("energy.said", 90, row -> words.share(row.energy().share()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> selected(row));
    VBox panel = new VBox(4, charted, chart.node());
    panel.getStyleClass().add("panel");
    BorderPane body = new BorderPane(table);
    body.setBottom(panel);
    BorderPane.setMargin(panel, new Insets(12, 0, 0, 0));
    return body;
  }

  private void column(String key, double width, Function<EnergyRow, String> cell) {
    TableColumn<EnergyRow, String> column = new TableColumn<>(messages.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
    table.getColumns().add(column);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case T -> tariff.fire();
      case B -> chooseBaseline();
      case R -> removeBaseline();
      case G -> showTrend();
      case X -> askFile();
      case ENTER -> openDevice();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private @Nullable EnergyRow selected() {
    return table.getSelectionModel().getSelectedItem();
  }

  private void selected(@Nullable EnergyRow row) {
    if (!showing) {
      chosenUnit = row == null ? null : row.device().deviceId();
      draw();
    }
  }

  private void openDevice() {
    EnergyRow row = selected();
    if (row != null) {
      context.frame().go(new Destination.OneDevice(row.device().deviceId()));
    }
  }

  private void showTrend() {
    EnergyRow row = selected();
    if (row != null) {
      context.frame().go(new Destination.Trends(row.device().deviceId(), Quantity.POWER, null));
    }
  }

  private void askTariff() {
    String chosen = facility.chosen();
    String where = chosen == null ? "" : chosen;
    new TariffCard(context, where, model.book().tariff(where), this::readBook).open();
  }

  /// The period that is shown becomes what the selected unit is compared with.
  private void chooseBaseline() {
    EnergyRow row = selected();
    if (row == null) {
      context.frame().say(messages.text("energy.selectFirst"));
      return;
    }
    String id = row.device().deviceId();
    Instant from = model.from();
    Instant until = model.until();
    context
        .background()
        .call(
            () -> context.session().energy().chooseBaseline(id, from, until),
            chosen -> {
              context
                  .frame()
                  .say(
                      messages.text(
                          "energy.chosen", row.device().name(), words.watts(chosen.watts())));
              readBook();
            },
            context.frame()::say);
  }

  private void removeBaseline() {
    EnergyRow row = selected();
    if (row == null || row.baseline() == null) {
      return;
    }
    context
        .background()
        .call(
            () -> {
              context.session().energy().removeBaseline(row.device().deviceId());
              return true;
            },
            _ -> readBook(),
            context.frame()::say);
  }

  private void askFile() {
    Path file =
        new SaveDialog(messages.text("energy.numbers"), "energy-figures.csv")
            .kind("CSV", "csv")
            .ask(root.getScene().getWindow());
    if (file != null) {
      save(file);
    }
  }

  private void save(Path file) {
    List<EnergyRow> all = List.copyOf(rows);
    Instant from = model.from();
    Instant until = model.until();
    context
        .background()
        .call(
            () -> {
              try {
                EnergyFile.write(all, from, until, file);
                return messages.text("energy.written", all.size(), file.toString());
              } catch (UncheckedIOException failed) {
                return messages.text(
                    "trends.notSaved", file.toString(), String.valueOf(failed.getMessage()));
              }
            },
            context.frame()::say,
            context.frame()::say);
  }

  private void tick(LiveSnapshot snapshot, Instant now) {
    facility.offer(snapshot);
    if (!now.isBefore(model.until().plus(UnitEnergy.WINDOW.multipliedBy(2)))) {
      read();
    }
    if (dirty && (anew || model.waiting() == 0)) {
      // Hundreds of units answer one after the other: shown once a beat.
      dirty = false;
      anew &= model.waiting() > 0;
      show();
    }
    boolean slow = model.waiting() > 0 && Duration.between(begun, now).compareTo(UNNOTICED) > 0;
    progress.setText(
        slow
            ? messages.text("trends.readingSome", model.asked() - model.waiting(), model.asked())
            : "");
  }

  private void readAnew() {
    anew = true;
    read();
  }

  private void read() {
    Instant now = context.clock().instant();
    begun = now;
    dirty = false;
    LiveSnapshot snapshot = context.session().live().latest();
    List<EnergyModel.Wanted> wanted =
        model.begin(snapshot, facility.chosen(), period.chosen(), now);
    readBook();
    if (anew || wanted.isEmpty()) {
      show();
    }
    for (EnergyModel.Wanted one : wanted) {
      context
          .background()
          .call(
              () -> java.util.Optional.ofNullable(model.read(context.session(), one)),
              energy -> {
                dirty |= model.accept(one, energy.orElse(null));
              },
              trouble -> {
                if (model.failed(one)) {
                  placeholder.setText(trouble);
                  context.frame().say(trouble);
                }
              });
    }
  }

  private void readBook() {
    int mine = ++readingBook;
    context
        .background()
        .call(
            () -> context.session().energy().book(),
            (EnergyBook book) -> {
              if (mine == readingBook) {
                tariff.setDisable(false);
                model.decided(book);
                dirty = true;
              }
            },
            context.frame()::say);
  }

  private void show() {
    List<EnergyRow> known =
        model.rows().stream()
            .filter(row -> row.energy().isKnown())
            .sorted(
                Comparator.comparingDouble((EnergyRow row) -> -row.energy().watts())
                    .thenComparing(row -> row.device().deviceId()))
            .toList();
    showing = true;
    if (!known.equals(rows)) {
      rows.setAll(known);
    }
    placeholder.setText(
        messages.text(model.waiting() > 0 ? "trends.reading" : "energy.nobodySays"));
    totals.setText(known.isEmpty() ? "" : words.totals(EnergyTotals.of(known)));
    int index =
        chosenUnit == null
            ? -1
            : known.stream().map(row -> row.device().deviceId()).toList().indexOf(chosenUnit);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
    } else {
      table.getSelectionModel().clearSelection();
    }
    showing = false;
    draw();
  }

  private void draw() {
    EnergyRow row = selected();
    double[] bars =
        row == null
            ? UnitEnergy.together(
                rows.stream().map(EnergyRow::energy).toList(), model.period().bars())
            : row.energy().bars();
    String name = row == null ? messages.text("energy.together") : row.device().name();
    String title =
        messages.text("energy.chart", name, context.units().duration(model.period().bar()));
    charted.setText(title);
    chart.show(
        bars,
        row == null || row.baseline() == null ? Double.NaN : row.baseline().watts(),
        model.from(),
        model.period(),
        title);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    facility.offer(context.session().live().latest());
    readAnew();
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
    model.cancel();
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
