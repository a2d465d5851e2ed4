package ai.cryox.backend.store;

import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.series.Series;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of a series that a leaf of the ledger speaks of.
///
/// @param leaf which one
/// @param series its key
/// @param facts of a chunk: what stands before its bytes in its hash; of a tail `null`
/// @param sequence of a tail; of a chunk 0
/// @param data the bytes
public record SealedRows(
    long leaf, long series, @Nullable ChunkFacts facts, long sequence, byte[] data) {
  /// Tells of all of a stretch in one transaction, from ≤ time < until: chunks in order of their
  /// first row, then what was saved of the rest.
  static void read(
      Handle handle, Series series, long from, long until, Consumer<SealedRows> consumer) {
    handle
        .createQuery(
            """
            SELECT chunk.*, ledger_seal.leaf FROM chunk JOIN ledger_seal USING (seal)
            WHERE series_key = ? AND from_ms >= ? AND from_ms < ? AND until_ms >= ?
            ORDER BY from_ms\
            """)
        .bind(0, series.key())
        .bind(1, Math.max(from, Long.MIN_VALUE / 2) - series.longestSpan())
        .bind(2, until)
        .bind(3, from)
        .map((row, context) ->
            new SealedRows(
                row.getLong("leaf"),
                series.key(),
                StoreLedger.facts(
                    series.schema().id(), series.deviceId(), SeriesReader.header(row)),
                0,
                row.getBytes("data")))
        .forEach(consumer);
    handle
        .createQuery(
            """
            SELECT tail.seq, tail.data, ledger_place.leaf FROM tail
            JOIN ledger_place ON ledger_place.kind = ? AND record_key = series_key
            WHERE series_key = ?\
            """)
        .bind(0, LedgerTables.TAIL)
        .bind(1, series.key())
        .map((row, context) ->
            new SealedRows(
                row.getLong("leaf"), series.key(), null, row.getLong("seq"), row.getBytes("data")))
        .forEach(consumer);
  }
}
