package ai.cryox.connectors.cloud;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Waits in real time.
final class RealPause implements Pause {
  private final Semaphore woken = new Semaphore(0);

  @Override
  public void pause(Duration length) {
    try {
      if (woken.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void wake() {
    woken.release();
  }
}
