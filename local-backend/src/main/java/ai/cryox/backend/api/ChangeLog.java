package ai.cryox.backend.api;

import ai.cryox.backend.api.Departures.Left;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.PayloadEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Remembers of each device and alarm in which version it last changed, and of those that are gone
/// in which version they went. So it can say what changed since any version, however long ago,
/// without keeping the versions themselves; only what is gone is forgotten at last, and who comes
/// back after that gets everything anew.
///
/// A device is encoded once for each of its changes and a document once for each version, start and
/// scope, however many clients there are. Any thread.
final class ChangeLog {
  /// Documents of one version; slow clients start from many versions.
  private static final int MOST_DOCUMENTS = 64;

  /// The version before the first: what a client has that has nothing.
  static final long NOTHING = 0;

  private final LiveFeed feed;
  private final PayloadEncoder encoder;
  private final String epoch;
  private final Map<String, DeviceEntry> devices = new LinkedHashMap<>();
  private final Map<String, AlarmEntry> alarms = new LinkedHashMap<>();
  private final Departures departures = new Departures();
  private final Map<Wanted, ChangeDocument> documents = new HashMap<>();
  private @Nullable LiveSnapshot seen;
  private long version = NOTHING;
  private long escalationsChangedAt;

  /// @param epoch tells the versions of this run from those of another; letters and digits
  ChangeLog(LiveFeed feed, PayloadEncoder encoder, String epoch) {
    this.feed = feed;
    this.encoder = encoder;
    this.epoch = epoch;
  }

  private record Wanted(long from, LiveScope scope) {}

  private record AlarmEntry(Alarm alarm, long changedAt, byte[] json) {}

  /// Whether an alarm changed that this log has not taken note of.
  synchronized boolean isUrgent() {
    LiveSnapshot next = feed.latest();
    return seen == null
        || (next.version() != seen.version() && !next.alarms().equals(seen.alarms()));
  }

  /// Takes note of the newest snapshot.
  ///
  /// @return the version now
  synchronized long advance() {
    LiveSnapshot next = feed.latest();
    if (seen == null || next.version() != seen.version()) {
      version++;
      documents.clear();
      noteDevices(next.devices());
      noteAlarms(next.alarms());
      if (seen == null || !seen.escalations().equals(next.escalations())) {
        escalationsChangedAt = version;
      }
      seen = next;
    }
    return version;
  }

  /// The same object says that nothing changed, see [DeviceLive].
  @SuppressWarnings("ReferenceEquality")
  private void noteDevices(List<DeviceLive> now) {
    for (DeviceLive live : now) {
      String deviceId = live.device().deviceId();
      DeviceEntry before = devices.get(deviceId);
      if (before == null || before.live() != live) {
        devices.put(deviceId, new DeviceEntry(live, version, before));
        if (before != null && !before.facilityId().equals(live.device().facilityId())) {
          departures.add(new Left(version, true, before.facilityId(), deviceId));
        }
      }
    }
    if (devices.size() > now.size()) {
      Set<String> there =
          now.stream().map(live -> live.device().deviceId()).collect(Collectors.toSet());
      devices
          .values()
          .removeIf(entry -> {
            boolean left = !there.contains(entry.live().device().deviceId());
            if (left) {
              departures.add(
                  new Left(version, true, entry.facilityId(), entry.live().device().deviceId()));
            }
            return left;
          });
    }
  }

  private void noteAlarms(List<Alarm> now) {
    for (Alarm alarm : now) {
      AlarmEntry before = alarms.get(alarm.alarmId());
      if (before == null || !before.alarm.equals(alarm)) {
        DeviceEntry holder = devices.get(alarm.deviceId());
        Device device = holder == null ? null : holder.live().device();
        alarms.put(alarm.alarmId(), new AlarmEntry(alarm, version, LiveJson.alarm(alarm, device)));
      }
    }
    if (alarms.size() > now.size()) {
      Set<String> there = now.stream().map(Alarm::alarmId).collect(Collectors.toSet());
      alarms
          .values()
          .removeIf(entry -> {
            boolean over = !there.contains(entry.alarm.alarmId());
            if (over) {
              departures.add(
                  new Left(version, false, entry.alarm.facilityId(), entry.alarm.alarmId()));
            }
            return over;
          });
    }
  }

