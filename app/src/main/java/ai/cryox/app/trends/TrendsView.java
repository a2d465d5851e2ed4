package ai.cryox.app.trends;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Measurements over time: several pens, limits, alarms, doors, and what was a day earlier. FX
/// thread only.
public final class TrendsView implements Screen {
  private static final double SIDE = 300;
  private static final Duration LONGEST_TELEMETRY_GAP = Duration.ofMinutes(5);

  private final ScreenContext context;
  private final Messages messages;
  private final TrendsModel model;
  private final PlotPane plot;
  private final PenList pens;
  private final TrendsBar bar;
  private final TrendReader reader;
  private final TrendExport export;
  private final Label legend = Nodes.label("", "muted", "small");
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private List<Curve> curves = List.of();
  private long cursor = PlotPane.NONE;

  /// A trend without pens, of the last day.
  public TrendsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    model = new TrendsModel(TimeWindow.before(context.clock().instant(), TrendSpan.DAY.length()));
    plot =
        new PlotPane(context.units(), context.palette().get(), this::picture, new PlotGestures());
    plot.setId("plot");
    plot.setAccessibleText(messages.text("trends.plot"));
    pens = new PenList(context.units(), this::choose);
    reader = new TrendReader(context, model, this::changed);
    BorderPane pictured = new BorderPane(plot);
    pictured.getStyleClass().add("pictured");
    export = new TrendExport(context, model, root);
    bar = new TrendsBar(context, new BarWishes(), reader.node());
    root.getStyleClass().add("screen");
    root.setTop(bar.node());
    root.setCenter(pictured);
    root.setRight(side());
    root.setOnKeyPressed(new TrendKeys(this)::pressed);
    context
        .palette()
        .addListener((_, _, colours) -> {
          plot.palette(colours);
          changed();
        });
  }

  private Node side() {
    Button add = Nodes.button(messages.text("trends.add"), "P", this::addPen);
    add.setId("pen-new");
    Button remove =
        Nodes.button(messages.text("trends.remove"), messages.key("Del"), this::removePen);
    remove.setId("pen-remove");
    Button groups = Nodes.button(messages.text("trends.groups"), "S", this::showGroups);
    groups.setId("pen-groups");
    boolean keeps = context.session().features().contains(Feature.NOTEBOOK);
    groups.setVisible(keeps);
    groups.setManaged(keeps);
    legend.setText(messages.text("trends.legend"));
    legend.setWrapText(true);
    legend.setMinHeight(Region.USE_PREF_SIZE);
    VBox side = new VBox(12, pens.node(), Nodes.flow(add, remove, groups), legend);
    side.getStyleClass().add("panel");
    side.setMinWidth(SIDE);
    side.setPrefWidth(SIDE);
    side.setMaxWidth(SIDE);
    BorderPane.setMargin(side, new Insets(0, 0, 0, 12));
    return side;
  }

  TrendsModel model() {
    return model;
  }

  TrendExport export() {
    return export;
  }

  /// Whether the keyboard is on the picture.
  boolean isOnPlot() {
    return plot.isFocused();
  }

  void addPen() {
    Quantity first =
        model.chosenPen() == null ? Quantity.TEMPERATURE : model.chosenPen().quantity();
    new PenCard(context, first, this::add).open();
  }

  private void add(Pen pen) {
    if (!model.add(pen)) {
      context.frame().say(messages.text("trends.full", TrendsModel.MOST_PENS));
    }
    changed();
    plot.requestFocus();
  }

  /// Lets the person choose among their groups of curves, if the backend keeps any.
  void showGroups() {
    if (context.session().features().contains(Feature.NOTEBOOK)) {
      new GroupsCard(context, model.pens(), this::show).open();
    }
  }

  private void show(List<Pen> group) {
    model.show(group);
    changed();
    plot.requestFocus();
  }

  void removePen() {
    model.removeChosen();
    changed();
    plot.requestFocus();
  }

  private void choose(int index) {
    model.choose(index);
    changed();
  }

  /// Chooses the pen above or below.
  void chooseNext(int direction) {
    choose(Math.floorMod(model.chosen() + direction, Math.max(1, model.pens().size())));
  }

  void lookBack(TrendSpan span) {
    model.lookBack(span.length(), context.clock().instant());
    changed();
  }

  void toggleLive() {
    if (model.isLive()) {
      model.fix(model.view());
    } else {
      model.goLive(context.clock().instant());
    }
    changed();
  }

  void compare(int days) {
    model.compare(days);
    changed();
  }

  /// Compares the day that is shown with an earlier one.
  void compareWith(LocalDate day) {
    LocalDate shown = model.view().end().atZone(context.units().zone()).toLocalDate();
    long days = ChronoUnit.DAYS.between(day, shown);
    if (days < 1) {
      context.frame().say(messages.text("trends.notEarlier"));
    } else {
      compare((int) days);
    }
  }

  /// Asks for the day to compare with.
  void askDay() {
    bar.askDay();
  }

  /// Moves the cursor by columns; from the middle if there is none.
  void moveCursor(int columns) {
    TimeWindow view = model.drawn();
    long step = Math.max(1, view.span() / Math.max(1, plot.columns()));
    long from = cursor == PlotPane.NONE ? view.from() + view.span() / 2 : cursor;
    point(Math.max(view.from(), Math.min(view.until() - step, from + columns * step)));
  }

  void pan(double share) {
    model.pan(share);
    changed();
  }

  void zoom(double factor, double share) {
    model.zoom(factor, share);
    changed();
  }

  /// Share of the width left of the cursor; the right edge without one.
  double cursorShare() {
    TimeWindow view = model.view();
    return cursor == PlotPane.NONE
        ? 1
        : Math.max(0, Math.min(1, (cursor - view.from()) / (double) view.span()));
  }

  void point(long time) {
    cursor = time;
    plot.cursor(time);
  }

  private void changed() {
    curves = curves(context.session().live().latest());
    model.width(plot.columns());
    bar.show(model);
    describe();
    plot.invalidate();
    reader.tick(context.clock().instant());
  }

  private void tick(LiveSnapshot snapshot, Instant now) {
    TimeWindow before = model.drawn();
    model.tick(now);
    boolean added = model.follow(snapshot);
    model.width(plot.columns());
    reader.tick(now);
    if (added || !before.equals(model.drawn())) {
      curves = curves(snapshot);
      bar.show(model);
      plot.invalidate();
    }
  }

  private List<Curve> curves(LiveSnapshot snapshot) {
    List<Curve> made = new ArrayList<>();
    List<Pen> all = model.pens();
    for (int i = 0; i < all.size(); i++) {
      Pen pen = all.get(i);
      made.add(
          new Curve(
              pen,
              i + 1,
              PenColours.of(context.palette().get(), i),
              gap(pen, snapshot),
              model.sheet(pen, false),
              model.sheet(pen, true),
              i == model.chosen()));
    }
    return made;
  }

  private static long gap(Pen pen, LiveSnapshot snapshot) {
    Duration three =
        snapshot
            .device(pen.deviceId())
            .map(live -> live.device().samplingPeriod().multipliedBy(3))
            .orElse(Duration.ofSeconds(90));
    boolean reading = pen.quantity() == Quantity.TEMPERATURE || pen.quantity() == Quantity.HUMIDITY;
    boolean longer = reading || three.compareTo(LONGEST_TELEMETRY_GAP) > 0;
    return (longer ? three : LONGEST_TELEMETRY_GAP).toMillis();
  }

  private Picture picture() {
    return new Picture(
        model.drawn(),
        context.clock().instant().toEpochMilli(),
        curves,
        model.comparedMillis(),
        limits(),
        marks(),
        note());
  }

  private @Nullable LimitSteps limits() {
    Pen pen = model.chosenPen();
    if (pen == null || pen.quantity() != Quantity.TEMPERATURE) {
      return null;
    }
    TimeWindow view = model.drawn();
    Marks of = model.marks(pen.deviceId());
    List<HeldLimits> held = of == null ? List.of() : of.limits();
    Instant known = of == null ? view.end() : of.period().end();
    return context
        .session()
        .live()
        .latest()
        .device(pen.deviceId())
        .map(live -> LimitSteps.of(held, known, live.limits(), view))
        .orElse(null);
  }

  /// The chosen device's first: only its door is shown.
  private List<Marks> marks() {
    List<Marks> found = new ArrayList<>();
    Pen chosen = model.chosenPen();
    for (Pen pen : model.pens()) {
      Marks of = model.marks(pen.deviceId());
      if (of != null && !found.contains(of)) {
        boolean first = chosen != null && chosen.deviceId().equals(pen.deviceId());
        found.add(first ? 0 : found.size(), of);
      }
    }
    return found;
  }

  private String note() {
    if (model.pens().isEmpty()) {
      return messages.text("trends.empty");
    }
    boolean nothing = curves.stream().allMatch(curve -> curve.sheet() == null);
    if (nothing && model.waiting() > 0) {
      return messages.text("trends.reading");
    }
    if (model.isIncomplete(context.clock().instant())) {
      return messages.text("trends.notRead");
    }
    TimeWindow view = model.drawn();
    boolean empty =
        curves.stream()
            .map(Curve::sheet)
            .allMatch(sheet ->
                sheet == null || sheet.firstAfter(view.from()) >= sheet.firstAfter(view.until()));
    return empty ? messages.text(nothing ? "trends.stopped" : "trends.nothing") : "";
  }

  private void describe() {
    PenWords words = new PenWords(context.units(), context.session().live().latest());
    List<PenList.Entry> entries = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      entries.add(words.entry(curves.get(i), plot, i, cursor, model));
    }
    pens.show(entries);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    if (destination instanceof Destination.Trends(var deviceId, var quantity, var around)) {
      if (deviceId != null) {
        model.add(new Pen(deviceId, quantity == null ? Quantity.TEMPERATURE : quantity));
      }
      if (around != null) {
        long middle = around.toEpochMilli() + TrendSpan.SHIFT.length().toMillis() / 2;
        model.fix(TimeWindow.before(Instant.ofEpochMilli(middle), TrendSpan.SHIFT.length()));
      }
    }
    changed();
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
    model.forget();
  }

  @Override
  public void focus() {
    plot.requestFocus();
  }

  private final class PlotGestures implements PlotPane.Gestures {
    @Override
    public void zoom(double factor, double share) {
      TrendsView.this.zoom(factor, share);
    }

    @Override
    public void pan(double share) {
      TrendsView.this.pan(share);
    }

    @Override
    public void point(long time) {
      TrendsView.this.point(time);
    }

    @Override
    public void drawn() {
      describe();
    }
  }

  private final class BarWishes implements TrendsBar.Wishes {
    @Override
    public void lookBack(TrendSpan span) {
      TrendsView.this.lookBack(span);
      plot.requestFocus();
    }

    @Override
    public void toggleLive() {
      TrendsView.this.toggleLive();
      plot.requestFocus();
    }

    @Override
    public void compare(int days) {
      TrendsView.this.compare(days);
      plot.requestFocus();
    }

    @Override
    public void compareWith(LocalDate day) {
      TrendsView.this.compareWith(day);
      plot.requestFocus();
    }

    @Override
    public void savePicture() {
      export.savePicture();
    }

    @Override
    public void copyPicture() {
      export.copyPicture();
    }

    @Override
    public void saveNumbers() {
      export.saveNumbers();
    }
  }
}
