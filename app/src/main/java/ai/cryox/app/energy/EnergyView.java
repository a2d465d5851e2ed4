package ai.cryox.app.energy;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

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
  private final EnergyTable table;
  private final EnergyBaselines baselines;
  private final EnergyExport export;
  private final Label totals = Nodes.label("", "bold");
  private final Label charted = Nodes.label("", "panel-title");
  private final Label progress = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private final Button tariff;
  private Instant begun = Instant.MIN;
  private boolean dirty;
  private boolean anew = true;
  private int readingBook;

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
    table = new EnergyTable(words, this::draw);
    baselines = new EnergyBaselines(context, words, this::readBook);
    export = new EnergyExport(context);
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
    Button numbers = button("energy.numbers", "X", this::saveNumbers);
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
    VBox panel = new VBox(4, charted, chart.node());
    panel.getStyleClass().add("panel");
    panel.managedProperty().bind(panel.visibleProperty());
    // An axis without a unit would say that nothing is drawn; nobody knows.
    panel.visibleProperty().bind(Bindings.isNotEmpty(table.node().getItems()));
    BorderPane body = new BorderPane(table.node());
    body.setBottom(panel);
    BorderPane.setMargin(panel, new Insets(12, 0, 0, 0));
    return body;
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
      case X -> saveNumbers();
      case ENTER -> openDevice();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openDevice() {
    EnergyRow row = table.selected();
    if (row != null) {
      context.frame().go(new Destination.OneDevice(row.device().deviceId()));
    }
  }

  private void showTrend() {
    EnergyRow row = table.selected();
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
    baselines.choose(table.selected(), model.from(), model.until());
  }

  private void removeBaseline() {
    baselines.remove(table.selected());
  }

  private void saveNumbers() {
    export.save(table.rows(), model.from(), model.until(), root.getScene().getWindow());
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
              () -> Optional.ofNullable(model.read(context.session(), one)),
              energy -> {
                dirty |= model.accept(one, energy.orElse(null));
              },
              trouble -> {
                if (model.failed(one)) {
                  table.say(trouble);
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
    table.show(model.rows());
    table.say(messages.text(model.waiting() > 0 ? "trends.reading" : "energy.nobodySays"));
    List<EnergyRow> shown = table.rows();
    totals.setText(shown.isEmpty() ? "" : words.totals(EnergyTotals.of(shown)));
    draw();
  }

  private void draw() {
    EnergyRow row = table.selected();
    double[] bars =
        row == null
            ? UnitEnergy.together(
                table.rows().stream().map(EnergyRow::energy).toList(), model.period().bars())
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
    table.node().requestFocus();
  }
}
