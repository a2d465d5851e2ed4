package ai.cryox.backend.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IngestQueueTest {
  private static final Delivery DELIVERY =
      new Delivery(
          new Origin("client", "topic", null, null, Map.of()),
          Instant.EPOCH,
          new byte[744],
          new Decoded(List.of(), List.of()),
          Receipt.NONE);

  private final IngestQueue queue = new IngestQueue(4_000);

  @Test
  void aFullQueueTakesNothingAndCallsWhenHalfIsFree() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      assertTrue(queue.offer(DELIVERY));
    }
    assertFalse(queue.offer(DELIVERY));
    AtomicInteger called = new AtomicInteger();
    queue.whenRoom(called::incrementAndGet);
    assertEquals(1, queue.drain(Duration.ZERO, Duration.ZERO, 1, 1).size());
    assertEquals(0, called.get());
    assertEquals(3, queue.drain(Duration.ZERO, Duration.ZERO, 10, 10).size());
    assertEquals(1, called.get());
    queue.whenRoom(called::incrementAndGet);
    assertEquals(2, called.get());
  }

  @Test
  void oneOversizedDeliveryStillGoesThroughAnEmptyQueue() {
    IngestQueue tiny = new IngestQueue(1);
    assertTrue(tiny.offer(DELIVERY));
    assertFalse(tiny.offer(DELIVERY));
  }
}
