package ai.cryox.backend.series;

import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Readings as rows. One thread.
public final class ReadingRows implements RowMapping<ReceivedReading> {
  private static final int TIME = 0;
  private static final int TEMPERATURE = 1;

  /// The column of relative humidity, percent.
  public static final int HUMIDITY = 2;

  private static final int DELAY = 3;
  private static final int LATE = 4;

  /// So many columns from the first on hold time, temperature and whether it was late.
  public static final int COLUMNS_OF_TEMPERATURE = LATE + 1;

  private static final int FACILITY = 5;

  /// So many columns from the first on hold what a record of temperatures needs.
  public static final int COLUMNS_OF_RECORD = FACILITY + 1;

  private static final int ID = 6;
  private static final int LATITUDE = 7;
  private static final int LONGITUDE = 8;
  private static final int ANOMALY = 9;
  private static final int CONFIDENCE = 10;
  private static final int TTL = 11;
  private static final int EXTRA = 12;

  /// Stands for the id that follows from device and time; before any other id that begins so, too.
  private static final String CANONICAL = "\0";

  private final CanonicalId canonical = new CanonicalId();
  private ReadingNotes lastNotes = ReadingNotes.NONE;

  /// A row's temperature, °C.
  public static double temperature(Rows rows, int row) {
    return rows.decimal(TEMPERATURE).get(row);
  }

  /// Whether a row's reading came late.
  public static boolean isLate(Rows rows, int row) {
    return rows.whole(LATE).get(row) == 1;
  }

  /// When a row's reading came in, epoch milliseconds.
  public static long receivedAt(Rows rows, int row) {
    return rows.time(row) + rows.whole(DELAY).get(row);
  }

  /// The facility that a row's reading speaks of.
  public static String facility(Rows rows, int row) {
    return Objects.requireNonNullElse(rows.text(FACILITY).get(row), "");
  }

  @Override
  public Schema schema() {
    return Schema.READING;
  }

  @Override
  public String deviceId(ReceivedReading message) {
    return message.reading().deviceId();
  }

  @Override
  public String facilityId(ReceivedReading message) {
    return message.reading().facilityId();
  }

  @Override
  public long time(ReceivedReading message) {
    return message.reading().time().toEpochMilli();
  }

  @Override
  public void write(ReceivedReading message, Rows into) {
    Reading reading = message.reading();
    ReadingNotes notes = reading.notes();
    Location location = notes.location();
    long time = reading.time().toEpochMilli();
    into.set(TIME, time);
    into.set(TEMPERATURE, reading.temperature());
    into.set(HUMIDITY, RowMapping.decimal(reading.humidity()));
    into.set(DELAY, message.receivedAt().toEpochMilli() - time);
    into.set(LATE, message.late() ? 1 : WholeColumn.EMPTY);
    into.set(FACILITY, reading.facilityId());
    into.set(ID, shortId(notes.id(), reading.deviceId(), time));
    into.set(LATITUDE, location == null ? Double.NaN : location.latitude());
    into.set(LONGITUDE, location == null ? Double.NaN : location.longitude());
    into.set(ANOMALY, RowMapping.flag(notes.anomaly()));
    into.set(CONFIDENCE, RowMapping.decimal(notes.confidence()));
    into.set(TTL, RowMapping.whole(notes.ttl()));
    into.set(EXTRA, notes.extra());
    into.added();
  }

  private @Nullable String shortId(@Nullable String id, String deviceId, long time) {
    if (id == null) {
      return null;
    }
    if (canonical.is(id, deviceId, time)) {
      return CANONICAL;
    }
    return id.startsWith(CANONICAL) ? CANONICAL + id : id;
  }

  private @Nullable String wholeId(@Nullable String kept, String deviceId, long time) {
    if (kept == null || !kept.startsWith(CANONICAL)) {
      return kept;
    }
    return kept.length() == 1 ? canonical.of(deviceId, time) : kept.substring(1);
  }

  @Override
  public ReceivedReading read(Rows rows, int row, String deviceId) {
    long time = rows.whole(TIME).get(row);
    Reading reading =
        new Reading(
            deviceId,
            Objects.requireNonNullElse(rows.text(FACILITY).get(row), ""),
            Instant.ofEpochMilli(time),
            rows.decimal(TEMPERATURE).get(row),
            RowMapping.decimal(rows.decimal(HUMIDITY).get(row)),
            notes(rows, row, deviceId, time));
    Instant receivedAt = Instant.ofEpochMilli(time + rows.whole(DELAY).get(row));
    return new ReceivedReading(reading, receivedAt, rows.whole(LATE).get(row) == 1);
  }

  /// One object for all neighbours that say the same.
  private ReadingNotes notes(Rows rows, int row, String deviceId, long time) {
    double latitude = rows.decimal(LATITUDE).get(row);
    double longitude = rows.decimal(LONGITUDE).get(row);
    String id = wholeId(rows.text(ID).get(row), deviceId, time);
    Location location =
        Double.isNaN(latitude) || Double.isNaN(longitude)
            ? null
            : new Location(latitude, longitude);
    ReadingNotes notes =
        new ReadingNotes(
            id,
            location,
            RowMapping.flag(rows.whole(ANOMALY).get(row)),
            RowMapping.decimal(rows.decimal(CONFIDENCE).get(row)),
            RowMapping.whole(rows.whole(TTL).get(row)),
            rows.text(EXTRA).get(row));
    if (!notes.equals(lastNotes)) {
      lastNotes = notes;
    }
    return notes.equals(ReadingNotes.NONE) ? ReadingNotes.NONE : lastNotes;
  }
}
