package ai.cryox.app.bench;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.report.ReportMaker;
import ai.cryox.backend.report.ReportProgress;
import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// How long reports take, and how large they are: a month of many units, and a year of one.
public final class ReportBench {
  private static final String FACILITY = "bench";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final int BATCH = 8_000;

  private static final Instant MONTH = START.plus(Duration.ofDays(30));
  private static final Instant YEAR = START.plus(Duration.ofDays(365));

  private final Path folder;
  private final Path data;
  private final int units;
  private final Random random = new Random(1);

  /// Goes on with each commit, so that the ledger is signed as it is in a backend.
  private Instant clock = START.plus(Duration.ofDays(366));

  /// @param folder an empty one
  /// @param units of the month's report
  public ReportBench(Path folder, int units) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.units = units;
  }

  /// Measures and gives the figures by name.
  ///
  /// @throws IOException if a file cannot be read or written
  public Map<String, Double> measure() throws IOException {
    storeMonth();
    try (BenchStore store = new BenchStore(data)) {
      write(store, "year_00", YEAR);
    }
    ReportMaker maker = maker();
    Map<String, Double> figures = new LinkedHashMap<>();
    resetPeaks();
    Path pdf = folder.resolve("month.pdf");
    figures.put("month_s", make(maker, ReportKind.PERIOD, null, MONTH, pdf, figures, "month_"));
    figures.put("month_verify_s", verify(pdf));
    Path one = folder.resolve("year.pdf");
    figures.put("year_s", make(maker, ReportKind.UNIT, "year_00", YEAR, one, figures, "year_"));
    figures.put("year_verify_s", verify(one));
    figures.put("peak_heap_mb", peakHeapMib());
    return figures;
  }

  /// Stores what the month's report is about.
  public void storeMonth() {
    try (BenchStore store = new BenchStore(data)) {
      for (int unit = 0; unit < units; unit++) {
        write(store, "bench_%02d".formatted(unit), MONTH);
      }
    }
  }

  /// Makes the month's report.
  ///
  /// @param figures get what it amounts to, by name
  /// @return seconds
  double makeMonth(Map<String, Double> figures) throws IOException {
    Path pdf = folder.resolve("month.pdf");
    return make(maker(), ReportKind.PERIOD, null, MONTH, pdf, figures, "report_");
  }

  private ReportMaker maker() {
    InstantSource now = InstantSource.fixed(clock);
    return new ReportMaker(
        data, ReportSeal.ofFolder(data, FACILITY, now), null, "bench", "bench", now);
  }

  /// A refrigerator at 5 °C that is opened each morning.
  private void write(BenchStore store, String id, Instant until) {
    Batch batch = new Batch(clock);
    batch.devices.put(
        id,
        new Device(
            id,
            FACILITY,
            "hall",
            id,
            StorageProfiles.REFRIGERATOR.id(),
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            START));
    double drift = 0;
    for (Instant at = START; at.isBefore(until); at = at.plus(PERIOD)) {
      drift += random.nextGaussian() * 0.02 - drift * 0.01;
      long minute = at.getEpochSecond() / 60 % 1_440;
      double opened = minute >= 480 && minute < 490 ? 2 : 0;
      double celsius = Math.round((5 + drift + opened) * 100) / 100.0;
      batch.readings.add(
          new ReceivedReading(Reading.of(id, FACILITY, at, celsius), at.plusMillis(80), false));
      if (batch.readings.size() == BATCH) {
        store.write(batch);
        clock = clock.plusSeconds(61);
        batch = new Batch(clock);
      }
    }
    store.write(batch);
  }

  private static double make(
      ReportMaker maker,
      ReportKind kind,
      @Nullable String unit,
      Instant until,
      Path out,
      Map<String, Double> figures,
      String name)
      throws IOException {
    long before = System.nanoTime();
    ReportMaker.Made made =
        maker.pdf(
            new ReportRequest(
                kind, FACILITY, unit, START, until, new Letterhead("Bench", ZoneOffset.UTC, "en")),
            out,
            ReportProgress.UNWATCHED);
    double seconds = (System.nanoTime() - before) / 1e9;
    figures.put(name + "readings", (double) made.rows());
    figures.put(name + "pages", (double) made.pages());
    figures.put(name + "mb", Files.size(out) / 1e6);
    figures.put(name + "without_data_mb", (Files.size(out) - made.packedBytes()) / 1e6);
    return seconds;
  }

  private static double verify(Path pdf) {
    long before = System.nanoTime();
    for (Check check : ReportVerifier.verify(pdf)) {
      if (!check.good()) {
        throw new IllegalStateException(check.sentence());
      }
    }
    return (System.nanoTime() - before) / 1e9;
  }

  private static void resetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /// The sum of what each part of the heap held at its fullest, MiB.
  private static double peakHeapMib() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / 1048576.0;
  }
}
