package ai.cryox.app.device;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Everything about one device; without one, a list to choose from. Only one of the two is in the
/// window, so that nobody waits for the style of what they do not see. FX thread only.
public final class DeviceView implements Screen {
  private final ScreenContext context;
  private final StackPane root = new StackPane();
  private final DeviceChooser chooser;
  private final LiveView follower = this::show;
  private @Nullable DevicePage page;
  private @Nullable String deviceId;

  /// The list, and a page that is made when a device is opened.
  public DeviceView(ScreenContext context) {
    this.context = context;
    chooser = new DeviceChooser(context);
    root.getStyleClass().add("screen");
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    String id = deviceId;
    DeviceLive live = id == null ? null : snapshot.device(id).orElse(null);
    if (live == null) {
      place(chooser.node());
      chooser.show(snapshot, now);
    } else {
      place(page().node());
      page().show(live, now);
    }
  }

  private DevicePage page() {
    if (page == null) {
      page = new DevicePage(context);
    }
    return page;
  }

  private void place(Node node) {
    if (!root.getChildren().contains(node)) {
      root.getChildren().setAll(node);
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    deviceId = destination instanceof Destination.OneDevice(var id) ? id : null;
    if (deviceId != null) {
      page().open(deviceId);
    }
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    if (page != null) {
      page.forget();
    }
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    if (page == null || !root.getChildren().contains(page.node())) {
      chooser.focus();
    } else {
      page.focus();
    }
  }

  @Override
  public boolean isAtHand() {
    return true;
  }
}
