package ai.cryox.backend.store;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.device.DeviceStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The registry.
public final class SqliteDeviceStore implements DeviceStore {
  private final SqliteDatabase database;

  /// The registry of this database.
  public SqliteDeviceStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(Device device) {
    AlertThresholds desired = device.desired().alertThresholds();
    AlertThresholds reported = device.reported().alertThresholds();
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO device (device_id, facility_id, zone, name, profile_id, confirmed,
              desired_sampling_s, desired_high_degc, desired_low_degc, reported_sampling_s,
              reported_high_degc, reported_low_degc, first_seen_ms)
            VALUES (:device, :facility, :zone, :name, :profile, :confirmed, :desiredSampling,
              :desiredHigh, :desiredLow, :reportedSampling, :reportedHigh, :reportedLow, :firstSeen)
            ON CONFLICT (device_id) DO UPDATE SET facility_id = excluded.facility_id,
              zone = excluded.zone, name = excluded.name, profile_id = excluded.profile_id,
              confirmed = excluded.confirmed, desired_sampling_s = excluded.desired_sampling_s,
              desired_high_degc = excluded.desired_high_degc,
              desired_low_degc = excluded.desired_low_degc,
              reported_sampling_s = excluded.reported_sampling_s,
              reported_high_degc = excluded.reported_high_degc,
              reported_low_degc = excluded.reported_low_degc\
            """)
        .bind("device", device.deviceId())
        .bind("facility", device.facilityId())
        .bind("zone", device.zone())
        .bind("name", device.name())
        .bind("profile", device.profileId())
        .bind("confirmed", device.confirmed())
        .bind("desiredSampling", device.desired().samplingRate())
        .bind("desiredHigh", desired == null ? null : desired.temperatureHigh())
        .bind("desiredLow", desired == null ? null : desired.temperatureLow())
        .bind("reportedSampling", device.reported().samplingRate())
        .bind("reportedHigh", reported == null ? null : reported.temperatureHigh())
        .bind("reportedLow", reported == null ? null : reported.temperatureLow())
        .bind("firstSeen", device.firstSeen().toEpochMilli())
        .execute();
  }

  /// Adds that a device came to another place.
  void add(DeviceMove move) {
    database
        .writer()
        .execute(
            """
            INSERT INTO device_move (device_id, moved_ms, left_facility, left_zone, facility_id, zone)
            VALUES (?, ?, ?, ?, ?, ?)\
            """,
            move.deviceId(),
            move.at().toEpochMilli(),
            move.left().facilityId(),
            move.left().zone(),
            move.now().facilityId(),
            move.now().zone());
  }

  @Override
  public List<Device> all() {
    return database.read(handle ->
        handle.createQuery("SELECT * FROM device").map((row, context) -> device(row)).list());
  }

  static Device device(ResultSet row) throws SQLException {
    return new Device(
        row.getString("device_id"),
        row.getString("facility_id"),
        row.getString("zone"),
        row.getString("name"),
        row.getString("profile_id"),
        row.getBoolean("confirmed"),
        configuration(row, "desired"),
        configuration(row, "reported"),
        Instant.ofEpochMilli(row.getLong("first_seen_ms")));
  }

  private static DeviceConfiguration configuration(ResultSet row, String which)
      throws SQLException {
    Columns columns = new Columns(row);
    return new DeviceConfiguration(
        columns.whole(which + "_sampling_s"),
        thresholds(columns.decimal(which + "_high_degc"), columns.decimal(which + "_low_degc")));
  }

  static @Nullable AlertThresholds thresholds(@Nullable Double high, @Nullable Double low) {
    return high == null && low == null ? null : new AlertThresholds(high, low);
  }
}
