package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Excursions of readings that come in order.
class ExcursionTest extends WithExcursions {
  @Test
  void aLiveExcursionIsStoredFromItsBeginningToItsEnd() {
    live(2, 4, 6, 7);
    Excursion open = only();
    assertTrue(open.isOpen());
    assertEquals(Severity.CRITICAL, open.severity());
    Instant start = open.start();
    live(6, 2);
    Excursion over = only();
    assertEquals(start, over.start());
    assertEquals(line.now, over.end());
    assertEquals(7, over.peak());
    assertEquals(4, over.readings());
    assertEquals(Duration.ofSeconds(90), over.beyond());
    assertFalse(over.historic());
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
  }

  @Test
  void aRestartInTheMiddleOfOneChangesNothing() {
    live(2, 4, 6);
    live(6, 9, 6);
    line.restart();
    live(6);
    line.restart();
    live(6, 2, 2);
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
    assertEquals(9, only().peak());
    assertEquals(7, only().readings());
  }

  @Test
  void oneStaysOneAcrossMidnightAndRestarts() {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 12; i++) {
        line.pass(Duration.ofMinutes(5));
        line.read(FRIDGE, line.now, 6 + i / 10.0);
      }
      if (hour % 7 == 0) {
        line.restart();
      }
    }
    assertEquals(24 * 12, only().readings());
    assertTrue(only().isOpen());
    assertEquals(24 * 12 - 1, only().gaps(), "five minutes are a gap at 30 s a reading");
  }

  @Test
  void pagesListEveryExcursionOnceAndForgetNone() {
    live(2);
    for (int i = 0; i < 25; i++) {
      live(8, 2);
    }
    ExcursionQuery query =
        new ExcursionQuery(SteppedBackend.FACILITY, null, Instant.EPOCH, line.now);
    List<Excursion> all = new ArrayList<>();
    Page<Excursion> page = line.session().excursions(query, PageRequest.first(10));
    String second = page.continuationToken();
    assertNotNull(second);
    all.addAll(page.items());
    while (page.continuationToken() != null) {
      page = line.session().excursions(query, new PageRequest(10, page.continuationToken()));
      all.addAll(page.items());
    }
    assertEquals(line.excursions(FRIDGE), all);
    assertEquals(25, all.size());
    ExcursionQuery other = new ExcursionQuery(null, "ghost", Instant.EPOCH, line.now);
    assertEquals(List.of(), line.session().excursions(other, PageRequest.first(10)).items());
    assertThrows(
        BadTokenException.class,
        () -> line.session().excursions(other, new PageRequest(10, second)));
    Instant middle = all.get(12).start();
    ExcursionQuery half = new ExcursionQuery(null, FRIDGE, middle, middle.plusMillis(1));
    assertEquals(
        List.of(all.get(12)), line.session().excursions(half, PageRequest.first(10)).items());
  }

  @Test
  void aDeviceOfWhichNothingIsKnownHasNone() {
    Device device = Device.unconfirmed("quiet", SteppedBackend.FACILITY, line.now);
    line.asking(() -> {
      line.session().register(device);
      return true;
    });
    assertEquals(List.of(), line.excursions("quiet"));
    assertNull(device.profileId());
  }
}
