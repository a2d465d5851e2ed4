package ai.cryox.app.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// Starts JavaFX, with a display or without.
final class Toolkit {
  private Toolkit() {}

  /// Whether a window can be shown to somebody.
  static boolean hasDisplay() {
    return hasDisplay(System.getProperty("os.name", ""), System.getenv());
  }

  static boolean hasDisplay(String system, Map<String, String> environment) {
    boolean needsServer = !system.toLowerCase(Locale.ROOT).matches(".*(win|mac).*");
    return !needsServer || isSet(environment, "DISPLAY");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  /// Starts the toolkit and waits until it runs.
  ///
  /// @param visible `false` draws into memory only
  /// @throws ToolkitException if a library or the display is missing
  static void start(boolean visible) {
    if (!visible) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    CountDownLatch running = new CountDownLatch(1);
    try {
      Platform.startup(running::countDown);
      Platform.setImplicitExit(false);
      running.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (UnsupportedOperationException | LinkageError missing) {
      throw new ToolkitException(
          "The window cannot be opened (%s). On Linux install libgtk-3-0 and libgl1 and check DISPLAY; without a display use `cryox serve`."
              .formatted(missing.getMessage()),
          missing);
    }
  }

  /// JavaFX cannot start here.
  static final class ToolkitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ToolkitException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
