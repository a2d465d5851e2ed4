package ai.cryox.backend.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What is done while nobody waits: chunks that overlap are merged, what is too old is deleted, the
/// ledger is packed, and the space that becomes free is given back. Each step takes milliseconds.
/// Belongs to the writer's thread.
final class StoreUpkeep {
  private static final Duration WHILE_BUSY = Duration.ofMillis(50);
  private static final Duration WHILE_IDLE = Duration.ofSeconds(1);

  /// Free pages that are kept for what comes next, bytes.
  private static final long KEPT_FREE_BYTES = 4L * 1024 * 1024;

  private static final int PAGES_AT_ONCE = 256;

  /// A file made before space was given back uses its free pages again, and never gets smaller.
  private static final long INCREMENTAL = 2;

  private final SqliteDatabase database;
  private final Compaction compaction;
  private final Expiry expiry;
  private final LedgerPacking packing;
  private Instant next = Instant.MIN;

  StoreUpkeep(
      SqliteDatabase database, Compaction compaction, Expiry expiry, LedgerPacking packing) {
    this.database = database;
    this.compaction = compaction;
    this.expiry = expiry;
    this.packing = packing;
  }

  boolean isDue(Instant now) {
    // Far ahead of any step's pause: the clock was set back.
    return !now.isBefore(next) || now.plus(WHILE_IDLE).isBefore(next);
  }

  /// The next step looks for what has become too old.
  void hurry() {
    expiry.hurry();
    next = Instant.MIN;
  }

  /// Does a little and commits it.
  ///
  /// @return whether there was anything to do
  boolean step(Instant now) throws SQLException {
    boolean busy = expiry.step(now) || compaction.step() || packing.step() || giveBackSpace();
    database.commit();
    expiry.committed();
    next = now.plus(busy ? WHILE_BUSY : WHILE_IDLE);
    return busy;
  }

  private boolean giveBackSpace() throws SQLException {
    Handle writer = database.writer();
    long free = SqliteDatabase.pragma(writer, "freelist_count");
    long all = SqliteDatabase.pragma(writer, "page_count");
    if (free * SqliteDatabase.pragma(writer, "page_size") < KEPT_FREE_BYTES
        || free < all / 4
        || SqliteDatabase.pragma(writer, "auto_vacuum") != INCREMENTAL) {
      return false;
    }
    try (Statement statement = writer.getConnection().createStatement()) {
      statement.executeUpdate("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")");
    }
    return true;
  }
}
