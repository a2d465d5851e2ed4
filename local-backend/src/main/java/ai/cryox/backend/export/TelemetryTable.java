package ai.cryox.backend.export;

import ai.cryox.backend.series.Received;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.TelemetryRows;
import ai.cryox.core.reading.Telemetry;
import java.util.List;

/// Telemetry.
final class TelemetryTable implements CsvTable<Received<Telemetry>> {
  private final TelemetryRows rows = new TelemetryRows();

  @Override
  public RowMapping<Received<Telemetry>> mapping() {
    return rows;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "deviceId",
        "facilityId",
        "timestamp",
        "power_W",
        "efficiency",
        "doorOpen",
        "compressorOn",
        "battery_percent",
        "signal_dBm",
        "receivedAt",
        "extra");
  }

  @Override
  public void write(Received<Telemetry> message, CsvLine line) {
    Telemetry telemetry = message.message();
    line.add(telemetry.deviceId())
        .add(telemetry.facilityId())
        .add(telemetry.time())
        .add(telemetry.power())
        .add(telemetry.efficiency())
        .add(telemetry.doorOpen())
        .add(telemetry.compressorOn())
        .add(telemetry.battery())
        .add(telemetry.signal())
        .add(message.receivedAt())
        .add(telemetry.extra())
        .end();
  }
}
