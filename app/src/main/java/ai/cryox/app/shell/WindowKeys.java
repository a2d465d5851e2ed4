package ai.cryox.app.shell;

import ai.cryox.app.rules.RuleCards.Rule;
import ai.cryox.app.screen.Destination;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that mean the same on every screen. FX thread only.
final class WindowKeys {
  private final Supplier<Shell> inWindow;
  private final Runnable takePicture;

  /// @param inWindow what the window holds now: it is made anew in another language
  WindowKeys(Supplier<Shell> inWindow, Runnable takePicture) {
    this.inWindow = inWindow;
    this.takePicture = takePicture;
  }

  /// Does what a key is for; what means nothing here goes on.
  void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (event.isShortcutDown() && event.isShiftDown() && event.getCode() == KeyCode.S) {
      takePicture.run();
      event.consume();
      return;
    }
    if (event.isShortcutDown() ? shortcut(event.getCode(), typing) : plain(event)) {
      event.consume();
    }
  }

  private boolean shortcut(KeyCode code, boolean typing) {
    Shell shell = inWindow.get();
    switch (code) {
      case A -> {
        if (typing) {
          return false;
        }
        shell.acknowledgeWorst();
      }
      case B -> shell.go(new Destination.Calibrations());
      case D -> shell.go(new Destination.Registry());
      case E -> shell.go(new Destination.Excursions());
      case G -> shell.go(new Destination.Trends(null, null, null));
      case H -> shell.deeds().goHome();
      case I -> shell.deeds().showFirstSteps();
      case J -> shell.go(new Destination.Energy());
      case K -> shell.findDevice();
      case L -> shell.deeds().seat().leave();
      case M -> shell.mute();
      case O -> shell.deeds().showServers();
      case Z -> {
        return !typing && shell.undo();
      }
      case P -> shell.deeds().showPeople();
      case R -> shell.go(new Destination.Reports(null));
      case T -> shell.deeds().look().toggle();
      case U -> shell.deeds().seat().standUp();
      case DIGIT1, NUMPAD1 -> shell.deeds().showRule(Rule.DESIGN);
      case DIGIT2, NUMPAD2 -> shell.deeds().showRule(Rule.KEEPING);
      case DIGIT3, NUMPAD3 -> shell.deeds().showRule(Rule.ROUTES);
      case COMMA -> shell.go(new Destination.Settings());
      case PLUS, ADD, EQUALS -> shell.deeds().look().enlarge(1);
      case MINUS, SUBTRACT -> shell.deeds().look().enlarge(-1);
      case DIGIT0, NUMPAD0 -> shell.deeds().look().enlarge(0);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    Shell shell = inWindow.get();
    if (shell.hasCard()) {
      return false;
    }
    switch (event.getCode()) {
      case F1 -> shell.showHelp();
      case F2 -> shell.go(new Destination.Overview(null));
      case F3 -> shell.go(new Destination.Alarms(null));
      case F4 -> shell.go(new Destination.OneDevice(null));
      case F5 -> shell.go(new Destination.Health());
      case F6 -> shell.go(new Destination.Rejected());
      case F7 -> shell.go(new Destination.Handover());
      case F8 -> shell.go(new Destination.Profiles());
      case F9 -> shell.go(new Destination.Callouts());
      case F10 -> shell.go(new Destination.FloorPlan());
      case F11 -> shell.showWall();
      case F12 -> shell.go(new Destination.Audit());
      case LEFT -> {
        if (!event.isAltDown()) {
          return false;
        }
        shell.back();
      }
      case ESCAPE -> {
        if (event.getTarget() instanceof TextInputControl field && !field.getText().isEmpty()) {
          field.clear();
        } else {
          shell.back();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
