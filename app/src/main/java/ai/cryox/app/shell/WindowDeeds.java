package ai.cryox.app.shell;

import ai.cryox.app.finder.Command;
import ai.cryox.app.rules.RuleCards;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.servers.Travel;
import ai.cryox.core.people.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the window itself can do, whichever screen is shown: by keys, and by the finder. FX thread
/// only.
final class WindowDeeds {
  private final Shell shell;
  private final ScreenContext context;
  private final LookSwitch look;
  private final WindowSeat seat;
  private final Beginning beginning;
  private final @Nullable Travel travel;
  private final Runnable takePicture;
  private final RuleCards rules;

  /// @param travel the way to other backends, or `null` if there is none
  WindowDeeds(
      Shell shell,
      ScreenContext context,
      LookSwitch look,
      WindowSeat seat,
      Beginning beginning,
      @Nullable Travel travel,
      Runnable takePicture) {
    this.shell = shell;
    this.context = context;
    this.look = look;
    this.seat = seat;
    this.beginning = beginning;
    this.travel = travel;
    this.takePicture = takePicture;
    this.rules = new RuleCards(context);
  }

  /// All of it, with the keys that do the same.
  ///
  /// @param isAway whether the window looks elsewhere than at home
  List<Command> commands(boolean isAway) {
    List<Command> all = new ArrayList<>();
    all.add(command("bar.acknowledgeWorst", "Ctrl+A", shell::acknowledgeWorst));
    all.add(command("bar.muteNow", "Ctrl+M", shell::mute));
    all.add(command("action.theme", "Ctrl+T", look::toggle));
    all.add(command("picture.take", "Ctrl+Shift+S", takePicture));
    all.add(command("keys.title", "F1", shell::showHelp));
    all.addAll(rules.commands());
    if (seat.isTaken()) {
      all.add(command("seat.lock", "Ctrl+L", seat::leave));
      all.add(command("seat.out", "Ctrl+U", seat::standUp));
    }
    if (isAway) {
      all.add(command("home.back", "Ctrl+H", this::goHome));
    }
    return all;
  }

  private Command command(String name, String key, Runnable action) {
    return new Command(
        name, context.messages().text(name), context.messages().key(key), false, action);
  }

  /// How the window looks.
  LookSwitch look() {
    return look;
  }

  /// What holds for all facilities.
  RuleCards rules() {
    return rules;
  }

  /// Shows some of that, unless another card is open.
  void showRule(RuleCards.Rule rule) {
    if (!shell.hasCard()) {
      rules.open(rule);
    }
  }

  /// Who sits here.
  WindowSeat seat() {
    return seat;
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
      shell.go(new Destination.Servers());
    }
  }

  /// Shows the first steps while there are any.
  void showFirstSteps() {
    if (beginning != Beginning.OVER) {
      shell.go(new Destination.FirstSteps());
    }
  }

  /// Shows the accounts to those who manage them.
  void showPeople() {
    if (context.session().who().grants().maySomewhere(Action.MANAGE_PEOPLE)) {
      shell.go(new Destination.People());
    } else {
      shell.say(context.messages().text("people.notYou"));
    }
  }
}
