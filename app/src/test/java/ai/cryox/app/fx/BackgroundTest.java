package ai.cryox.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final BlockingQueue<Runnable> fxThread = new LinkedBlockingQueue<>();
  private final Background background =
      new Background(fxThread::add, sentence -> sentence, String::valueOf, () -> {});
  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    answers.countDown();
    background.close();
  }

  private void ask() {
    background.call(
        () -> {
          try {
            answers.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
          return "the answer";
        },
        said::add,
        said::add);
  }

  private void hear() throws InterruptedException {
    Runnable next = fxThread.poll(60, TimeUnit.SECONDS);
    assertTrue(next != null, "no answer came");
    next.run();
  }

  @Test
  void itIsKnownThatSomebodyWaitsUntilTheAnswerIsHandedOver() throws InterruptedException {
    assertEquals(Duration.ZERO, background.waitedFor());
    ask();
    assertTrue(background.isBusy());
    assertTrue(background.waitedFor().compareTo(Duration.ZERO) > 0);
    answers.countDown();
    hear();
    assertEquals(List.of("the answer"), said);
    assertFalse(background.isBusy());
  }

  @Test
  void whatNobodyAskedForIsNotWaitedFor() {
    background.unaskedWhile(() -> true);
    ask();
    assertTrue(background.isBusy());
    assertEquals(Duration.ZERO, background.waitedFor());
    background.unaskedWhile(() -> false);
    ask();
    assertTrue(background.waitedFor().compareTo(Duration.ZERO) > 0);
  }

  @Test
  void aRefusalThatCannotBePutIntoWordsIsToldAsItWasSaid() throws InterruptedException {
    try (Background mute =
        new Background(
            fxThread::add,
            _ -> {
              throw new IllegalStateException("no such text");
            },
            String::valueOf,
            () -> {})) {
      mute.call(
          () -> {
            throw new IllegalArgumentException("Say why.");
          },
          _ -> said.add("done"),
          said::add);
      hear();
      assertEquals(List.of("Say why."), said);
      assertFalse(mute.isBusy());
    }
  }

  @Test
  void whoNoLongerWaitsIsToldSoAndTheLateAnswerIsDropped() throws InterruptedException {
    ask();
    background.abandon("not any more");
    assertEquals(List.of("not any more"), said);
    assertFalse(background.isBusy());
    answers.countDown();
    hear();
    assertEquals(List.of("not any more"), said);
  }
}
