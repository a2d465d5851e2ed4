package ai.cryox.connectors.payload;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.MessageKind;
import ai.cryox.core.routing.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes the message of one JSON object: of a given kind, from which device, with which values.
final class MessageReader {
  private static final int LONGEST_ID = 128;

  /// IoT Hub's character set for device ids, besides ASCII letters and digits.
  private static final String ID_PUNCTUATION = "-.%_*?!(),:=@$'";

  private static final String TIME_WORDS =
      "an ISO 8601 time with an offset or Z, such as 2024-12-01T14:30:22Z,";

  private final Origin origin;
  private final Members members;

  private MessageReader(Origin origin, Members members) {
    this.origin = origin;
    this.members = members;
  }

  /// @param members known ones are taken out, whether it succeeds or not
  static Message read(Origin origin, MessageKind kind, Members members) throws UnusableException {
    return new MessageReader(origin, members).message(kind);
  }

  private Message message(MessageKind kind) throws UnusableException {
    String deviceId = id("deviceId", origin.deviceId());
    String facilityId = id("facilityId", origin.facilityId());
    Instant time = time(kind == MessageKind.STATUS ? "lastSeen" : "timestamp");
    return switch (kind) {
      case READING -> reading(deviceId, facilityId, time);
      case TELEMETRY -> telemetry(deviceId, facilityId, time);
      case STATUS -> status(deviceId, facilityId, time);
      case ALERT -> alert(deviceId, facilityId, time);
    };
  }

  private String id(String name, @Nullable String inTopic) throws UnusableException {
    String inPayload = members.string(name);
    if (inPayload != null && inTopic != null && !inPayload.equals(inTopic)) {
      throw new UnusableException(
          Reason.DEVICE_MISMATCH,
          "%s is %s in the payload but %s by the topic or the credentials; both must be the same."
              .formatted(name, Value.cut(inPayload), Value.cut(inTopic)));
    }
    String id = inPayload == null ? inTopic : inPayload;
    if (id == null) {
      throw members.missing(name, "a string");
    }
    if (!isId(id)) {
      throw members.wrong(
          Reason.WRONG_TYPE,
          name,
          '"' + Value.cut(id) + '"',
          "1 to 128 characters out of A–Z, a–z, 0–9 and " + ID_PUNCTUATION);
    }
    return id;
  }

  /// Whether a device or a facility may be called so.
  static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ID) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isIdCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ID_PUNCTUATION.indexOf(c) >= 0;
  }

  private Instant time(String name) throws UnusableException {
    if (!members.has(name)) {
      throw members.missing(name, TIME_WORDS);
    }
    Value value = members.value(name);
    Instant time = value.text() == null ? null : Timestamps.parse(value.text());
    if (time == null) {
      throw members.wrong(Reason.WRONG_TYPE, name, value.shown(), TIME_WORDS);
    }
    return time;
  }

  private Reading reading(String deviceId, String facilityId, Instant time)
      throws UnusableException {
    double temperature = members.required("temperature", -200, 200, "°C");
    Double humidity = members.number("humidity", 0, 100, "%");
    String id = members.string("id");
    Location location = location();
    Boolean anomaly = members.bool("isAnomaly");
    Double confidence = members.number("confidence", 0, 1, "");
    Integer ttl = members.integer("ttl");
    return new Reading(
        deviceId,
        facilityId,
        time,
        temperature,
        humidity,
        notes(id, location, anomaly, confidence, ttl, members.extra()));
  }

  private static ReadingNotes notes(
      @Nullable String id,
      @Nullable Location location,
      @Nullable Boolean anomaly,
      @Nullable Double confidence,
      @Nullable Integer ttl,
      @Nullable String extra) {
    ReadingNotes notes = new ReadingNotes(id, location, anomaly, confidence, ttl, extra);
    return notes.equals(ReadingNotes.NONE) ? ReadingNotes.NONE : notes;
  }

  private @Nullable Location location() throws UnusableException {
    Members place = members.object("location");
    if (place == null) {
      return null;
    }
    double latitude = place.required("latitude", -90, 90, "°");
    double longitude = place.required("longitude", -180, 180, "°");
    members.keep("location", place.extra());
    return new Location(latitude, longitude);
  }

  private Telemetry telemetry(String deviceId, String facilityId, Instant time)
      throws UnusableException {
    return new Telemetry(
        deviceId,
        facilityId,
        time,
        members.number("powerConsumption", 0, 10_000_000, "W"),
        members.number("coolingEfficiency", 0, 1, ""),
        members.bool("doorOpen"),
        members.bool("compressorOn"),
        members.number("batteryLevel", 0, 100, "%"),
        members.number("signalStrength"),
        members.extra());
  }

  private DeviceStatus status(String deviceId, String facilityId, Instant time)
      throws UnusableException {
    return new DeviceStatus(
        members.string("id"),
        deviceId,
        facilityId,
        members.string("status", "a string such as online"),
        time,
        members.number("batteryLevel", 0, 100, "%"),
        members.number("signalStrength"),
        members.string("firmwareVersion"),
        configuration(),
        members.extra());
  }

  private DeviceConfiguration configuration() throws UnusableException {
    Members told = members.object("configuration");
    if (told == null) {
      return DeviceConfiguration.NONE;
    }
    Integer samplingRate = told.integer("samplingRate");
    AlertThresholds thresholds = thresholds(told);
    members.keep("configuration", told.extra());
    DeviceConfiguration configuration = new DeviceConfiguration(samplingRate, thresholds);
    String problem = configuration.problem();
    if (problem != null) {
      throw new UnusableException(Reason.OUT_OF_RANGE, "configuration: " + problem);
    }
    return configuration;
  }

  private static @Nullable AlertThresholds thresholds(Members configuration)
      throws UnusableException {
    Members told = configuration.object("alertThresholds");
    if (told == null) {
      return null;
    }
    Double high = told.number("temperatureHigh");
    Double low = told.number("temperatureLow");
    configuration.keep("alertThresholds", told.extra());
    return new AlertThresholds(high, low);
  }

  private DeviceAlert alert(String deviceId, String facilityId, Instant time)
      throws UnusableException {
    return new DeviceAlert(
        members.string("alertId"),
        deviceId,
        facilityId,
        time,
        severity(),
        members.string("message", "a string"),
        members.extra());
  }

  private Severity severity() throws UnusableException {
    String expected = "Critical or Warning";
    String text = members.string("severity", expected);
    for (Severity severity : Severity.values()) {
      if (severity.wireName().equalsIgnoreCase(text)) {
        return severity;
      }
    }
    throw members.wrong(Reason.WRONG_TYPE, "severity", '"' + Value.cut(text) + '"', expected);
  }
}
