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
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.seat.IdleWatch;
import ai.cryox.app.seat.RoleWords;
import ai.cryox.app.seat.SeatBar;
import ai.cryox.app.seat.SeatMenu;
import ai.cryox.app.seat.Seats;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.sound.Siren;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Theme;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.Standing.State;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The frame around every screen. FX thread only.
final class Shell implements Frame {
  private static final int HISTORY = 50;

  /// Below this width, px, navigation keeps its icons only.
  private static final double ROOM_FOR_NAMES = 1_100;

  /// Below this width, px, screens are moved by bars: windows are no narrower, but what is enlarged
  /// has less room than they have.
  private static final double ROOM_FOR_SCREENS = 1_000;

  /// Below this width, px, the worst alarm has a line of its own: it must never be cut to dots.
  private static final double ROOM_FOR_HEADLINE = 1_200;

  /// Whoever did nothing for so long does not type.
  private static final Duration UNTOUCHED = Duration.ofSeconds(1);

  private final ScreenContext context;
  private final Screens screens;
  private final BorderPane frame = new BorderPane();
  private final ScreenRoom room = new ScreenRoom(frame);
  private final CardLayer cards;
  private final AlarmBar alarmBar;
  private final WallDisplay wallDisplay;
  private final StatusBar statusBar;
  private final Navigation navigation;
  private final Label banner = Nodes.label("", "banner");
  private final Deque<Destination> history = new ArrayDeque<>();
  private final Siren siren = new Siren();
  private final @Nullable HomeBar homeBar;
  private final @Nullable Travel travel;
  private final Theme theme;
  private final Runnable takePicture;
  private final FinderCard finder;
  private final @Nullable Seats seats;
  private final @Nullable SeatBar seatBar;
  private final @Nullable SeatMenu seatMenu;
  private final @Nullable IdleWatch idle;
  private final boolean isNew;
  private final boolean beginsAnew;
  private final LiveView follower = this::show;
  private final ScreenWarmUp warmUp;
  private Instant touched = Instant.MIN;
  private @Nullable Destination current;
  private @Nullable Screen shown;

  Shell(
      Session session,
      ConsoleContext console,
      FxPulse pulse,
      Background background,
      Units units,
      Theme theme,
      Runnable takePicture,
      Runnable refurnish) {
    this.takePicture = takePicture;
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
    this.theme = theme;
    this.travel = console.travel();
    this.homeBar = homeBar(console);
    this.screens =
        new Screens(
            context,
            console,
            () ->
                new Choices(
                    context, theme, refurnish, navigation().commands(), placeLine(console, units)),
            look -> theme.prefer(theme.appearance().get().with(look)));
    this.alarmBar = new AlarmBar(context, placeLine(console, units), siren);
    this.wallDisplay = new WallDisplay(context, theme, placeLine(console, units));
    this.seats = console.seats();
    this.seatBar = seats == null ? null : new SeatBar(context, seats);
    this.idle = seats == null ? null : new IdleWatch(console.here(), seats.idleLimit());
    this.seatMenu = seats == null ? null : new SeatMenu(context, seats, this::leaveSeat);
    this.statusBar = new StatusBar(context, console.here(), who());
    List<DeviceLive> devices = session.live().latest().devices();
    this.isNew =
        console.place() == Place.LOCAL
            && console.workshop() != null
            && session.who().grants().mayEverywhere(Action.REGISTER_DEVICE)
            && devices.stream().allMatch(device -> device.newest() == null);
    this.beginsAnew = isNew && devices.isEmpty();
    this.navigation =
        new Navigation(
            this,
            units.messages(),
            session.who(),
            this::switchTheme,
            session.features(),
            travel != null,
            isNew);
    this.finder = new FinderCard(context, this::commands);
    this.warmUp = new ScreenWarmUp(screens::of, room, this::isLeftAlone);
    banner.setWrapText(true);
    banner.setMaxWidth(Double.MAX_VALUE);
    banner.setId("banner");
    VBox top = new VBox(alarmBar.node(), banner);
    if (homeBar != null) {
      top.getChildren().addFirst(homeBar.node());
    }
    if (seatBar != null) {
      top.getChildren().add(seatBar.node());
    }
    frame.setTop(top);
    frame.setLeft(navigation.node());
    frame.setBottom(statusBar.node());
    frame.getStyleClass().add("frame");
    frame
        .widthProperty()
        .addListener((_, _, width) -> navigation.narrow(width.doubleValue() < ROOM_FOR_NAMES));
  }

