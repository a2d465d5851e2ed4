package ai.cryox.backend.store;

import ai.cryox.core.ledger.StoredStamp;
import java.time.Instant;
import java.util.List;

/// Stamps of the ledger's checkpoints.
public final class SqliteStampStore {
  private final SqliteDatabase database;

  /// The stamps of this database.
  public SqliteStampStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Adds one. Belongs to the writer's open transaction.
  void add(StoredStamp stamp) {
    database
        .writer()
        .createUpdate(
            """
            INSERT OR REPLACE INTO ledger_stamp (size, note, authority, at_ms, token)
            VALUES (:size, :note, :authority, :at, :token)\
            """)
        .bind("size", stamp.size())
        .bind("note", stamp.note())
        .bind("authority", stamp.authority())
        .bind("at", stamp.at().toEpochMilli())
        .bind("token", stamp.token())
        .execute();
  }

  /// All stamps, oldest first; any thread.
  ///
  /// @throws StoreException if the file cannot be read
  public static List<StoredStamp> read(Snapshots file) {
    return file.read(handle -> {
      boolean there =
          handle
              .createQuery("SELECT count(*) FROM sqlite_master WHERE name = 'ledger_stamp'")
              .mapTo(Boolean.class)
              .one();
      return there
          ? handle
              .createQuery("SELECT * FROM ledger_stamp ORDER BY size")
              .map((row, context) ->
                  new StoredStamp(
                      row.getLong("size"),
                      row.getString("note"),
                      row.getString("authority"),
                      Instant.ofEpochMilli(row.getLong("at_ms")),
                      row.getBytes("token")))
              .list()
          : List.<StoredStamp>of();
    });
  }
}
