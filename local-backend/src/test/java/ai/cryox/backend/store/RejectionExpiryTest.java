package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Rejection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionExpiryTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private SqliteRejectionStore rejections;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    rejections = new SqliteRejectionStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private void reject(int count, int bytes) {
    List<Rejection> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fault fault = new Fault(Fault.Reason.MALFORMED_JSON, "");
      some.add(Rejection.of(T0.plusSeconds(i), "device", "topic", fault, new byte[bytes]));
    }
    rejections.append(some);
    database.commit();
  }

  private long kept() {
    return rejections.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void theOldestGoWhenThereIsTooMuch() {
    RejectionExpiry expiry = new RejectionExpiry(database, 1_000_000);
    reject(1_200, 1_000);
    assertTrue(expiry.deleteSurplus());
    database.commit();
    assertEquals(700, kept());
    assertFalse(expiry.deleteSurplus());
    assertEquals(
        T0.plusSeconds(1_199),
        rejections.read(PageRequest.first(1)).items().getFirst().receivedAt());
  }

  @Test
  void asMuchAsIsAllowedStays() {
    RejectionExpiry expiry = new RejectionExpiry(database, 1_000_000);
    reject(1_000, 1_000);
    assertFalse(expiry.deleteSurplus());
    assertEquals(1_000, kept());
  }

  @Test
  void whatIsTooOldGoes() {
    RejectionExpiry expiry = new RejectionExpiry(database, 1_000_000);
    reject(600, 10);
    assertTrue(expiry.deleteOld(T0.plusSeconds(1_000), Duration.ofSeconds(450)));
    assertFalse(expiry.deleteOld(T0.plusSeconds(1_000), Duration.ofSeconds(450)));
    database.commit();
    assertEquals(50, kept());
  }
}