  private Node who() {
    return seatMenu == null
        ? Nodes.label(
            context
                .messages()
                .text("status.user", RoleWords.of(context.session().who(), context.messages())))
        : seatMenu.node();
  }

  /// Makes the screens that take longest before anybody goes there.
  void warmUp() {
    if (seats == null || !seats.asks()) {
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
    boolean isTouched = context.clock().instant().isBefore(touched.plus(UNTOUCHED));
    return !isTouched && !cards.isOpen() && !context.background().isBusy();
  }

  /// Somebody touched keyboard or mouse.
  void touch(InputEvent event) {
    touched = context.clock().instant();
    if (idle != null) {
      idle.touch(event);
    }
  }

  /// Locks what the person sees until they are back, or asks who is there.
  void leaveSeat() {
    if (seats != null && seatBar != null && !seats.lock()) {
      seatBar.focus();
    }
    context.pulse().beatNow();
  }

  /// Signs out, so that somebody else can sign in.
  void standUp() {
    if (seats != null && seats.isSignedIn()) {
      seats.standUp();
    }
  }

  /// Somebody tried what cannot be done while nobody sits here.
  void askWhoSits() {
    if (seatBar != null && seatBar.refuse()) {
      closeCard();
      seatBar.focus();
    }
  }

  private void watchSeat(Instant now) {
    if (seats == null || seatBar == null || idle == null) {
      return;
    }
    Session session = context.session();
    boolean mustComeBack = session.standing().state() == State.SIGNED_OUT || idle.isOver();
    if (mustComeBack && seats.isSignedIn() && !session.isLocked()) {
      seats.lock();
    }
    seatBar.show(now);
    if (seatMenu != null) {
      seatMenu.say();
    }
  }

  private @Nullable HomeBar homeBar(ConsoleContext console) {
    Home home = console.home();
    return home == null ? null : new HomeBar(home, context, console.here(), this::goHome);
  }

  /// All that the window itself can do, with the same keys.
  private List<Command> commands() {
    List<Command> all = new ArrayList<>(navigation.commands());
    all.add(command("bar.acknowledgeWorst", "Ctrl+A", this::acknowledgeWorst));
    all.add(command("bar.muteNow", "Ctrl+M", this::mute));
    all.add(command("action.theme", "Ctrl+T", this::switchTheme));
    all.add(command("picture.take", "Ctrl+Shift+S", takePicture));
    all.add(command("keys.title", "F1", this::showHelp));
    if (seats != null && seats.isSignedIn()) {
      all.add(command("seat.lock", "Ctrl+L", this::leaveSeat));
      all.add(command("seat.out", "Ctrl+U", this::standUp));
    }
    if (homeBar != null) {
      all.add(command("home.back", "Ctrl+H", this::goHome));
    }
    return all;
  }

  private Command command(String name, String key, Runnable action) {
    return new Command(
        name, context.messages().text(name), context.messages().key(key), false, action);
  }

  /// Looks at what is monitored on this machine again, if the window looks elsewhere.
  void goHome() {
    if (travel != null) {
      travel.goHome();
    }
  }

  /// Shows the servers to look at, if there is a way.
  void showServers() {
    if (travel != null) {
      go(new Destination.Servers());
    }
  }

  /// Shows the first steps while there are any.
  void showFirstSteps() {
    if (isNew) {
      go(new Destination.FirstSteps());
    }
  }

  /// Shows the accounts to those who manage them.
  void showPeople() {
    if (context.session().who().grants().maySomewhere(Action.MANAGE_PEOPLE)) {
      go(new Destination.People());
    } else {
      say(context.messages().text("people.notYou"));
    }
  }

  static String placeLine(ConsoleContext console, Units units) {
    String place = units.messages().of("place", console.place());
    return (place + " · " + console.dataSetName()).toUpperCase(Locale.ROOT);
  }

  private Navigation navigation() {
    return navigation;
  }

  Parent node() {
    return cards.node();
  }

  void start() {
    context.pulse().attach(follower);
    go(beginsAnew ? new Destination.FirstSteps() : new Destination.Overview(null));
    if (seatBar != null) {
      seatBar.focus();
    }
    if (homeBar != null) {
      homeBar.start();
    }
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    Trouble trouble = Trouble.of(context.session().standing(), snapshot, now, context.units());
    banner.setVisible(trouble != null);
    banner.setManaged(trouble != null);
    if (trouble != null && !trouble.sentence().equals(banner.getText())) {
      banner.setText(trouble.sentence());
    }
    alarmBar.show(snapshot, now);
    watchSeat(now);
    // Not while the width changes: that is within a layout, which this changes.
    double width = cards.node().getWidth();
    boolean tight = width > 0 && width < ROOM_FOR_SCREENS;
    room.tighten(tight || room.needs() > width - navigation.node().getLayoutBounds().getWidth());
    alarmBar.tighten(width > 0 && width < ROOM_FOR_HEADLINE);
    navigation.showUnacknowledged(alarmBar.unacknowledged());
    statusBar.show(snapshot, now, trouble == null || trouble.answering());
  }

  void acknowledgeWorst() {
    alarmBar.acknowledge();
  }

  boolean hasCard() {
    return cards.isOpen();
  }

  /// The screen that is worked in; `null` while a card is above it.
  @Nullable Screen screenInFront() {
    return hasCard() ? null : shown;
  }

  /// From dark to light and back.
  void switchTheme() {
    theme.toggle();
    remember();
  }

  /// Makes everything so many steps larger, or smaller if negative; none brings the usual size.
  void enlarge(int steps) {
    Appearance now = theme.appearance().get();
    theme.prefer(steps == 0 ? now.at(Appearance.USUAL.percent()) : now.larger(steps));
    remember();
    say(
        context
            .messages()
            .text("appearance.size", context.units().count(theme.appearance().get().percent())));
  }

  private void remember() {
    theme.appearance().get().keep(context.remembered());
  }

  /// Shows the keys of this screen and the pages of help.
  void showHelp() {
    Destination here = current == null ? new Destination.Overview(null) : current;
    new HelpCard(context)
        .on(navigation.title(here), context.messages().textOr(ScreenKeys.of(here), ""))
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
    if (current != null && !current.equals(destination)) {
      history.push(current);
      if (history.size() > HISTORY) {
        history.removeLast();
      }
    }
    enter(destination);
  }

  Destination current() {
    return Objects.requireNonNull(current);
  }

  @Override
  public void back() {
    if (!history.isEmpty()) {
      enter(history.pop());
    }
  }

  private void enter(Destination destination) {
    if (shown != null) {
      shown.detach();
    }
    warmUp.yieldTo(destination);
    Screen next = screens.of(destination);
    Node node = next.node();
    current = destination;
    shown = next;
    room.show(node);
    navigation.showCurrent(destination);
    next.attach(destination);
    next.focus();
    if (!hasKeyboard(node)) {
      // What bars hold is in the scene once they are dressed.
      node.applyCss();
      next.focus();
    }
  }

  private static boolean hasKeyboard(Node part) {
    Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (at != null && !at.equals(part)) {
      at = at.getParent();
    }
    return at != null;
  }

  void mute() {
    alarmBar.mute();
    if (homeBar != null) {
      homeBar.mute();
    }
  }

  /// Where the person is.
  @Nullable Destination here() {
    return current;
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
    Objects.requireNonNull(shown).detach();
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
    if (!banner.isVisible() || !banner.getText().contains(sentence)) {
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
