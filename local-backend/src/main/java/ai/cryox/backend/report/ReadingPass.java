package ai.cryox.backend.report;

import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.store.SealedRows;
import ai.cryox.backend.store.SeriesView;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.FigureMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// One pass over one device's readings: each is corrected, measured, drawn, judged and written to
/// the data. One thread.
final class ReadingPass {
  private static final long SLICE = Duration.ofDays(31).toMillis();

  private final String deviceId;
  private final String facilityId;
  private final long from;
  private final NavigableMap<Long, Correction> corrections;
  private final NavigableMap<Long, StorageProfile> limits;
  private final FigureMeter meter;
  private final Envelope chart;
  private final @Nullable ExcursionTracker tracker;
  private final DataWriter data;
  private final ProofWriter proof;
  private final byte[] prefix;
  private Correction correction = Correction.NONE;
  private long nextCorrection = Long.MIN_VALUE;
  private long nextLimits;

  /// @param from the period's beginning, epoch milliseconds: what is earlier is only measured
  /// @param proof told of what the ledger was given of the period's readings
  /// @param tracker finds excursions in corrected temperatures, or `null` if those that are stored
  ///   hold
  ReadingPass(
      String deviceId,
      String facilityId,
      long from,
      NavigableMap<Long, Correction> corrections,
      NavigableMap<Long, StorageProfile> limits,
      FigureMeter meter,
      Envelope chart,
      @Nullable ExcursionTracker tracker,
      DataWriter data,
      ProofWriter proof) {
    this.deviceId = deviceId;
    this.facilityId = facilityId;
    this.from = from;
    this.corrections = corrections;
    this.limits = limits;
    this.meter = meter;
    this.chart = chart;
    this.tracker = tracker;
    this.data = data;
    this.proof = proof;
    this.prefix = prefix(deviceId);
    Long next = limits.higherKey(from);
    this.nextLimits = next == null ? Long.MAX_VALUE : next;
  }

  private static byte[] prefix(String deviceId) {
    CsvBuffer once = new CsvBuffer();
    once.field(deviceId);
    return once.take();
  }

  /// Reads all of a stretch, in slices, so that the store can tidy up between them.
  void run(SeriesView series, long start, long end) {
    for (long at = start; at < end; at += SLICE) {
      series.walkTemperatures(deviceId, at, Math.min(end, at + SLICE), this::take, this::prove);
    }
  }

  private void prove(SealedRows rows) {
    ChunkFacts facts = rows.facts();
    if (facts == null || facts.until() >= from) {
      proof.rows(rows);
    }
  }

  private void take(long time, double raw, long receivedAt, boolean late, String facility) {
    if (!facility.equals(facilityId)) {
      return;
    }
    if (time >= nextCorrection) {
      correctAt(time);
    }
    double corrected = correction.apply(raw);
    meter.add(time, corrected, late);
    ExcursionTracker finder = tracker;
    if (finder != null) {
      if (time >= nextLimits) {
        limitAt(finder, time);
      }
      finder.add(time, corrected, late);
    }
    if (time < from) {
      return;
    }
    chart.add(time, corrected);
    CsvBuffer line = data.buffer();
    line.raw(prefix).time(time).field(raw).field(corrected);
    if (late) {
      line.time(receivedAt);
    } else {
      line.field((String) null);
    }
    data.row();
  }

  private void correctAt(long time) {
    Map.Entry<Long, Correction> now = corrections.floorEntry(time);
    correction = now == null ? Correction.NONE : now.getValue();
    Long next = corrections.higherKey(time);
    nextCorrection = next == null ? Long.MAX_VALUE : next;
  }

  private void limitAt(ExcursionTracker finder, long time) {
    Map.Entry<Long, StorageProfile> now = limits.floorEntry(time);
    if (now != null) {
      finder.relimit(now.getValue());
    }
    Long next = limits.higherKey(time);
    nextLimits = next == null ? Long.MAX_VALUE : next;
  }

  /// The first instant and the last at which a device spoke of a facility in a stretch, or `null`
  /// if it never did.
  static Instant @Nullable [] stay(
      SeriesView series, String deviceId, String facilityId, long start, long end) {
    long[] found = {Long.MAX_VALUE, Long.MIN_VALUE};
    for (long at = start; at < end; at += SLICE) {
      series.walkTemperatures(
          deviceId,
          at,
          Math.min(end, at + SLICE),
          (time, raw, receivedAt, late, facility) -> {
            if (facility.equals(facilityId)) {
              found[0] = Math.min(found[0], time);
              found[1] = time;
            }
          });
    }
    return found[1] == Long.MIN_VALUE
        ? null
        : new Instant[] {Instant.ofEpochMilli(found[0]), Instant.ofEpochMilli(found[1])};
  }
}
