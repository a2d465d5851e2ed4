package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.PayloadEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
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
  /// How many that are gone are remembered.
  private static final int MOST_GONE = 10_000;

  /// Documents of one version; slow clients start from many versions.
  private static final int MOST_DOCUMENTS = 64;

  /// The version before the first: what a client has that has nothing.
  static final long NOTHING = 0;

  private final LiveFeed feed;
  private final PayloadEncoder encoder;
  private final String epoch;
  private final Map<String, DeviceEntry> devices = new LinkedHashMap<>();
  private final Map<String, AlarmEntry> alarms = new LinkedHashMap<>();
  private final Deque<Gone> gone = new ArrayDeque<>();
  private final Map<Wanted, ChangeDocument> documents = new HashMap<>();
  private @Nullable LiveSnapshot seen;
  private long version = NOTHING;
  private long escalationsChangedAt;
  private long forgottenUntil = NOTHING;

  /// @param epoch tells the versions of this run from those of another; letters and digits
  ChangeLog(LiveFeed feed, PayloadEncoder encoder, String epoch) {
    this.feed = feed;
    this.encoder = encoder;
    this.epoch = epoch;
  }

  private record Wanted(long from, LiveScope scope) {}

  private record Gone(long version, boolean device, String facilityId, String id) {}

  private record AlarmEntry(Alarm alarm, long changedAt, byte[] json) {}

  /// A device since its last change, written at most twice.
  private static final class DeviceEntry {
    final DeviceLive live;
    final long changedAt;

    /// The change before, and the trace then.
    final long changedBefore;

    final @Nullable Trace traceBefore;
    private byte @Nullable [] whole;
    private byte @Nullable [] step;

    DeviceEntry(DeviceLive live, long changedAt, @Nullable DeviceEntry before) {
      this.live = live;
      this.changedAt = changedAt;
      this.changedBefore = before == null ? Long.MAX_VALUE : before.changedAt;
      this.traceBefore = before == null ? null : before.live.trace();
    }

    /// For a client that has everything up to `from`.
    byte[] json(long from, PayloadEncoder encoder) {
      return from != NOTHING && changedBefore <= from ? step(encoder) : whole(encoder);
    }

    private byte[] step(PayloadEncoder encoder) {
      byte[] ready = step;
      if (ready == null) {
        ready = LiveJson.device(live, traceBefore, encoder);
        step = ready;
      }
      return ready;
    }

    private byte[] whole(PayloadEncoder encoder) {
      byte[] ready = whole;
      if (ready == null) {
        ready = LiveJson.device(live, null, encoder);
        whole = ready;
      }
      return ready;
    }
  }

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
      if (before == null || before.live != live) {
        devices.put(deviceId, new DeviceEntry(live, version, before));
        if (before != null && !facilityOf(before).equals(live.device().facilityId())) {
          remember(new Gone(version, true, facilityOf(before), deviceId));
        }
      }
    }
    if (devices.size() > now.size()) {
      Set<String> there =
          now.stream().map(live -> live.device().deviceId()).collect(Collectors.toSet());
      devices
          .values()
          .removeIf(entry -> {
            boolean left = !there.contains(entry.live.device().deviceId());
            if (left) {
              remember(new Gone(version, true, facilityOf(entry), entry.live.device().deviceId()));
            }
            return left;
          });
    }
  }

  private static String facilityOf(DeviceEntry entry) {
    return entry.live.device().facilityId();
  }

  private void noteAlarms(List<Alarm> now) {
    for (Alarm alarm : now) {
      AlarmEntry before = alarms.get(alarm.alarmId());
      if (before == null || !before.alarm.equals(alarm)) {
        DeviceEntry holder = devices.get(alarm.deviceId());
        Device device = holder == null ? null : holder.live.device();
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
              remember(new Gone(version, false, entry.alarm.facilityId(), entry.alarm.alarmId()));
            }
            return over;
          });
    }
  }

  private void remember(Gone left) {
    gone.addLast(left);
    if (gone.size() > MOST_GONE) {
      forgottenUntil = gone.removeFirst().version;
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
      return had < forgottenUntil || had > version ? NOTHING : had;
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
        || hasGone(from, scope);
  }

  /// Whether anything but the vital signs changed since then, as this scope sees it.
  synchronized boolean hasNews(long from, LiveScope scope) {
    return hasAlarmNews(from, scope)
        || escalationsChangedAt > from
        || devices.values().stream().anyMatch(e -> e.changedAt > from && scope.sees(facilityOf(e)));
  }

  private boolean hasGone(long from, LiveScope scope) {
    return !gone.isEmpty()
        && gone.getLast().version > from
        && gone.stream().anyMatch(left -> left.version > from && scope.sees(left.facilityId));
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
    long start = from < forgottenUntil ? NOTHING : from;
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
      if (entry.changedAt > from && scope.sees(facilityOf(entry))) {
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
    for (Gone left : gone) {
      DeviceEntry there = left.device ? devices.get(left.id) : null;
      boolean moved = there != null && scope.sees(facilityOf(there));
      if (left.device && left.version > from && scope.sees(left.facilityId) && !moved) {
        out.writeString(left.id);
      }
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("alertsEnded");
    for (Gone left : gone) {
      if (!left.device
          && left.version > from
          && scope.sees(left.facilityId)
          && !alarms.containsKey(left.id)) {
        out.writeString(left.id);
      }
    }
    out.writeEndArray();
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
