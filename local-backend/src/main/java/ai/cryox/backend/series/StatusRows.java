package ai.cryox.backend.series;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import java.time.Instant;
import java.util.Objects;

/// Devices' own records as rows. Thread-safe: remembers nothing.
public final class StatusRows implements RowMapping<Received<DeviceStatus>> {
  private static final int TIME = 0;

  /// The column of the battery's charge, percent.
  public static final int BATTERY = 1;

  /// The column of radio signal strength, dBm.
  public static final int SIGNAL = 2;

  private static final int DELAY = 3;
  private static final int STATUS = 4;
  private static final int FIRMWARE = 5;
  private static final int SAMPLING = 6;
  private static final int HIGH = 7;
  private static final int LOW = 8;
  private static final int ID = 9;
  private static final int FACILITY = 10;
  private static final int EXTRA = 11;

  @Override
  public Schema schema() {
    return Schema.STATUS;
  }

  @Override
  public String deviceId(Received<DeviceStatus> message) {
    return message.message().deviceId();
  }

  @Override
  public String facilityId(Received<DeviceStatus> message) {
    return message.message().facilityId();
  }

  @Override
  public long time(Received<DeviceStatus> message) {
    return message.message().time().toEpochMilli();
  }

  @Override
  public void write(Received<DeviceStatus> message, Rows into) {
    DeviceStatus status = message.message();
    AlertThresholds own = status.configuration().alertThresholds();
    into.set(TIME, status.time().toEpochMilli());
    into.set(BATTERY, RowMapping.decimal(status.battery()));
    into.set(SIGNAL, RowMapping.decimal(status.signal()));
    into.set(DELAY, message.delayMillis(status.time()));
    into.set(STATUS, status.status());
    into.set(FIRMWARE, status.firmware());
    into.set(SAMPLING, RowMapping.whole(status.configuration().samplingRate()));
    into.set(HIGH, own == null ? Double.NaN : RowMapping.decimal(own.temperatureHigh()));
    into.set(LOW, own == null ? Double.NaN : RowMapping.decimal(own.temperatureLow()));
    into.set(ID, status.id());
    into.set(FACILITY, status.facilityId());
    into.set(EXTRA, status.extra());
    into.added();
  }

  @Override
  public Received<DeviceStatus> read(Rows rows, int row, String deviceId) {
    Instant time = Instant.ofEpochMilli(rows.whole(TIME).get(row));
    DeviceStatus status =
        new DeviceStatus(
            rows.text(ID).get(row),
            deviceId,
            Objects.requireNonNullElse(rows.text(FACILITY).get(row), ""),
            Objects.requireNonNullElse(rows.text(STATUS).get(row), ""),
            time,
            RowMapping.decimal(rows.decimal(BATTERY).get(row)),
            RowMapping.decimal(rows.decimal(SIGNAL).get(row)),
            rows.text(FIRMWARE).get(row),
            configuration(rows, row),
            rows.text(EXTRA).get(row));
    return new Received<>(status, time.plusMillis(rows.whole(DELAY).get(row)));
  }

  private static DeviceConfiguration configuration(Rows rows, int row) {
    Double high = RowMapping.decimal(rows.decimal(HIGH).get(row));
    Double low = RowMapping.decimal(rows.decimal(LOW).get(row));
    return new DeviceConfiguration(
        RowMapping.whole(rows.whole(SAMPLING).get(row)),
        high == null && low == null ? null : new AlertThresholds(high, low));
  }
}
