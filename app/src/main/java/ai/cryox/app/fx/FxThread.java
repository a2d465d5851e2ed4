package ai.cryox.app.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Work for the FX thread, from threads that may wait for it.
public final class FxThread {
  private FxThread() {}

  /// Runs the work on the FX thread after what it does now. Any thread.
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  /// Runs the work on the FX thread and waits for its result. Any thread.
  public static <T> T get(Supplier<T> work) {
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException | Error failed) {
        result.completeExceptionally(failed);
      }
    });
    try {
      return result.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
