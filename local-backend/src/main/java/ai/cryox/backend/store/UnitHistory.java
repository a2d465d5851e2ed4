package ai.cryox.backend.store;

import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.device.DeviceMove.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people changed about a device, and who did, of a file that is only looked at. One thread.
public final class UnitHistory {
  private static final String FIRST_AUTHOR =
      """
      SELECT who FROM audit
      WHERE at_ms = ? AND outcome = 'DONE' AND (what = 'profile.save' OR (device_id = ?
        AND what IN ('device.register', 'device.configure', 'device.twin', 'profile.assign')))
      ORDER BY audit_key LIMIT 1\
      """;

  private final StoreFile file;
  private final boolean written;

  /// A decision of a person.
  ///
  /// @param at by the backend's clock
  /// @param who their name; empty if nobody did it but the device itself
  public record Decision(Instant at, String who) {}

  /// @param file of any version: an older one knows of no decisions
  public UnitHistory(StoreFile file) {
    this.file = file;
    this.written =
        file.read(handle ->
            handle
                .createQuery("SELECT 1 FROM sqlite_master WHERE name = 'device_move'")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /// Who changed a device's limits.
  ///
  /// @param from of the change: epoch milliseconds from which readings were judged by the new ones
  /// @return empty of what happened before this was written down
  public Optional<Decision> limitsChange(String deviceId, long from) {
    if (!written) {
      return Optional.empty();
    }
    return file.read(handle ->
        handle
            .createQuery(
                """
                SELECT changed_ms FROM limits_change
                WHERE device_id = ? AND from_ms = ? AND changed_ms IS NOT NULL\
                """)
            .bind(0, deviceId)
            .bind(1, from)
            .mapTo(Long.class)
            .findOne()
            .map(at -> decision(handle, at, deviceId)));
  }

  /// A move, and who told of it.
  ///
  /// @param who their name; empty if it is not known
  public record KnownMove(DeviceMove move, String who) {}

  /// All moves of a device, oldest first.
  public List<KnownMove> moves(String deviceId) {
    if (!written) {
      return List.of();
    }
    return file.read(handle ->
        handle
            .createQuery("SELECT * FROM device_move WHERE device_id = ? ORDER BY move_key")
            .bind(0, deviceId)
            .map((row, context) -> move(row))
            .list()
            .stream()
            .map(move ->
                new KnownMove(move, decision(handle, move.at().toEpochMilli(), deviceId).who()))
            .toList());
  }

  private static DeviceMove move(ResultSet row) throws SQLException {
    return new DeviceMove(
        row.getString("device_id"),
        Instant.ofEpochMilli(row.getLong("moved_ms")),
        new Place(row.getString("left_facility"), row.getString("left_zone")),
        new Place(row.getString("facility_id"), row.getString("zone")));
  }

  private static Decision decision(Handle handle, long at, @Nullable String deviceId) {
    return new Decision(
        Instant.ofEpochMilli(at),
        handle
            .createQuery(FIRST_AUTHOR)
            .bind(0, at)
            .bind(1, deviceId)
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }
}
