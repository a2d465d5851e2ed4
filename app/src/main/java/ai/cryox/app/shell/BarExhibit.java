package ai.cryox.app.shell;

import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.Specimens;
import ai.cryox.app.seat.BrowserDoor;
import ai.cryox.app.seat.SeatBar;
import ai.cryox.app.seat.Seats;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The bars around the screens in their states. They tell, and nothing on them can be pressed.
final class BarExhibit {
  private BarExhibit() {}

  static Exhibit of(ScreenContext context) {
    Instant now = context.clock().instant();
    List<DeviceLive> troubled = Specimens.all(now, context.messages());
    List<DeviceLive> seen = troubled.stream().filter(live -> !live.needsAcknowledgement()).toList();
    Label banner = Nodes.label(context.messages().text("trouble.silentBackend", "21:14:07"));
    banner.getStyleClass().add("banner");
    banner.setMaxWidth(Double.MAX_VALUE);
    HBox notice = new HBox(Nodes.label(context.messages().text("gallery.said")));
    notice.getStyleClass().add("notice");
    SeatBar seat = new SeatBar(context, new EmptySeats(context.messages().text("gallery.inert")));
    seat.show(now);
    return Exhibit.of(
        "gallery.bars",
        bar(context, now, List.of()),
        bar(context, now, seen),
        bar(context, now, troubled),
        bar(context, now.plusMillis(AlarmBar.FLASH_HALF_MS), troubled),
        banner,
        nameless(seat.node()),
        notice);
  }

  private static Node bar(ScreenContext context, Instant now, List<DeviceLive> devices) {
    AlarmBar bar = new AlarmBar(context, context.messages().text("gallery.place"), null);
    List<Alarm> alarms = devices.stream().flatMap(live -> live.alarms().stream()).toList();
    Vitals vitals = new Vitals(now, 0, 0, 0, 0, 0, 0, now, null, null, List.of());
    bar.show(new LiveSnapshot(1, now, devices, alarms, List.of(), vitals), now);
    return nameless(bar.node());
  }

  /// The real bars have these ids in the same window.
  private static Node nameless(Node node) {
    node.setId(null);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(BarExhibit::nameless);
    }
    return node;
  }

  /// Somebody is asked for, and nobody can sit down.
  private record EmptySeats(String why) implements Seats {
    @Override
    public boolean asks() {
      return true;
    }

    @Override
    public boolean isSignedIn() {
      return false;
    }

    @Override
    public String signInName() {
      return "";
    }

    @Override
    public Duration idleLimit() {
      return Duration.ZERO;
    }

    @Override
    public Session signIn(SignIn who) {
      throw new IllegalArgumentException(why);
    }

    @Override
    public List<IssuerOffer> offers() {
      return List.of();
    }

    @Override
    public @Nullable BrowserDoor door() {
      return null;
    }

    @Override
    public void sitDown(Session session, String signInName) {}

    @Override
    public boolean lock() {
      return false;
    }

    @Override
    public void standUp() {}
  }
}