  /// The version that a client of this scope has, by the cursor it shows.
  ///
  /// @return {@link #NOTHING} if the cursor is none of ours, or from too long ago
  synchronized long versionOf(@Nullable String cursor, LiveScope scope) {
    String prefix = prefix(scope);
    if (cursor == null || !cursor.startsWith(prefix)) {
      return NOTHING;
    }
    try {
      long had = Long.parseUnsignedLong(cursor.substring(prefix.length()));
      return departures.reachBackTo(had) && had <= version ? had : NOTHING;
    } catch (NumberFormatException foreign) {
      return NOTHING;
    }
  }

  private String prefix(LiveScope scope) {
    return epoch + "." + scope.mark() + ".";
  }

  /// Whether an alarm came, changed or went since then, as this scope sees it.
  synchronized boolean hasAlarmNews(long from, LiveScope scope) {
    return alarms.values().stream().anyMatch(e -> e.changedAt > from && sees(scope, e.alarm))
        || departures.hasSince(from, scope);
  }

  /// Whether anything but the vital signs changed since then, as this scope sees it.
  synchronized boolean hasNews(long from, LiveScope scope) {
    return hasAlarmNews(from, scope)
        || escalationsChangedAt > from
        || devices.values().stream()
            .anyMatch(e -> e.changedAt() > from && scope.sees(e.facilityId()));
  }

  private static boolean sees(LiveScope scope, Alarm alarm) {
    return scope.sees(alarm.facilityId());
  }

  /// What changed since then, up to the version that was last advanced to.
  ///
  /// @param from a version from {@link #versionOf} or of an earlier document; {@link #NOTHING} or
  ///   one too old for everything
  synchronized ChangeDocument since(long from, LiveScope scope) {
    LiveSnapshot now = seen;
    if (now == null) {
      advance();
      return since(from, scope);
    }
    long start = departures.reachBackTo(from) ? from : NOTHING;
    Wanted wanted = new Wanted(start, scope);
    ChangeDocument ready = documents.get(wanted);
    if (ready == null) {
      ready = write(now, start, scope);
      if (documents.size() < MOST_DOCUMENTS) {
        documents.put(wanted, ready);
      }
    }
    return ready;
  }

  private ChangeDocument write(LiveSnapshot now, long from, LiveScope scope) {
    boolean whole = from == NOTHING;
    String cursor = prefix(scope) + version;
    byte[] json =
        Json.object(out -> {
          out.writeStringProperty("cursor", cursor);
          out.writeBooleanProperty("reset", whole);
          out.writeNumberProperty("version", now.version());
          Json.time(out, "at", now.at());
          writeDevices(out, from, scope);
          writeAlarms(out, from, scope);
          if (!whole) {
            writeGone(out, from, scope);
          }
          if (whole || escalationsChangedAt > from) {
            LiveJson.escalations(out, visible(now.escalations(), scope));
          }
          LiveJson.vitals(out, now.vitals());
        });
    return new ChangeDocument(version, cursor, whole, json);
  }

  private void writeDevices(JsonGenerator out, long from, LiveScope scope) {
    out.writeArrayPropertyStart("devices");
    for (DeviceEntry entry : devices.values()) {
      if (entry.changedAt() > from && scope.sees(entry.facilityId())) {
        Json.raw(out, entry.json(from, encoder));
      }
    }
    out.writeEndArray();
  }

  private void writeAlarms(JsonGenerator out, long from, LiveScope scope) {
    out.writeArrayPropertyStart("alerts");
    for (AlarmEntry entry : alarms.values()) {
      if (entry.changedAt > from && sees(scope, entry.alarm)) {
        Json.raw(out, entry.json);
      }
    }
    out.writeEndArray();
  }

  private void writeGone(JsonGenerator out, long from, LiveScope scope) {
    out.writeArrayPropertyStart("devicesGone");
    departures
        .since(from, scope)
        .filter(left -> left.device() && !isSeen(left.id(), scope))
        .forEach(left -> out.writeString(left.id()));
    out.writeEndArray();
    out.writeArrayPropertyStart("alertsEnded");
    departures
        .since(from, scope)
        .filter(left -> !left.device() && !alarms.containsKey(left.id()))
        .forEach(left -> out.writeString(left.id()));
    out.writeEndArray();
  }

  private boolean isSeen(String deviceId, LiveScope scope) {
    DeviceEntry there = devices.get(deviceId);
    return there != null && scope.sees(there.facilityId());
  }

  private List<Escalation> visible(List<Escalation> all, LiveScope scope) {
    return all.stream()
        .filter(escalation -> {
          AlarmEntry of = alarms.get(escalation.alarmId());
          return of == null ? scope.everything() : sees(scope, of.alarm);
        })
        .toList();
  }
}
