package ai.cryox.backend.store;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The calibration register. The database itself refuses to change or delete an entry.
public final class SqliteCalibrationStore {
  private final SqliteDatabase database;

  /// The register of this database.
  public SqliteCalibrationStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Adds an entry, whose number is given to it. Belongs to the writer's open transaction.
  void add(Calibration entry) {
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO calibration (device_id, serial, model, certificate, laboratory,
              calibrated_on, due_on, uncertainty_degc, points, valid_from_ms, recorded_ms,
              recorded_by, reason)
            VALUES (:device, :serial, :model, :certificate, :laboratory, :calibratedOn, :dueOn,
              :uncertainty, :points, :validFrom, :recorded, :recordedBy, :reason)\
            """)
        .bind("device", entry.deviceId())
        .bind("serial", entry.serial())
        .bind("model", entry.model())
        .bind("certificate", entry.certificate())
        .bind("laboratory", entry.laboratory())
        .bind("calibratedOn", entry.calibratedOn().toString())
        .bind("dueOn", entry.dueOn().toString())
        .bind("uncertainty", Columns.nullIfNaN(entry.uncertainty()))
        .bind("points", points(entry.correction()))
        .bind("validFrom", entry.validFrom().toEpochMilli())
        .bind("recorded", entry.recordedAt().toEpochMilli())
        .bind("recordedBy", entry.recordedBy())
        .bind("reason", entry.reason())
        .execute();
  }

  private static String points(Correction correction) {
    return correction.points().stream()
        .map(point -> point.indicated() + " " + point.added())
        .collect(Collectors.joining("\n"));
  }

  /// All entries, or those of one device, oldest first; any thread.
  ///
  /// @param deviceId `null` for all
  public List<Calibration> read(@Nullable String deviceId) {
    return database.read(handle -> select(handle, deviceId));
  }

  static List<Calibration> select(Handle handle, @Nullable String deviceId) {
    return handle
        .createQuery(
            """
            SELECT * FROM calibration WHERE :device IS NULL OR device_id = :device
            ORDER BY calibration_key\
            """)
        .bind("device", deviceId)
        .map((row, context) -> calibration(row))
        .list();
  }

  private static Calibration calibration(ResultSet row) throws SQLException {
    return new Calibration(
        row.getLong("calibration_key"),
        row.getString("device_id"),
        row.getString("serial"),
        row.getString("model"),
        row.getString("certificate"),
        row.getString("laboratory"),
        LocalDate.parse(row.getString("calibrated_on")),
        LocalDate.parse(row.getString("due_on")),
        new Columns(row).decimalOrNaN("uncertainty_degc"),
        correction(row.getString("points")),
        Instant.ofEpochMilli(row.getLong("valid_from_ms")),
        Instant.ofEpochMilli(row.getLong("recorded_ms")),
        row.getString("recorded_by"),
        row.getString("reason"));
  }

  private static Correction correction(String points) {
    return new Correction(
        points
            .lines()
            .map(line -> line.split(" "))
            .map(part ->
                new Correction.Point(Double.parseDouble(part[0]), Double.parseDouble(part[1])))
            .toList());
  }
}
