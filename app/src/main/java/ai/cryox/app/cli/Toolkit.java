package ai.cryox.app.cli;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.shell.OpeningWindow;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Starts JavaFX, with a display or without.
final class Toolkit {
  private static final String DRAWN_BY = "prism.order";
  private static final String SOFTWARE = "sw";

  /// The start that nobody waits for yet.
  private static final AtomicReference<@Nullable FutureTask<Boolean>> AHEAD =
      new AtomicReference<>();

  private Toolkit() {}

  /// Has the toolkit start with the display, on a thread of its own, before the command line is
  /// read, and then what the first window needs. Whoever starts the toolkit after that waits for
  /// this start, and hears of what it lacked.
  static void wake() {
    FutureTask<Boolean> start = new FutureTask<>(() -> startNow(true), true);
    if (AHEAD.compareAndSet(null, start)) {
      Thread.ofPlatform()
          .name("toolkit-ahead")
          .daemon()
          .start(() -> {
            start.run();
            if (start.state() == Future.State.SUCCESS) {
              OpeningWindow.prepare();
            }
          });
    }
  }

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
    FutureTask<Boolean> ahead = AHEAD.get();
    if (ahead == null) {
      startNow(visible);
    } else {
      outcome(ahead);
    }
  }

  private static void startNow(boolean visible) {
    if (!visible) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty(DRAWN_BY, SOFTWARE);
    }
    if (SOFTWARE.equals(System.getProperty(DRAWN_BY))) {
      // A graphics card is spared work by pictures of backgrounds; without one they are the work.
      System.setProperty("prism.disableRegionCaching", "true");
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

  /// Starts the toolkit beside whatever else a start has to do, and has it say what is being done.
  ///
  /// @param visible `false` draws into memory only
  /// @param opening shows the window that says so; on the FX thread
  static Coming begin(boolean visible, Supplier<OpeningWindow> opening) {
    return new Coming(visible, opening);
  }

  /// A toolkit that is being started on a thread of its own.
  static final class Coming {
    private final FutureTask<OpeningWindow> start;

    private Coming(boolean visible, Supplier<OpeningWindow> opening) {
      start =
          new FutureTask<>(() -> {
            Toolkit.start(visible);
            OpeningWindow window = FxThread.get(opening);
            window.awaitFirstFrame();
            return window;
          });
      Thread.ofPlatform().name("toolkit").daemon().start(start);
    }

    /// Waits until the window stands there and can be read.
    ///
    /// @return `null` if the thread was interrupted
    /// @throws ToolkitException if a library or the display is missing
    @Nullable OpeningWindow await() {
      return outcome(start);
    }
  }

  /// `null` if the thread was interrupted.
  private static <T> @Nullable T outcome(FutureTask<T> start) {
    try {
      return start.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException missing) {
        throw missing;
      }
      throw new IllegalStateException("The toolkit did not start.", failed);
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
