package ai.cryox.backend.store;

import java.time.Duration;
import java.time.Instant;

/// Keeps the rejected lane from growing for ever: what is too old goes, and the oldest goes when
/// there is too much, for a device that sends nonsense must not fill the disk. Belongs to the
/// writer's thread.
final class RejectionExpiry {
  /// Payload bytes kept at most, about.
  static final long MOST_BYTES = 1L << 30;

  private static final int DELETED_AT_ONCE = 500;

  private final SqliteDatabase database;
  private final long mostBytes;

  RejectionExpiry(SqliteDatabase database, long mostBytes) {
    this.database = database;
    this.mostBytes = mostBytes;
  }

  /// Deletes some of what is older than that, in the writer's open transaction.
  ///
  /// @return whether there may be more
  boolean deleteOld(Instant now, Duration kept) {
    return delete("received_ms < " + now.minus(kept).toEpochMilli()) == DELETED_AT_ONCE;
  }

  /// Deletes some of the oldest if there is too much, in the writer's open transaction.
  ///
  /// @return whether there may be more
  boolean deleteSurplus() {
    long bytes =
        database.writer().createQuery("SELECT bytes FROM rejection_total").mapTo(Long.class).one();
    return bytes > mostBytes && delete("TRUE") > 0;
  }

  private int delete(String which) {
    return database
        .writer()
        .execute(
            "DELETE FROM rejection WHERE rejection_key IN (SELECT rejection_key FROM rejection"
                + " WHERE %s ORDER BY rejection_key LIMIT %d)".formatted(which, DELETED_AT_ONCE));
  }
}
