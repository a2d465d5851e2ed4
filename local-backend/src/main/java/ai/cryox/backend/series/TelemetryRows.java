package ai.cryox.backend.series;

import ai.cryox.core.reading.Telemetry;
import java.time.Instant;
import java.util.Objects;

/// Telemetry as rows. Thread-safe: remembers nothing.
public final class TelemetryRows implements RowMapping<Received<Telemetry>> {
  private static final int TIME = 0;

  /// The column of power, W.
  public static final int POWER = 1;

  /// The column of cooling efficiency, 0 to 1.
  public static final int EFFICIENCY = 2;

  private static final int DOOR = 3;
  private static final int COMPRESSOR = 4;

  /// The column of the battery's charge, percent.
  public static final int BATTERY = 5;

  /// The column of radio signal strength, dBm.
  public static final int SIGNAL = 6;

  private static final int DELAY = 7;
  private static final int FACILITY = 8;
  private static final int EXTRA = 9;

  @Override
  public Schema schema() {
    return Schema.TELEMETRY;
  }

  @Override
  public String deviceId(Received<Telemetry> message) {
    return message.message().deviceId();
  }

  @Override
  public String facilityId(Received<Telemetry> message) {
    return message.message().facilityId();
  }

  @Override
  public long time(Received<Telemetry> message) {
    return message.message().time().toEpochMilli();
  }

  @Override
  public void write(Received<Telemetry> message, Rows into) {
    Telemetry telemetry = message.message();
    into.set(TIME, telemetry.time().toEpochMilli());
    into.set(POWER, RowMapping.decimal(telemetry.power()));
    into.set(EFFICIENCY, RowMapping.decimal(telemetry.efficiency()));
    into.set(DOOR, RowMapping.flag(telemetry.doorOpen()));
    into.set(COMPRESSOR, RowMapping.flag(telemetry.compressorOn()));
    into.set(BATTERY, RowMapping.decimal(telemetry.battery()));
    into.set(SIGNAL, RowMapping.decimal(telemetry.signal()));
    into.set(DELAY, message.delayMillis(telemetry.time()));
    into.set(FACILITY, telemetry.facilityId());
    into.set(EXTRA, telemetry.extra());
    into.added();
  }

  @Override
  public Received<Telemetry> read(Rows rows, int row, String deviceId) {
    Instant time = Instant.ofEpochMilli(rows.whole(TIME).get(row));
    Telemetry telemetry =
        new Telemetry(
            deviceId,
            Objects.requireNonNullElse(rows.text(FACILITY).get(row), ""),
            time,
            RowMapping.decimal(rows.decimal(POWER).get(row)),
            RowMapping.decimal(rows.decimal(EFFICIENCY).get(row)),
            RowMapping.flag(rows.whole(DOOR).get(row)),
            RowMapping.flag(rows.whole(COMPRESSOR).get(row)),
            RowMapping.decimal(rows.decimal(BATTERY).get(row)),
            RowMapping.decimal(rows.decimal(SIGNAL).get(row)),
            rows.text(EXTRA).get(row));
    return new Received<>(telemetry, time.plusMillis(rows.whole(DELAY).get(row)));
  }
}
