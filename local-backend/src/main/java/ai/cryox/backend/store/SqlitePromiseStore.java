package ai.cryox.backend.store;

import ai.cryox.backend.ingest.PromiseChanges;
import ai.cryox.backend.ingest.PromiseChanges.RequestKey;
import ai.cryox.backend.promise.AskedConfiguration;
import ai.cryox.backend.promise.KeptAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What callers of the API were promised. Written by the pipeline's thread; read by any.
public final class SqlitePromiseStore {
  /// Answers that are kept at most; whoever asks more often than that in a day loses the oldest.
  private static final int MOST_ANSWERS = 50_000;

  /// Configurations that are remembered of one device.
  private static final int MOST_ASKED = 100;

  private final SqliteDatabase database;

  /// Promises of this database.
  public SqlitePromiseStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Writes as part of the writer's open transaction, and deletes what is too old.
  void save(PromiseChanges changes, Instant now) {
    changes.answers.forEach(
        (request, kept) -> kept.ifPresentOrElse(this::save, () -> remove(request)));
    if (!changes.answers.isEmpty()) {
      deleteOld(now);
    }
    changes.asked.forEach(this::save);
  }

  private void remove(RequestKey request) {
    database
        .writer()
        .execute(
            "DELETE FROM kept_answer WHERE caller = ? AND request_key = ?",
            request.caller(),
            request.key());
  }

  private void save(KeptAnswer kept) {
    KeptAnswer.Answer answer = kept.answer();
    database
        .writer()
        .execute(
            "INSERT OR REPLACE INTO kept_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            kept.caller(),
            kept.key(),
            kept.fingerprint(),
            kept.askedAt().toEpochMilli(),
            answer == null ? null : answer.status(),
            answer == null ? null : answer.mediaType(),
            answer == null ? null : answer.etag(),
            answer == null ? null : answer.location(),
            answer == null ? null : answer.body());
  }

  private void deleteOld(Instant now) {
    database
        .writer()
        .execute(
            "DELETE FROM kept_answer WHERE asked_ms <= ?",
            now.minus(KeptAnswer.KEPT_FOR).toEpochMilli());
    database
        .writer()
        .execute(
            """
            DELETE FROM kept_answer WHERE asked_ms <= (
              SELECT asked_ms FROM kept_answer ORDER BY asked_ms DESC LIMIT 1 OFFSET ?)\
            """,
            MOST_ANSWERS);
  }

  private void save(AskedConfiguration asked) {
    database
        .writer()
        .execute(
            "INSERT OR REPLACE INTO asked_configuration VALUES (?, ?, ?, ?)",
            asked.deviceId(),
            asked.version(),
            asked.askedAt().toEpochMilli(),
            asked.askedBy());
    database
        .writer()
        .execute(
            """
            DELETE FROM asked_configuration WHERE device_id = ? AND desired_version <= (
              SELECT desired_version FROM asked_configuration WHERE device_id = ?
              ORDER BY desired_version DESC LIMIT 1 OFFSET ?)\
            """,
            asked.deviceId(),
            asked.deviceId(),
            MOST_ASKED);
  }

  /// The request that a caller made with this key, if it was not too long ago.
  ///
  /// @throws StoreException if it cannot be read
  public Optional<KeptAnswer> find(String caller, String key, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM kept_answer WHERE caller = ? AND request_key = ? AND asked_ms > ?")
            .bind(0, caller)
            .bind(1, key)
            .bind(2, now.minus(KeptAnswer.KEPT_FOR).toEpochMilli())
            .map((row, context) -> kept(row))
            .findOne());
  }

  private static KeptAnswer kept(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    KeptAnswer.Answer answer =
        row.wasNull()
            ? null
            : new KeptAnswer.Answer(
                status,
                row.getString("media_type"),
                row.getString("etag"),
                row.getString("location"),
                row.getBytes("body"));
    return new KeptAnswer(
        row.getString("caller"),
        row.getString("request_key"),
        row.getBytes("fingerprint"),
        Instant.ofEpochMilli(row.getLong("asked_ms")),
        answer);
  }

  /// When and by whom a device was told this version.
  ///
  /// @throws StoreException if it cannot be read
  public Optional<AskedConfiguration> find(String deviceId, long version) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM asked_configuration WHERE device_id = ? AND desired_version = ?")
            .bind(0, deviceId)
            .bind(1, version)
            .map((row, context) ->
                new AskedConfiguration(
                    deviceId,
                    version,
                    Instant.ofEpochMilli(row.getLong("asked_ms")),
                    row.getString("asked_by")))
            .findOne());
  }
}
