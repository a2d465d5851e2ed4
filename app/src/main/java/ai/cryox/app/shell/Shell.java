package ai.cryox.app.shell;

import ai.cryox.app.finder.Command;
import ai.cryox.app.finder.FinderCard;
import ai.cryox.app.fx.Background;
import ai.cryox.app.fx.FxPulse;
import ai.cryox.app.fx.LiveView;
import ai.cryox.app.help.HelpCard;
import ai.cryox.app.preferences.Choices;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Frame;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.sound.Siren;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Theme;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The frame around every screen. FX thread only.
final class Shell implements Frame {
  /// Whoever did nothing for so long does not type.
  private static final Duration UNTOUCHED = Duration.ofSeconds(1);

  private final ScreenContext context;
  private final Screens screens;
  private final BorderPane frame = new BorderPane();
  private final ScreenRoom room;
  private final CardLayer cards;
  private final AlarmBar alarmBar;
  private final WallDisplay wallDisplay;
  private final StatusBar statusBar;
  private final Navigation navigation;
  private final TroubleBanner banner = new TroubleBanner();
  private final Siren siren = new Siren();
  private final @Nullable HomeBar homeBar;
  private final WindowDeeds deeds;
  private final FinderCard finder;
  private final WindowSeat seat;
  private final Beginning beginning;
  private final LiveView follower = this::show;
  private final ScreenWarmUp warmUp;
  private final Trail trail;
  private final LittleRoom littleRoom;
  private Instant touched = Instant.MIN;

  Shell(
      Session session,
      ConsoleContext console,
      FxPulse pulse,
      Background background,
      Units units,
      Theme theme,
      Runnable takePicture,
      Runnable refurnish) {
    this.cards = new CardLayer(frame, units.messages());
    this.context =
        new ScreenContext(
            session,
            pulse,
            background,
            units,
            theme.palette(),
            theme.still(),
            console.remembered(),
            console.clock(),
            this);
    String place = console.placeLine(units.messages());
    this.room = new ScreenRoom(frame, theme.appearance());
    this.homeBar = homeBar(console);
    this.screens =
        new Screens(
            context,
            console,
            () -> new Choices(context, theme, refurnish, waysToSetUp(), place),
            worn -> theme.prefer(theme.appearance().get().with(worn)));
    this.alarmBar = new AlarmBar(context, place, siren);
    this.wallDisplay = new WallDisplay(context, theme, place);
    this.seat = new WindowSeat(context, console.seats(), console.here());
    this.beginning = Beginning.of(session, console);
    this.deeds =
        new WindowDeeds(
            this,
            context,
            new LookSwitch(context, theme),
            seat,
            beginning,
            console.travel(),
            takePicture);
    this.statusBar = new StatusBar(context, console.here(), seat.who());
    this.navigation =
        new Navigation(
            this,
            units.messages(),
            session.who(),
            deeds.look()::toggle,
            session.features(),
            console.travel() != null,
            beginning != Beginning.OVER);
    this.finder = new FinderCard(context, this::commands);
    this.warmUp = new ScreenWarmUp(screens::of, room, this::isLeftAlone);
    context.background().unaskedWhile(() -> warmUp.at() != null && !isTouched());
    this.trail = new Trail(screens, room, warmUp, navigation::showCurrent);
    this.littleRoom = new LittleRoom(frame, room, alarmBar, navigation);
    frame.setTop(top());
    frame.setLeft(navigation.node());
    frame.setBottom(statusBar.node());
    frame.getStyleClass().add("frame");
  }

  private Node top() {
    VBox top = new VBox(alarmBar.node(), banner.node());
    top.getChildren().addAll(seat.bar());
    if (homeBar != null) {
      top.getChildren().addFirst(homeBar.node());
    }
    return top;
  }

  /// Makes the screens that take longest before anybody goes there.
  void warmUp() {
    if (!seat.asks()) {
      warmUp.start(
          ScreenWarmUp.longest(context.session().live().latest()).stream()
              .filter(this::offers)
              .filter(destination -> !screens.isMade(destination))
              .toList());
    }
  }

  /// What is made ahead.
  ScreenWarmUp warmth() {
    return warmUp;
  }

  private boolean isLeftAlone() {
    return !isTouched() && !cards.isOpen() && !context.background().isBusy();
  }

  private boolean isTouched() {
    return context.clock().instant().isBefore(touched.plus(UNTOUCHED));
  }

