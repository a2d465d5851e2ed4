package ai.cryox.backend.export;

import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.util.List;

/// Readings. The columns have the names of the wire's members.
final class ReadingTable implements CsvTable<ReceivedReading> {
  private final ReadingRows rows = new ReadingRows();

  @Override
  public RowMapping<ReceivedReading> mapping() {
    return rows;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "deviceId",
        "facilityId",
        "timestamp",
        "temperature",
        "humidity",
        "receivedAt",
        "late",
        "quality",
        "id",
        "latitude",
        "longitude",
        "isAnomaly",
        "confidence",
        "ttl",
        "extra");
  }

  @Override
  public void write(ReceivedReading message, CsvLine line) {
    Reading reading = message.reading();
    ReadingNotes notes = reading.notes();
    Location location = notes.location();
    line.add(reading.deviceId())
        .add(reading.facilityId())
        .add(reading.time())
        .add(reading.temperature())
        .add(reading.humidity())
        .add(message.receivedAt())
        .add(message.late())
        .add(reading.quality())
        .add(notes.id())
        .add(location == null ? null : (Object) location.latitude())
        .add(location == null ? null : (Object) location.longitude())
        .add(notes.anomaly())
        .add(notes.confidence())
        .add(notes.ttl())
        .add(notes.extra())
        .end();
  }
}
