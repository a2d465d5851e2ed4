package ai.cryox.app.calibrations;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Action;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The calibration register: what holds of each device, the next due first, or everything that was
/// ever entered. FX thread only.
public final class CalibrationsView implements Screen {
  private final ScreenContext context;
  private final Messages messages;
  private final CalibrationWords words;
  private final Choice<Part> part;
  private final FactPanel facts = new FactPanel("calibration-facts");
  private final Label placeholder = Nodes.empty("");
  private final WordTable<Calibration> table;
  private final Label count = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final Refilled<Calibration> list;
  private List<Calibration> all = List.of();
  private int reading;

  /// What of the register is shown.
  enum Part {
    /// The newest entry of each device.
    NEWEST,
    /// Those of them that are due within three months.
    DUE,
    /// Everything.
    ALL
  }

  /// A list not yet filled.
  public CalibrationsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new CalibrationWords(context.units());
    part =
        new Choice<>(
            "calibration-part",
            List.of(Part.values()),
            one -> messages.of("calibrationpart", one),
            _ -> show());
    table = new WordTable<>(messages, "calibrations", "nav.calibrations", placeholder);
    list = new Refilled<>(table, entry -> entry, this::showFacts);
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setCenter(list());
    root.setRight(facts.node());
    BorderPane.setMargin(facts.node(), new Insets(0, 0, 0, 16));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node bar() {
    Button enter = Nodes.button(messages.text("calibrations.new"), "N", this::enter);
    enter.setId("calibration-new");
    enter.setVisible(context.session().who().grants().maySomewhere(Action.CALIBRATE));
    enter.setManaged(enter.isVisible());
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("nav.calibrations"), "page-title"),
            part.node(),
            count,
            Nodes.spacer(),
            enter);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private Node list() {
    table.column("calibrations.device", 200, one -> words.device(one, snapshot()));
    table.column("calibrations.certificate", 160, Calibration::certificate);
    table.column("calibrations.on", 110, one -> one.calibratedOn().toString());
    table.column("calibrations.due", 110, one -> one.dueOn().toString());
    table.column("calibrations.state", 150, one -> words.due(one, today()));
    table.column("calibrations.correction", 220, words::correction);
    return table;
  }

  private LiveSnapshot snapshot() {
    return context.session().live().latest();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(context.clock().instant(), context.units().zone());
  }

  private void showFacts(@Nullable Calibration row) {
    facts.show(row == null ? List.of() : words.facts(row, snapshot(), today()));
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
      return;
    }
    if (event.getCode() == KeyCode.N) {
      enter();
      event.consume();
    }
  }

  private void enter() {
    if (context.session().who().grants().maySomewhere(Action.CALIBRATE)) {
      Calibration row = table.selected();
      new EnterCard(context, this::entered).open(row == null ? null : row.deviceId());
    }
  }

  private void entered(String deviceId) {
    context.frame().say(messages.text("calibrations.done", deviceId));
    read();
  }

  private void read() {
    int mine = ++reading;
    placeholder.setText(messages.text("calibrations.reading"));
    context
        .background()
        .call(
            () -> context.session().calibrations(null),
            entries -> {
              if (mine == reading) {
                all = entries;
                show();
              }
            },
            trouble -> {
              placeholder.setText(trouble);
              context.frame().say(trouble);
            });
  }

  private void show() {
    list.fill(shown());
    placeholder.setText(messages.text("calibrations.none"));
    count.setText(messages.text("calibrations.count", table.getItems().size()));
  }

  private List<Calibration> shown() {
    if (part.chosen() == Part.ALL) {
      return all.reversed();
    }
    Map<String, Calibration> newest = new LinkedHashMap<>();
    all.forEach(entry -> newest.put(entry.deviceId(), entry));
    return newest.values().stream()
        .filter(
            entry -> part.chosen() == Part.NEWEST || entry.due(today()) != Calibration.Due.LATER)
        .sorted(Comparator.comparing(Calibration::dueOn).thenComparing(Calibration::deviceId))
        .toList();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    read();
  }

  @Override
  public void detach() {
    // It follows nothing: the register changes by hand.
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
