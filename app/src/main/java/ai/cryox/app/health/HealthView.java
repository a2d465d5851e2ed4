package ai.cryox.app.health;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How well the alarm system works: figures with goal and verdict, calls over time, what calls most
/// often, what chatters and what stands. Read anew each minute. FX thread only.
public final class HealthView implements Screen {
  private static final Duration FRESH = Duration.ofMinutes(1);

  /// From this width on, px, two panels stand side by side.
  private static final double ROOM_FOR_TWO = 760;

  private final ScreenContext context;
  private final Messages messages;
  private final HealthWords words;
  private final Choice<Period> period;
  private final FacilityMenu facility;
  private final FigureTable figures;
  private final CallChart chart;
  private final LineList dealings;
  private final LineList worst;
  private final LineList trouble;
  private final Label note;
  private final GridPane panels = new GridPane(16, 16);
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private Instant readAt = Instant.MIN;
  private int reading;
  private boolean waits;

  /// A page not yet filled.
  public HealthView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new HealthWords(context.units());
    period =
        new Choice<>(
            "period", List.of(Period.values()), one -> messages.of("period", one), _ -> read());
    facility = new FacilityMenu(context.units(), this::read);
    figures = new FigureTable(words);
    chart = new CallChart(context.units(), context.palette());
    dealings = new LineList(messages.text("health.none"));
    worst = new LineList(messages.text("health.none"));
    trouble = new LineList(messages.text("health.noTrouble"));
    note = Nodes.label("", "muted");
    root.getStyleClass().add("screen");
    root.setTop(bar());
    fill(false);
    panels.setPadding(new Insets(0, 0, 12, 0));
    root.setCenter(Nodes.scroll(panels));
    root.widthProperty()
        .map(width -> width.doubleValue() < ROOM_FOR_TWO)
        .subscribe(narrow -> fill(narrow != null && narrow));
  }

  private Node bar() {
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("nav.health"), "page-title"),
            period.node(),
            Nodes.spacer(),
            note,
            facility.node());
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  /// Two panels side by side, or one below the other where there is little room.
  private void fill(boolean narrow) {
    int columns = narrow ? 1 : 2;
    panels.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      share.setHgrow(Priority.ALWAYS);
      panels.getColumnConstraints().add(share);
    }
    panels.getChildren().clear();
    Node first = panel("health.figures", figures.node());
    List<Node> others =
        List.of(
            panel("health.chart", chart.node()),
            panel("health.dealings", dealings.node()),
            panel("health.worst", worst.node()),
            panel("health.trouble", trouble.node()));
    if (narrow) {
      panels.add(first, 0, 0);
      others.forEach(other -> panels.add(other, 0, panels.getRowCount()));
    } else {
      panels.add(first, 0, 0, 1, 2);
      panels.add(others.get(0), 1, 0);
      panels.add(others.get(1), 1, 1);
      panels.add(others.get(2), 0, 2);
      panels.add(others.get(3), 1, 2);
    }
  }

  private Node panel(String key, Node content) {
    VBox panel = new VBox(10, Nodes.label(messages.text(key), "panel-title"), content);
    panel.getStyleClass().add("panel");
    panel.setMaxHeight(Double.MAX_VALUE);
    return panel;
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
    Period wanted = period.chosen();
    String of = facility.chosen();
    readAt = now;
    int mine = ++reading;
    waits = true;
    context
        .background()
        .call(
            () -> HealthReport.read(context.session(), of, wanted, now),
            report -> {
              if (mine == reading) {
                waits = false;
                show(report);
              }
            },
            sentence -> {
              if (mine == reading) {
                waits = false;
                context.frame().say(sentence);
              }
            });
  }

  private void show(HealthReport report) {
    LiveSnapshot snapshot = context.session().live().latest();
    Instant now = report.health().until();
    note.setText(messages.text("health.asOf", context.units().time(now)));
    figures.show(report.health());
    chart.show(report);
    dealings.show(words.dealings(report.health()));
    worst.show(words.worst(report.health(), snapshot));
    trouble.show(words.trouble(report.health(), snapshot, now));
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
    period.focus();
  }
}
