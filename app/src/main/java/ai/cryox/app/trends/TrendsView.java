package ai.cryox.app.trends;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// Measurements over time: several pens, limits, alarms, doors, and what was a day earlier. FX
/// thread only.
public final class TrendsView implements Screen {
  private final ScreenContext context;
  private final Messages messages;
  private final TrendsModel model;
  private final PictureMaker pictures;
  private final PlotPane plot;
  private final PenDeeds deeds;
  private final PenList pens;
  private final TrendsBar bar;
  private final TrendReader reader;
  private final TrendExport export;
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::tick;
  private long cursor = PlotPane.NONE;

  /// A trend without pens, of the last day.
  public TrendsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    model = new TrendsModel(TimeWindow.before(context.clock().instant(), TrendSpan.DAY.length()));
    pictures = new PictureMaker(context, model);
    plot =
        new PlotPane(
            context.units(), context.palette().get(), pictures::picture, new PlotGestures());
    plot.setId("plot");
    plot.setAccessibleText(messages.text("trends.plot"));
    deeds = new PenDeeds(context, model, this::changed, this::changedAndFocused);
    pens = new PenList(context.units(), deeds::choose);
    reader = new TrendReader(context, model, this::changed);
    BorderPane pictured = new BorderPane(plot);
    pictured.getStyleClass().add("pictured");
    export = new TrendExport(context, model, root);
    bar = new TrendsBar(context, new BarWishes(), reader.node());
    root.getStyleClass().add("screen");
    root.setTop(bar.node());
    root.setCenter(pictured);
    root.setRight(new PenPanel(messages, pens, deeds).node());
    root.setOnKeyPressed(new TrendKeys(this)::pressed);
    context
        .palette()
        .addListener((_, _, colours) -> {
          plot.palette(colours);
          changed();
        });
  }

  TrendsModel model() {
    return model;
  }

  /// What people do with the pens.
  PenDeeds pens() {
    return deeds;
  }

  TrendExport export() {
    return export;
  }

  /// Whether the keyboard is on the picture.
  boolean isOnPlot() {
    return plot.isFocused();
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
    pictures.renew(context.session().live().latest());
    model.width(plot.columns());
    bar.show(model);
    describe();
    plot.invalidate();
    reader.tick(context.clock().instant());
  }

  private void changedAndFocused() {
    changed();
    plot.requestFocus();
  }

  private void tick(LiveSnapshot snapshot, Instant now) {
    TimeWindow before = model.drawn();
    model.tick(now);
    boolean added = model.follow(snapshot);
    model.width(plot.columns());
    reader.tick(now);
    if (added || !before.equals(model.drawn())) {
      pictures.renew(snapshot);
      bar.show(model);
      plot.invalidate();
    }
  }

  private void describe() {
    PenWords words = new PenWords(context.units(), context.session().live().latest());
    List<PenList.Entry> entries = new ArrayList<>();
    List<Curve> curves = pictures.curves();
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
