package ai.cryox.app.overview;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.theme.Zoom;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// A wall for a display that nobody touches: one area after the other, each as large as it fits
/// without scrolling. Areas are facilities, or the zones of the only one. FX thread only.
public final class CyclingWall {
  /// How long an area stays.
  public static final Duration DWELL = Duration.ofSeconds(15);

  /// How much larger than on a desk tiles are where there is room, the largest first.
  private static final double[] LARGER = {2.5, 2, 1.75, 1.5, 1.25};

  private final ScreenContext context;
  private final OverviewModel model;
  private final Wall wall;
  private final SimpleDoubleProperty larger = new SimpleDoubleProperty(1);
  private final Zoom room;
  private final Label title = Nodes.label("", "display-title");
  private final Label turn = Nodes.label("", "display-turn");
  private final BorderPane root = new BorderPane();
  private final ChangeListener<Object> fitter = (_, _, _) -> refit = true;
  private int area = -1;
  private Instant until = Instant.MIN;
  private boolean refit = true;

  /// A wall without devices.
  public CyclingWall(ScreenContext context) {
    this.context = context;
    this.model = new OverviewModel(context.units(), context.still()::get);
    this.wall = new Wall(model, context.palette().get(), context.pulse()::drew);
    context.palette().addListener((_, _, palette) -> wall.palette(palette));
    wall.canvas().setFocusTraversable(false);
    wall.canvas().setAccessibleText(context.messages().text("overview.accessible"));
    room = new Zoom(wall, larger);
    room.setId("display-wall");
    room.widthProperty().addListener(fitter);
    room.heightProperty().addListener(fitter);
    title.setId("display-title");
    turn.setId("display-turn");
    HBox top = Nodes.row(16, title, Nodes.spacer(), turn);
    top.setPadding(new Insets(0, 4, 8, 4));
    root.setTop(top);
    root.setCenter(room);
    root.getStyleClass().add("screen");
  }

  /// The node to show.
  public Node node() {
    return root;
  }

  /// Takes in the newest state, and goes on to the next area when this one has had its time.
  public void show(LiveSnapshot snapshot, Instant now) {
    boolean byFacility =
        snapshot.devices().stream().map(live -> live.device().facilityId()).distinct().count() > 1;
    List<String> areas =
        snapshot.devices().stream().map(live -> area(live, byFacility)).distinct().toList();
    if (areas.isEmpty()) {
      title.setText(context.messages().text("overview.empty"));
      return;
    }
    boolean over = !now.isBefore(until) || until.isAfter(now.plus(DWELL));
    if (over || area >= areas.size()) {
      area = (area + 1) % areas.size();
      until = now.plus(DWELL);
      model.group(byFacility ? Grouping.ZONE : Grouping.KIND);
      refit = true;
    }
    String shown = areas.get(area);
    List<DeviceLive> devices =
        snapshot.devices().stream().filter(live -> area(live, byFacility).equals(shown)).toList();
    model.show(devices, now);
    fit();
    wall.refresh();
    say(shown, devices.getFirst().device(), byFacility, areas.size(), now);
  }

  private static String area(DeviceLive live, boolean byFacility) {
    return byFacility ? live.device().facilityId() : live.device().zone();
  }

  private void say(String shown, Device one, boolean byFacility, int areas, Instant now) {
    String name = byFacility || shown.isEmpty() ? context.units().place(one.facilityId()) : shown;
    title.setText(name + " · " + context.messages().text("overview.devices", model.size()));
    turn.setText(
        areas < 2
            ? ""
            : context
                .messages()
                .text(
                    "display.turn",
                    area + 1,
                    areas,
                    context.units().countdown(Duration.between(now, until))));
  }

  /// The largest tiles with which nothing is hidden.
  private void fit() {
    if (!refit || room.getWidth() <= 0) {
      return;
    }
    refit = false;
    for (double factor : LARGER) {
      if (fits(Density.BIG, factor)) {
        wear(Density.BIG, factor);
        return;
      }
    }
    for (Density density : Density.values()) {
      if (density == Density.DOTS || fits(density, 1)) {
        wear(density, 1);
        return;
      }
    }
  }

  private boolean fits(Density density, double factor) {
    return height(density, factor, 1) <= room.getHeight() / factor;
  }

  private double height(Density density, double factor, double stretch) {
    return wall.heightWith(density, room.getWidth() / factor, stretch);
  }

  /// How much higher than usual tiles are, so that no part of a display stays empty for nothing.
  private double stretch(Density density, double factor) {
    if (density.isFlowing()) {
      return 0;
    }
    double usual = height(density, factor, 1);
    double twice = height(density, factor, 2);
    double spare = room.getHeight() / factor - usual;
    return twice <= usual ? 1 : 1 + Math.max(0, Math.min(1, spare / (twice - usual)));
  }

  private void wear(Density density, double factor) {
    larger.set(factor);
    wall.density(density, stretch(density, factor));
  }
}
