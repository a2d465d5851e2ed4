package ai.cryox.backend.store;

import ai.cryox.backend.twin.TwinDocument;
import ai.cryox.backend.twin.TwinProperties;
import ai.cryox.core.downstream.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/// Devices' twins. Belongs to the pipeline's thread, and sees what its open transaction has
/// written.
public final class SqliteTwinStore {
  private final SqliteDatabase database;

  /// The twins of this database.
  public SqliteTwinStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Adds a twin or replaces it, as part of the writer's open transaction.
  void save(String deviceId, TwinDocument twin, Instant now) {
    database
        .writer()
        .execute(
            """
            INSERT INTO device_twin VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (device_id) DO UPDATE SET desired = excluded.desired,
              desired_version = excluded.desired_version, reported = excluded.reported,
              reported_version = excluded.reported_version, changed_ms = excluded.changed_ms\
            """,
            deviceId,
            twin.desired().json(),
            twin.desired().version(),
            twin.reported().json(),
            twin.reported().version(),
            now.toEpochMilli());
  }

  /// The twin of a device, if anything was ever said.
  ///
  /// @throws StoreException if it cannot be read
  public Optional<TwinDocument> find(String deviceId) {
    try {
      return database
          .writer()
          .createQuery("SELECT * FROM device_twin WHERE device_id = ?")
          .bind(0, deviceId)
          .map((row, context) -> twin(row))
          .findOne();
    } catch (JdbiException | RefusedException failed) {
      throw new StoreException(
          "The twin of %s cannot be read (%s).".formatted(deviceId, failed.getMessage()), failed);
    }
  }

  /// How many devices have one.
  ///
  /// @throws StoreException if that cannot be read
  public int count() {
    try {
      return database
          .writer()
          .createQuery("SELECT count(*) FROM device_twin")
          .mapTo(Integer.class)
          .one();
    } catch (JdbiException failed) {
      throw new StoreException(
          "Twins cannot be counted (%s).".formatted(failed.getMessage()), failed);
    }
  }

  private static TwinDocument twin(ResultSet row) throws SQLException {
    return new TwinDocument(
        TwinProperties.stored(row.getString("desired"), row.getLong("desired_version")),
        TwinProperties.stored(row.getString("reported"), row.getLong("reported_version")));
  }
}
