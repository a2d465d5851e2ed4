package ai.cryox.backend.store;

import ai.cryox.backend.twin.DeviceBound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/// Messages that wait for their devices. Belongs to the pipeline's thread, and sees what its open
/// transaction has written.
public final class SqliteDeviceBoundStore {
  private final SqliteDatabase database;

  /// The messages of this database.
  public SqliteDeviceBoundStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Adds messages and forgets all whose time is over, as part of the writer's open transaction.
  void append(List<DeviceBound> messages, Instant now) {
    if (messages.isEmpty()) {
      return;
    }
    database.writer().execute("DELETE FROM device_bound WHERE expires_ms <= ?", now.toEpochMilli());
    messages.forEach(this::append);
  }

  private void append(DeviceBound message) {
    database
        .writer()
        .execute(
            """
            INSERT INTO device_bound (message_id, device_id, topic, payload, expires_ms)
            VALUES (?, ?, ?, ?, ?)\
            """,
            message.messageId(),
            message.deviceId(),
            message.topic(),
            message.payload(),
            message.expiresAt().toEpochMilli());
  }

  /// Forgets messages, as part of the writer's open transaction.
  void remove(Collection<String> messageIds) {
    messageIds.forEach(
        id -> database.writer().execute("DELETE FROM device_bound WHERE message_id = ?", id));
  }

  /// The messages of a device in their order, those whose time is over too.
  ///
  /// @throws StoreException if they cannot be read
  public List<DeviceBound> of(String deviceId) {
    try {
      return database
          .writer()
          .createQuery("SELECT * FROM device_bound WHERE device_id = ? ORDER BY message_key")
          .bind(0, deviceId)
          .map((row, context) -> message(row))
          .list();
    } catch (JdbiException failed) {
      throw new StoreException(
          "Messages for %s cannot be read (%s).".formatted(deviceId, failed.getMessage()), failed);
    }
  }

  /// The devices for which messages wait; any thread.
  public Set<String> devices() {
    return database.read(handle ->
        handle
            .createQuery("SELECT DISTINCT device_id FROM device_bound")
            .mapTo(String.class)
            .set());
  }

  private static DeviceBound message(ResultSet row) throws SQLException {
    return new DeviceBound(
        row.getString("message_id"),
        row.getString("device_id"),
        row.getString("topic"),
        row.getBytes("payload"),
        Instant.ofEpochMilli(row.getLong("expires_ms")));
  }
}
