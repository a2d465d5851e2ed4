package ai.cryox.backend.store;

import ai.cryox.backend.series.Schema;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// What a check has met so far. One thread.
final class CheckTally {
  private final Consumer<Finding> listener;
  private final Map<Schema, Long> rows = new EnumMap<>(Schema.class);
  private long series;
  private long chunks;
  private long findings;

  CheckTally(Consumer<Finding> listener) {
    this.listener = listener;
  }

  void found(Finding finding) {
    findings++;
    listener.accept(finding);
  }

  void countSeries() {
    series++;
  }

  void countChunk() {
    chunks++;
  }

  void countRows(Schema kind, long more) {
    rows.merge(kind, more, Long::sum);
  }

  CheckReport report() {
    return new CheckReport(
        rows.getOrDefault(Schema.READING, 0L),
        rows.getOrDefault(Schema.TELEMETRY, 0L),
        rows.getOrDefault(Schema.STATUS, 0L),
        series,
        chunks,
        findings);
  }
}
