package ai.cryox.backend.export;

import ai.cryox.backend.series.Received;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.StatusRows;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.reading.DeviceStatus;
import java.util.List;

/// Devices' own records.
final class StatusTable implements CsvTable<Received<DeviceStatus>> {
  private final StatusRows rows = new StatusRows();

  @Override
  public RowMapping<Received<DeviceStatus>> mapping() {
    return rows;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "deviceId",
        "facilityId",
        "timestamp",
        "status",
        "battery_percent",
        "signal_dBm",
        "firmware",
        "samplingRate_s",
        "temperatureHigh",
        "temperatureLow",
        "receivedAt",
        "id",
        "extra");
  }

  @Override
  public void write(Received<DeviceStatus> message, CsvLine line) {
    DeviceStatus status = message.message();
    AlertThresholds own = status.configuration().alertThresholds();
    line.add(status.deviceId())
        .add(status.facilityId())
        .add(status.time())
        .add(status.status())
        .add(status.battery())
        .add(status.signal())
        .add(status.firmware())
        .add(status.configuration().samplingRate())
        .add(own == null ? null : own.temperatureHigh())
        .add(own == null ? null : own.temperatureLow())
        .add(message.receivedAt())
        .add(status.id())
        .add(status.extra())
        .end();
  }
}
