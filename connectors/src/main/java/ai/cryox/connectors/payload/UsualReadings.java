package ai.cryox.connectors.payload;

import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.routing.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a payload in which everything is as nearly all devices send it: readings, with nothing but
/// the members that nearly all have, each once and of the right type, in {@link PlainJson}. It
/// knows no fault: of any other payload it says nothing, and the whole of it is read as JSON.
///
/// What it does read is what would be read as JSON. It takes a fifth of the time and makes a
/// quarter of the garbage, because what is alike in neighbouring readings is made once. One thread.
final class UsualReadings {
  private static final int DEVICE = 1;
  private static final int FACILITY = 1 << 1;
  private static final int TIME = 1 << 2;
  private static final int TEMPERATURE = 1 << 3;
  private static final int HUMIDITY = 1 << 4;
  private static final int CONFIDENCE = 1 << 5;
  private static final int ANOMALY = 1 << 6;
  private static final int ID = 1 << 7;
  private static final int TTL = 1 << 8;

  /// A device and a facility may be named by the topic instead.
  private static final int NEEDED = TIME | TEMPERATURE;

  private final PlainJson json;
  private final @Nullable String topicDevice;
  private final @Nullable String topicFacility;
  private String device = "";
  private String facility = "";
  private @Nullable Instant time;
  private double temperature;
  private @Nullable Double humidity;
  private @Nullable Double confidence;
  private boolean anomaly;
  private @Nullable String id;
  private int ttl;
  private ReadingNotes lastNotes = ReadingNotes.NONE;

  private UsualReadings(Origin origin, byte[] payload) {
    json = new PlainJson(payload);
    topicDevice = origin.deviceId();
    topicFacility = origin.facilityId();
  }

  /// The readings of a payload that is routed as readings; `null` if something of it is not usual.
  static @Nullable List<Message> read(Origin origin, byte[] payload) {
    return new UsualReadings(origin, payload).payload();
  }

  private @Nullable List<Message> payload() {
    List<Message> readings = new ArrayList<>();
    if (json.take('[')) {
      do {
        element(readings);
      } while (json.isPlain() && json.take(','));
      json.expect(']');
    } else {
      element(readings);
    }
    json.expectEnd();
    return json.isPlain() ? readings : null;
  }

  private void element(List<Message> readings) {
    json.expect('{');
    int found = 0;
    do {
      json.takeString();
      int member = member();
      json.expect(':');
      if (!json.isPlain() || member == 0 || (found & member) != 0) {
        json.stop();
        return;
      }
      found |= member;
      takeValue(member);
    } while (json.take(','));
    json.expect('}');
    Instant at = time;
    if (json.isPlain() && at != null && (found & NEEDED) == NEEDED && areNamed(found)) {
      Double moist = (found & HUMIDITY) == 0 ? null : humidity;
      readings.add(new Reading(device, facility, at, temperature, moist, notes(found)));
    } else {
      json.stop();
    }
  }

  private int member() {
    if (json.isString("temperature")) {
      return TEMPERATURE;
    } else if (json.isString("timestamp")) {
      return TIME;
    } else if (json.isString("deviceId")) {
      return DEVICE;
    } else if (json.isString("facilityId")) {
      return FACILITY;
    } else if (json.isString("humidity")) {
      return HUMIDITY;
    } else if (json.isString("confidence")) {
      return CONFIDENCE;
    } else if (json.isString("isAnomaly")) {
      return ANOMALY;
    } else if (json.isString("id")) {
      return ID;
    }
    return json.isString("ttl") ? TTL : 0;
  }

  private void takeValue(int member) {
    switch (member) {
      case DEVICE -> device = takeId(topicDevice, device);
      case FACILITY -> facility = takeId(topicFacility, facility);
      case TIME -> {
        json.takeString();
        time = json.time();
      }
      case TEMPERATURE -> temperature = takeNumber(-200, 200);
      case HUMIDITY -> humidity = same(humidity, takeNumber(0, 100));
      case CONFIDENCE -> confidence = same(confidence, takeNumber(0, 1));
      case ANOMALY -> anomaly = json.takeFlag();
      case ID -> {
        json.takeString();
        id = json.string();
      }
      default -> ttl = takeWhole();
    }
  }

  /// @param inTopic what it must be, if that is known
  /// @param last of the reading before
  private String takeId(@Nullable String inTopic, String last) {
    json.takeString();
    if (inTopic != null) {
      if (!json.isString(inTopic)) {
        json.stop();
      }
      return inTopic;
    }
    return json.isString(last) ? last : json.string();
  }

  private double takeNumber(double from, double to) {
    double number = json.takeNumber();
    if (!(number >= from && number <= to)) {
      json.stop();
    }
    return number;
  }

  private int takeWhole() {
    double number = json.takeNumber();
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      json.stop();
    }
    return (int) number;
  }

  /// The last value again, if it is this one to the last bit.
  private static Double same(@Nullable Double last, double value) {
    Double boxed = value;
    return last != null && boxed.equals(last) ? last : boxed;
  }

  /// Finds out who says it where; whether it is said at all and by an id.
  private boolean areNamed(int found) {
    if ((found & DEVICE) == 0) {
      device = topicDevice == null ? "" : topicDevice;
    }
    if ((found & FACILITY) == 0) {
      facility = topicFacility == null ? "" : topicFacility;
    }
    return MessageReader.isId(device) && MessageReader.isId(facility);
  }

  private ReadingNotes notes(int found) {
    String ownId = (found & ID) == 0 ? null : id;
    Boolean odd = (found & ANOMALY) == 0 ? null : (Boolean) anomaly;
    Double trust = (found & CONFIDENCE) == 0 ? null : confidence;
    Integer kept = (found & TTL) == 0 ? null : (Integer) ttl;
    ReadingNotes notes = new ReadingNotes(ownId, null, odd, trust, kept, null);
    if (!notes.equals(lastNotes)) {
      lastNotes = notes.equals(ReadingNotes.NONE) ? ReadingNotes.NONE : notes;
    }
    return lastNotes;
  }
}
