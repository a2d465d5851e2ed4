package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.NamedFacility;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CloudNamesTest {
  private static final Duration LATER = CloudNames.GOOD_FOR.plusSeconds(1);

  private final MovedClock clock = new MovedClock();
  private volatile List<NamedFacility> atServer = List.of(named("Nord"));
  private volatile boolean isDown;
  private volatile CountDownLatch asked = new CountDownLatch(1);
  private final CloudNames names = new CloudNames(this::server, clock);

  private static NamedFacility named(String name) {
    return new NamedFacility("north", name, ZoneOffset.UTC);
  }

  private List<NamedFacility> server() {
    asked.countDown();
    if (isDown) {
      throw new BackendException("The server cannot be reached.");
    }
    return atServer;
  }

  private void awaitAsked() throws InterruptedException {
    assertTrue(asked.await(60, TimeUnit.SECONDS), "nobody asked the server");
  }

  @Test
  void aNameGivenAtAnotherDeskIsSaidOnceSomebodyLooksAWhileLater() throws Exception {
    names.learn();
    atServer = List.of(named("Kühlhaus Nord"));
    asked = new CountDownLatch(1);
    assertEquals("Nord", names.of("north"));
    assertEquals(1, asked.getCount(), "it is not asked at each look");
    clock.move(LATER);
    assertEquals("Nord", names.of("north"), "what is known is said at once");
    awaitAsked();
    while (!"Kühlhaus Nord".equals(names.of("north"))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsKnownStaysWhileTheServerCannotBeAsked() throws Exception {
    names.learn();
    isDown = true;
    asked = new CountDownLatch(1);
    clock.move(LATER);
    assertEquals("Nord", names.of("north"));
    awaitAsked();
    names.learn();
    assertEquals("Nord", names.of("north"));
  }

  @Test
  void whatIsNamedHereIsSaidAtOnceAndTakenBackToo() {
    names.learn();
    names.rename(named("Harbour"));
    assertEquals("Harbour", names.of("north"));
    names.rename(named("north"));
    assertNull(names.of("north"), "a facility called by its id has no name");
    assertNull(names.of("south"));
  }
}
