package ai.cryox.backend.pipeline;

import ai.cryox.core.backend.BackendException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what the pipeline or a device answers. Any thread but the pipeline's.
public final class Patience {
  /// So long a change may take to be stored.
  public static final Duration USUAL = Duration.ofSeconds(10);

  private Patience() {}

  /// Waits as long as a change may take.
  ///
  /// @throws IllegalArgumentException if it was refused
  /// @throws BackendException if no answer came
  public static <T> T await(CompletableFuture<T> answer) {
    return await(answer, USUAL);
  }

  /// Waits that long.
  ///
  /// @throws IllegalArgumentException if it was refused
  /// @throws BackendException if no answer came
  public static <T> T await(CompletableFuture<T> answer, Duration longest) {
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IllegalArgumentException refused -> throw refused;
        case BackendException stopped -> throw stopped;
        case null, default -> throw new BackendException("The change could not be made.", failed);
      }
    } catch (TimeoutException late) {
      throw new BackendException(
          "The change is not stored yet: the store does not answer. Look at the status bar, and"
              + " look again whether it was made.",
          late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BackendException("The wait for the change was broken off.", stop);
    }
  }
}