  /// Somebody touched keyboard or mouse.
  void touch(InputEvent event) {
    touched = context.clock().instant();
    seat.touch(event);
  }

  private @Nullable HomeBar homeBar(ConsoleContext console) {
    Home home = console.home();
    return home == null ? null : new HomeBar(home, context, console.here(), () -> deeds().goHome());
  }

  private List<Command> commands() {
    List<Command> all = new ArrayList<>(navigation.commands());
    all.addAll(deeds.commands(homeBar != null));
    return all;
  }

  /// The ways to what holds for everybody.
  private List<Command> waysToSetUp() {
    List<Command> ways = new ArrayList<>(navigation.commands());
    ways.addAll(deeds.rules().commands());
    return ways;
  }

  Parent node() {
    return cards.node();
  }

  void start() {
    context.pulse().attach(follower);
    go(
        beginning == Beginning.NOTHING_THERE
            ? new Destination.FirstSteps()
            : new Destination.Overview(null));
    seat.focus();
    if (homeBar != null) {
      homeBar.start();
    }
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    Trouble trouble = Trouble.of(context.session().standing(), snapshot, now, context.units());
    banner.show(trouble);
    alarmBar.show(snapshot, now);
    seat.show(now);
    littleRoom.fit(cards.node().getWidth());
    navigation.showUnacknowledged(alarmBar.unacknowledged());
    statusBar.show(snapshot, now, trouble == null || trouble.answering());
  }

  void acknowledgeWorst() {
    alarmBar.acknowledge();
  }

  boolean hasCard() {
    return cards.isOpen();
  }

  /// Takes back what was said in the corner.
  void hush() {
    cards.hideNotice();
  }

  /// The screen that is worked in; `null` while a card is above it.
  @Nullable Screen screenInFront() {
    return hasCard() ? null : trail.shown();
  }

  /// What the window can do whichever screen is shown.
  WindowDeeds deeds() {
    return deeds;
  }

  /// Shows the keys of this screen and the pages of help.
  void showHelp() {
    Destination here = Objects.requireNonNullElse(trail.here(), new Destination.Overview(null));
    new HelpCard(context)
        .on(
            navigation.title(here),
            context.messages().textOr(ScreenKeys.of(here), ""),
            ScreenKeys.page(here))
        .open();
  }

  /// Whether there is such a screen where the window looks.
  boolean offers(Destination destination) {
    Feature needed = Navigation.needs(destination);
    boolean isHelpless = destination instanceof Destination.FirstSteps && !screens.canHelp();
    return !isHelpless && (needed == null || context.session().features().contains(needed));
  }

  @Override
  public void go(Destination destination) {
    if (!offers(destination)) {
      say(context.messages().text("feature.none"));
      return;
    }
    trail.go(destination);
  }

  @Override
  public void back() {
    trail.back();
  }

  void mute() {
    alarmBar.mute();
    if (homeBar != null) {
      homeBar.mute();
    }
  }

  /// Where the person is; `null` before the first screen.
  @Nullable Destination here() {
    return trail.here();
  }

  void detach() {
    context.pulse().detach(follower);
    warmUp.stop();
    siren.close();
    statusBar.stop();
    wallDisplay.close();
    if (homeBar != null) {
      homeBar.stop();
    }
    trail.end();
  }

  @Override
  public void openCard(Node card, Node first) {
    cards.open(card, first);
  }

  @Override
  public void oweCard(Node card, Node first) {
    cards.owe(card, first);
  }

  @Override
  public void closeCard() {
    cards.close();
  }

  @Override
  public void say(String sentence) {
    // What the banner says all the time needs no second voice.
    if (!banner.says(sentence)) {
      cards.say(sentence);
    }
  }

  @Override
  public void showWall() {
    wallDisplay.toggle(
        frame.getScene() != null && frame.getScene().getWindow() instanceof Stage opener
            ? opener
            : null);
  }

  /// The window for a display on the wall.
  WallDisplay wallDisplay() {
    return wallDisplay;
  }

  @Override
  public void offerUndo(String sentence, Runnable undo) {
    cards.offerUndo(sentence, undo);
  }

  /// Takes back what was done last, while that is offered.
  boolean undo() {
    return cards.undo();
  }

  /// What is said of a picture of this window.
  String stamp(Instant at) {
    Units units = context.units();
    return alarmBar.place()
        + " · "
        + units.dayTime(at)
        + " "
        + units.zoneName(at)
        + " · "
        + context.session().userName();
  }

  @Override
  public void findDevice() {
    finder.open();
  }
}
