package ai.cryox.app.start;

import ai.cryox.app.callouts.CalloutsView;
import ai.cryox.app.fx.LiveView;
import ai.cryox.app.people.PeopleView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.seat.Seats;
import ai.cryox.app.text.Messages;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// From an empty data folder to live values, in steps that can be left out and taken up later: what
/// is done is read from the backend itself. FX thread only.
public final class FirstStepsView implements Screen {
  private static final double WIDTH = 920;

  private final ScreenContext context;
  private final Messages messages;
  private final @Nullable Seats seats;
  private final Workshop workshop;
  private final FacilityStep facility;
  private final SensorStep sensor;
  private final Label administrator = Nodes.label("", "card-text");
  private final Button makeAdministrator;
  private final Label reading = Nodes.label("", "card-text");
  private final Button overview;
  private final Button drill;
  private final Button sample;
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::show;

  /// Steps not yet looked at.
  public FirstStepsView(ScreenContext context, @Nullable Seats seats, Workshop workshop) {
    this.context = context;
    this.messages = context.messages();
    this.seats = seats;
    this.workshop = workshop;
    sensor = new SensorStep(context, () -> {});
    facility = new FacilityStep(context, sensor::at);
    makeAdministrator =
        button("start-administrator", "start.makeAdministrator", this::makeAdministrator);
    overview =
        button("start-overview", "start.toOverview", () -> go(new Destination.Overview(null)));
    Button callouts =
        button("start-callouts", "start.toCallouts", () -> go(new Destination.Callouts()));
    drill = button("start-drill", "start.drill", () -> CalloutsView.drill(context));
    sample = button("start-sample", "start.sample", this::loadSample);
    administrator.setId("start-administrator-state");
    reading.setId("start-reading");
    VBox steps =
        new VBox(
            16,
            Nodes.row(
                12,
                Nodes.label(messages.text("start.title"), "page-title"),
                Nodes.spacer(),
                sample),
            wrapped(Nodes.label(messages.text("start.text"), "muted")),
            step("start.step1", wrapped(administrator), row(makeAdministrator)),
            step("start.step2", facility.node()),
            step("start.step3", sensor.node(), Nodes.row(8, Nodes.spacer(), sensor.addButton())),
            step("start.step4", wrapped(reading), row(overview)),
            step(
                "start.step5",
                wrapped(Nodes.label(messages.text("start.calloutsText"), "card-text")),
                row(callouts, drill)));
    steps.setPadding(new Insets(16, 20, 12, 16));
    steps.setMaxWidth(WIDTH);
    root.setCenter(Nodes.scroll(steps));
  }

  private Button button(String id, String key, Runnable action) {
    Button button = Nodes.button(messages.text(key), "", action);
    button.setId(id);
    return button;
  }

  private void go(Destination destination) {
    context.frame().go(destination);
  }

  private static Node row(Node... buttons) {
    return Nodes.row(8, buttons);
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node step(String title, Node... content) {
    VBox step = new VBox(10, Nodes.label(messages.text(title), "panel-title"));
    step.getChildren().addAll(content);
    step.getStyleClass().add("panel");
    return step;
  }

  private void makeAdministrator() {
    PeopleView.addFirst(context, account -> context.pulse().beatNow());
  }

  private void loadSample() {
    sample.setDisable(true);
    context
        .background()
        .call(
            () -> {
              workshop.loadSample(context.session());
              return true;
            },
            _ -> {
              context.frame().say(messages.text("start.sampleRuns"));
              if (root.getScene() == null) {
                // Whoever looks at something else by now goes on doing so.
                return;
              }
              go(new Destination.Overview(null));
            },
            sentence -> {
              sample.setDisable(false);
              context.frame().say(sentence);
            });
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    boolean asks = seats != null && seats.asks();
    boolean known = asks || (seats != null && seats.isSignedIn());
    administrator.setText(
        messages.text(
            asks
                ? "start.signInNow"
                : known ? "start.administratorThere" : "start.administratorText"));
    makeAdministrator.setVisible(!known);
    makeAdministrator.setManaged(!known);
    DeviceLive newest =
        snapshot.devices().stream()
            .filter(one -> one.newest() != null)
            .max(Comparator.comparing(FirstStepsView::heardAt))
            .orElse(null);
    overview.setDisable(newest == null);
    drill.setDisable(snapshot.devices().isEmpty());
    reading.setText(words(snapshot, newest, now));
  }

  private static Instant heardAt(DeviceLive device) {
    ReceivedReading newest = device.newest();
    return newest == null ? Instant.MIN : newest.receivedAt();
  }

  private String words(LiveSnapshot snapshot, @Nullable DeviceLive device, Instant now) {
    ReceivedReading newest = device == null ? null : device.newest();
    if (device == null || newest == null) {
      return messages.text(snapshot.devices().isEmpty() ? "start.noSensor" : "start.waiting");
    }
    return messages.text(
        "start.heard",
        device.device().name(),
        context.units().temperature(newest.reading().temperature()),
        context.units().age(age(newest.receivedAt(), now)));
  }

  private static Duration age(Instant at, Instant now) {
    return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    sensor.attach();
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    (makeAdministrator.isVisible() ? makeAdministrator : overview).requestFocus();
  }
}
