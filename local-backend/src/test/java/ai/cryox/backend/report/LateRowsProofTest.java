package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.device.Device;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came late stands behind what came before it in the store until both are one chunk; it is
/// proven all the same.
class LateRowsProofTest {
  @TempDir Path folder;

  @Test
  void readingsThatCameOutOfOrderAreProven() {
    Device device = RecordedStore.refrigerator("temp_007", "Fridge 07");
    Instant end = T0.plus(Duration.ofHours(2));
    Path data = folder.resolve("data");
    try (RecordedStore store = new RecordedStore(data)) {
      store.write(device, end, at -> 5.0);
      for (int minute = 10; minute < 30; minute++) {
        store.late(device, T0.plusSeconds(minute * 60 + 7), end, 5.5);
      }
      store.heartbeat(end);
    }
    try (RecordedStore store = new RecordedStore(data)) {
      store.heartbeat(end.plusSeconds(600));
    }
    Path out = folder.resolve("report.pdf");
    InstantSource clock = InstantSource.fixed(end.plusSeconds(600));
    new ReportMaker(data, ReportSeal.ofFolder(data, "x", clock), null, "operator", "Cryox", clock)
        .pdf(
            new ReportRequest(
                ReportKind.UNIT,
                FACILITY,
                "temp_007",
                T0,
                end,
                new Letterhead("Harbour", ZoneOffset.UTC, "en")),
            out,
            ReportProgress.UNWATCHED);
    List<Check> checks = ReportVerifier.verify(out);
    assertEquals(List.of(), checks.stream().filter(check -> !check.good()).toList());
    assertTrue(
        checks.stream().anyMatch(check -> check.sentence().contains("260 readings are what")),
        checks::toString);
  }
}
