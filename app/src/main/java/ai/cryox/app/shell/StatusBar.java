package ai.cryox.app.shell;

import ai.cryox.app.fx.FrameWatch;
import ai.cryox.app.preferences.Choices;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line at the bottom: how the backend and its links are, how fresh the data are, who is signed
/// in. FX thread only.
final class StatusBar {
  private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

  /// What takes no longer needs no word about it.
  private static final Duration AT_ONCE = Duration.ofMillis(300);

  private static final Duration TEXT_PERIOD = Duration.ofMillis(500);

  private final ScreenContext context;
  private final InstantSource local;
  private final Label backend = Nodes.label("");
  private final Label stored = Nodes.label("");
  private final Hyperlink rejected = new Hyperlink();
  private final Hyperlink links = new Hyperlink();
  private final Label frames = Nodes.label("");
  private final Label waiting = Nodes.label("");
  private final Hyperlink abandon = new Hyperlink();
  private final FrameWatch watch = new FrameWatch();
  private final LinkCard linkCard;
  private final HBox root;
  private Instant textedAt = Instant.MIN;

  /// @param local this machine's clock
  /// @param who says who is signed in
  StatusBar(ScreenContext context, InstantSource local, Node who) {
    this.context = context;
    this.local = local;
    this.linkCard = new LinkCard(context);
    links.setOnAction(_ -> linkCard.open());
    links.setId("links-link");
    rejected.setOnAction(_ -> context.frame().go(new Destination.Rejected()));
    rejected.setId("rejected-link");
    waiting.setId("waiting");
    frames.setId("frames");
    abandon.setId("abandon");
    abandon.setText(context.messages().text("status.abandon"));
    abandon.setOnAction(
        _ -> context.background().abandon(context.messages().text("status.abandoned")));
    root =
        Nodes.row(
            28,
            backend,
            links,
            stored,
            rejected,
            Nodes.spacer(),
            Nodes.row(10, waiting, abandon),
            frames,
            who);
    // What can be pressed, and who sits here, stay whole; the rest says less where there is no
    // room.
    for (Node whole : List.of(rejected, links, waiting, abandon, who)) {
      ((Region) whole).setMinWidth(Region.USE_PREF_SIZE);
    }
    root.setMinWidth(0);
    showWaiting();
    root.getStyleClass().add("status-bar");
  }

  /// Watches nothing any more.
  void stop() {
    watch.run(false);
  }

  Node node() {
    return root;
  }

  void show(LiveSnapshot snapshot, Instant now, boolean answering) {
    showWaiting();
    // Ten ages a second are a flicker, two are a clock.
    if (now.isBefore(textedAt.plus(TEXT_PERIOD)) && !now.isBefore(textedAt)) {
      return;
    }
    textedAt = now;
    showFrames();
    Vitals vitals = snapshot.vitals();
    var units = context.units();
    var messages = context.messages();
    Standing standing = context.session().standing();
    if (standing.liveBy() != LiveBy.HERE) {
      backend.setText(away(standing));
    } else {
      backend.setText(here(vitals, now, answering));
    }
    String kept =
        messages.text("status.stored", vitals.stored(), units.count(vitals.connections()));
    stored.setText(
        vitals.dropped() == 0
            ? kept
            : kept + " · " + messages.text("status.dropped", units.count(vitals.dropped())));
    rejected.setText(messages.text("status.rejected", units.count(vitals.rejected())));
    rejected.setAccessibleText(rejected.getText());
    showLinks(vitals.links(), now);
  }

  /// What takes longer than people call at once, and the way out of it.
  private void showWaiting() {
    Duration waited = context.background().waitedFor();
    boolean slow = waited.compareTo(AT_ONCE) > 0;
    waiting.setText(
        slow ? context.messages().text("status.waiting", context.units().age(waited)) : "");
    abandon.setVisible(slow);
    abandon.setManaged(slow);
  }

  private void showFrames() {
    watch.run(context.remembered().number(Choices.WATCH, 0) == 1);
    frames.setManaged(watch.isRunning());
    frames.setText(
        watch.isRunning()
            ? context
                .messages()
                .text(
                    "status.frames",
                    context.units().count(watch.framesPerSecond()),
                    context.units().count(Math.round(watch.worstMillis())))
            : "");
  }

  private String here(Vitals vitals, Instant now, boolean answering) {
    var units = context.units();
    var messages = context.messages();
    Instant newest = vitals.newestReceivedAt();
    String state = messages.text(answering ? "status.running" : "status.lost");
    return newest == null
        ? state + " · " + messages.text("status.nothingYet")
        : state
            + " · "
            + messages.text(
                "status.flow",
                units.oneDecimal(vitals.readingsPerSecond()),
                units.age(Duration.between(newest, now)));
  }

  /// How the way to another machine is, how old what came over it is, and how often we may still
  /// ask.
  private String away(Standing standing) {
    var units = context.units();
    var messages = context.messages();
    StringBuilder text =
        new StringBuilder(
            standing.isConnected()
                ? messages.of("liveby", standing.liveBy())
                : messages.of("standing", standing.state()));
    Instant asOf = standing.asOf();
    if (asOf != null) {
      Duration age = Duration.between(asOf, local.instant());
      text.append(" · ")
          .append(messages.text("status.asOf", units.age(age.isNegative() ? Duration.ZERO : age)));
    }
    Instant pastAsOf = standing.pastAsOf();
    if (pastAsOf != null) {
      Duration age = Duration.between(pastAsOf, local.instant());
      text.append(" · ")
          .append(
              messages.text("status.pastAsOf", units.age(age.isNegative() ? Duration.ZERO : age)));
    }
    Standing.Allowance allowance = standing.allowance();
    if (allowance != null) {
      text.append(" · ")
          .append(messages.text("status.allowance", allowance.left(), allowance.perHour()));
    }
    return text.toString();
  }

  /// Nothing at all where there are no brokers.
  private void showLinks(List<LinkStatus> all, Instant now) {
    long up = all.stream().filter(link -> link.state().isUp()).count();
    links.setVisible(!all.isEmpty());
    links.setManaged(!all.isEmpty());
    links.setText(
        context
            .messages()
            .text("status.links", context.units().count(up), context.units().count(all.size())));
    links.setAccessibleText(links.getText());
    links.pseudoClassStateChanged(DOWN, up < all.size());
    linkCard.show(all, now);
  }
}
