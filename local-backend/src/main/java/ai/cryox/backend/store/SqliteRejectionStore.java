package ai.cryox.backend.store;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.reading.RejectionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rejected lane.
public final class SqliteRejectionStore implements RejectionStore {
  private static final String QUERY = "rejection";

  private final SqliteDatabase database;

  /// The lane of this database.
  public SqliteRejectionStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void append(List<Rejection> rejections) {
    if (rejections.isEmpty()) {
      return;
    }
    PreparedBatch insert =
        database
            .writer()
            .prepareBatch(
                """
                INSERT INTO rejection (received_ms, source, topic, reason, detail, raw, raw_length)
                VALUES (:received, :source, :topic, :reason, :detail, :raw, :length)\
                """);
    try (insert) {
      for (Rejection rejection : rejections) {
        insert
            .bind("received", rejection.receivedAt().toEpochMilli())
            .bind("source", rejection.source())
            .bind("topic", rejection.topic())
            .bind("reason", rejection.fault().reason().name())
            .bind("detail", rejection.fault().detail())
            .bind("raw", rejection.raw())
            .bind("length", rejection.rawLength())
            .add();
      }
      insert.execute();
    }
  }

  @Override
  public Page<Rejection> read(PageRequest page) {
    PageToken after = PageToken.parse(page.continuationToken(), QUERY);
    List<Rejection> found =
        database.read(handle ->
            handle
                .createQuery(
                    "SELECT * FROM rejection WHERE rejection_key < :after"
                        + " ORDER BY rejection_key DESC LIMIT :limit")
                .bind("after", after == null ? Long.MAX_VALUE : after.time())
                .bind("limit", page.size() + 1)
                .map((row, context) -> rejection(row))
                .list());
    return PageToken.page(found, page.size(), QUERY, Rejection::id, last -> "");
  }

  @Override
  public Map<Fault.Reason, Long> counts() {
    Map<Fault.Reason, Long> counts = new EnumMap<>(Fault.Reason.class);
    database.read(handle ->
        handle
            .createQuery("SELECT reason, count(*) AS n FROM rejection GROUP BY reason")
            .map((row, context) ->
                counts.put(Fault.Reason.valueOf(row.getString("reason")), row.getLong("n")))
            .list());
    return counts;
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        row.getLong("rejection_key"),
        Instant.ofEpochMilli(row.getLong("received_ms")),
        row.getString("source"),
        row.getString("topic"),
        new Fault(Fault.Reason.valueOf(row.getString("reason")), row.getString("detail")),
        row.getBytes("raw"),
        row.getLong("raw_length"));
  }
}
