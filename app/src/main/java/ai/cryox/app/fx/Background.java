package ai.cryox.app.fx;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Where calls that may block on disk or network are made. Results and troubles come back on the FX
/// thread.
public final class Background implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Background.class.getName());

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          2, task -> Thread.ofPlatform().name("console-background").daemon().unstarted(task));
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Executor fxThread;
  private final UnaryOperator<String> wording;
  private final Function<Throwable, String> explain;
  private final Runnable onForbidden;
  private BooleanSupplier unasked = () -> false;

  /// @param fxThread runs what it is given on the FX thread
  /// @param wording puts a sentence of refusal into the language of who reads it; any thread
  /// @param explain a sentence for people about what nobody expected; any thread
  /// @param onForbidden told on the FX thread, after whoever called, that the person may not
  public Background(
      Executor fxThread,
      UnaryOperator<String> wording,
      Function<Throwable, String> explain,
      Runnable onForbidden) {
    this.fxThread = fxThread;
    this.wording = wording;
    this.explain = explain;
    this.onForbidden = onForbidden;
  }

  /// Somebody waits for an answer.
  ///
  /// @param sinceNanos by {@link System#nanoTime}
  /// @param asked whether a person wanted it
  private record Waiting(long sinceNanos, boolean asked, Consumer<String> onTrouble) {}

  /// Says when calls are made that no person asked for. FX thread.
  ///
  /// @param now asked at each call, on the thread that makes it
  public void unaskedWhile(BooleanSupplier now) {
    unasked = now;
  }

  /// Makes the call in the background, then hands over what came of it.
  ///
  /// @param onResult on the FX thread
  /// @param onTrouble on the FX thread, with a sentence for people, when there is no result
  public <T> void call(Supplier<T> work, Consumer<T> onResult, Consumer<String> onTrouble) {
    Waiting one = new Waiting(System.nanoTime(), !unasked.getAsBoolean(), onTrouble);
    waiting.add(one);
    try {
      workers.execute(() -> callHere(one, work, onResult));
    } catch (RejectedExecutionException closed) {
      waiting.remove(one);
      // The window is closing: nobody is left to show the answer to.
      onTrouble.accept("");
    }
  }

  private <T> void callHere(Waiting one, Supplier<T> work, Consumer<T> onResult) {
    T result;
    try {
      result = work.get();
    } catch (BackendException | ForbiddenException | IllegalArgumentException trouble) {
      // The ports refuse what makes no sense, and what somebody may not, with a sentence.
      LOG.log(Level.DEBUG, "A call in the background was refused.", trouble);
      String sentence = worded(String.valueOf(trouble.getMessage()));
      answer(one, () -> one.onTrouble().accept(sentence));
      if (trouble instanceof ForbiddenException) {
        fxThread.execute(onForbidden);
      }
      return;
    } catch (RuntimeException | Error unexpected) {
      // Nobody may wait for an answer that never comes, whatever went wrong.
      LOG.log(Level.ERROR, "A call in the background failed.", unexpected);
      String sentence = explain.apply(unexpected);
      answer(one, () -> one.onTrouble().accept(sentence));
      return;
    }
    answer(one, () -> onResult.accept(result));
  }

  /// As it was said, if it cannot be put into words: who waits is told in any case.
  private String worded(String sentence) {
    try {
      return wording.apply(sentence);
    } catch (RuntimeException unworded) {
      LOG.log(Level.ERROR, "A refusal cannot be put into words.", unworded);
      return sentence;
    }
  }

  /// An answer that nobody waits for any more is dropped.
  private void answer(Waiting one, Runnable handOver) {
    fxThread.execute(() -> {
      if (waiting.remove(one)) {
        handOver.run();
      }
    });
  }

  /// Whether an answer is still to come. Any thread.
  public boolean isBusy() {
    return !waiting.isEmpty();
  }

  /// For how long the oldest answer that a person asked for has been waited for; nothing if none
  /// is. Any thread.
  public Duration waitedFor() {
    return waiting.stream()
        .filter(Waiting::asked)
        .findFirst()
        .map(oldest -> Duration.ofNanos(System.nanoTime() - oldest.sinceNanos()))
        .orElse(Duration.ZERO);
  }

  /// Waits for nothing any more: whoever waits is told so, answers that come later are dropped.
  /// What is under way at the backend is not interrupted. FX thread.
  public void abandon(String sentence) {
    for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
      one.onTrouble().accept(sentence);
    }
  }

  /// Takes no more calls; what is under way is finished.
  @Override
  public void close() {
    workers.shutdown();
  }
}
