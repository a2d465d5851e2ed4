package ai.cryox.app.fx;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where calls that may block on disk or network are made. Results and troubles come back on the FX
/// thread.
public final class Background implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Background.class.getName());

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          2, task -> Thread.ofPlatform().name("console-background").daemon().unstarted(task));
  private final AtomicInteger underWay = new AtomicInteger();
  private final Executor fxThread;
  private final Function<Throwable, String> explain;
  private final Runnable onForbidden;

  /// @param fxThread runs what it is given on the FX thread
  /// @param explain a sentence for people about what nobody expected; any thread
  /// @param onForbidden told on the FX thread, after whoever called, that the person may not
  public Background(Executor fxThread, Function<Throwable, String> explain, Runnable onForbidden) {
    this.fxThread = fxThread;
    this.explain = explain;
    this.onForbidden = onForbidden;
  }

  /// Makes the call in the background, then hands over what came of it.
  ///
  /// @param onResult on the FX thread
  /// @param onTrouble on the FX thread, with a sentence for people, when there is no result
  public <T> void call(Supplier<T> work, Consumer<T> onResult, Consumer<String> onTrouble) {
    underWay.incrementAndGet();
    try {
      workers.execute(() -> callHere(work, onResult, onTrouble));
    } catch (RejectedExecutionException closed) {
      underWay.decrementAndGet();
      // The window is closing: nobody is left to show the answer to.
      onTrouble.accept("");
    }
  }

  private <T> void callHere(Supplier<T> work, Consumer<T> onResult, Consumer<String> onTrouble) {
    T result;
    try {
      result = work.get();
    } catch (BackendException | ForbiddenException | IllegalArgumentException trouble) {
      // The ports refuse what makes no sense, and what somebody may not, with a sentence.
      LOG.log(Level.DEBUG, "A call in the background was refused.", trouble);
      String sentence = String.valueOf(trouble.getMessage());
      answer(() -> onTrouble.accept(sentence));
      if (trouble instanceof ForbiddenException) {
        fxThread.execute(onForbidden);
      }
      return;
    } catch (RuntimeException | Error unexpected) {
      // Nobody may wait for an answer that never comes, whatever went wrong.
      LOG.log(Level.ERROR, "A call in the background failed.", unexpected);
      String sentence = explain.apply(unexpected);
      answer(() -> onTrouble.accept(sentence));
      return;
    }
    answer(() -> onResult.accept(result));
  }

  private void answer(Runnable handOver) {
    fxThread.execute(() -> {
      underWay.decrementAndGet();
      handOver.run();
    });
  }

  /// Whether an answer is still to come. Any thread.
  public boolean isBusy() {
    return underWay.get() > 0;
  }

  /// Takes no more calls; what is under way is finished.
  @Override
  public void close() {
    workers.shutdown();
  }
}
