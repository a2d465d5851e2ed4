package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.link.LinkCounts;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveOrder;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.tree.TreeReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rebuilds a server's live snapshots from its change documents (docs/API.md). A document may come
/// twice or after a gap: the cursor says what we have, and the server sends the rest.
///
/// {@link #apply} belongs to one thread; everybody may look.
final class LiveMirror implements LiveFeed {
  private static final TreeReader READER = TreeReader.lenient();
  private static final Vitals NOTHING =
      new Vitals(Instant.EPOCH, 0, 0, 0, 0, 0, 0, null, null, null, List.of());

  private final InstantSource clock;
  private final Map<String, DeviceLive> devices = new LinkedHashMap<>();
  private final Map<String, Alarm> alarms = new HashMap<>();
  private List<Escalation> escalations = List.of();
  private volatile LiveSnapshot latest =
      new LiveSnapshot(0, Instant.EPOCH, List.of(), List.of(), List.of(), NOTHING);
  private volatile @Nullable String cursor;
  private volatile @Nullable Instant asOf;
  private volatile Duration ahead = Duration.ZERO;

  LiveMirror(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public LiveSnapshot latest() {
    return latest;
  }

  /// What to show as `since` to get what is new; `null` for everything.
  @Nullable String cursor() {
    return cursor;
  }

  /// When the newest state came, by our clock; `null` if it never did.
  @Nullable Instant asOf() {
    return asOf;
  }

  /// How far the server's clock runs ahead of ours. The way takes time, so the truth is the most
  /// that was seen; a clock that was set shows by more than a way can take.
  Duration ahead() {
    return ahead;
  }

  /// Takes in what changed.
  ///
  /// @throws IllegalArgumentException if it is no change document
  void apply(Tree document) {
    String next = document.text("cursor");
    if (next == null) {
      throw new IllegalArgumentException("The server sent no change document.");
    }
    boolean reset = document.truth("reset");
    if (reset) {
      alarms.clear();
    }
    Set<String> touched = new HashSet<>();
    for (Alarm alarm : WireAlarms.read(document, "alerts")) {
      alarms.put(alarm.alarmId(), alarm);
      touched.add(alarm.deviceId());
    }
    document.texts("alertsEnded").forEach(alarms::remove);
    document.texts("devicesGone").forEach(devices::remove);
    applyDevices(document, reset, touched);
    if (document.has("escalations")) {
      escalations = document.trees("escalations").stream().map(LiveMirror::escalation).toList();
    }
    publish(document.time("at", clock.instant()), vitals(document.tree("vitals")));
    cursor = next;
  }

  private void applyDevices(Tree document, boolean reset, Set<String> touched) {
    Set<String> there = new HashSet<>();
    for (Tree device : document.trees("devices")) {
      String deviceId = device.text("deviceId", "");
      DeviceLive before = devices.get(deviceId);
      List<Alarm> own =
          device.texts("alarms").stream().map(alarms::get).filter(Objects::nonNull).toList();
      DeviceLive now = WireDevices.live(device, before, own);
      // What came again the same is the same object, so that it is not drawn again.
      devices.put(deviceId, before != null && isSame(before, now) ? before : now);
      there.add(deviceId);
      touched.remove(deviceId);
    }
    if (reset) {
      devices.keySet().retainAll(there);
    }
    touched.forEach(this::renewAlarms);
  }

  private static boolean isSame(DeviceLive before, DeviceLive now) {
    return before.trace().size() == now.trace().size()
        && before.equals(
            new DeviceLive(
                now.device(),
                now.limits(),
                now.newest(),
                before.trace(),
                now.band(),
                now.telemetry(),
                now.status(),
                now.clockSkew(),
                now.alarms()));
  }

  private void renewAlarms(String deviceId) {
    devices.computeIfPresent(
        deviceId,
        (_, live) ->
            new DeviceLive(
                live.device(),
                live.limits(),
                live.newest(),
                live.trace(),
                live.band(),
                live.telemetry(),
                live.status(),
                live.clockSkew(),
                live.alarms().stream()
                    .map(alarm -> alarms.getOrDefault(alarm.alarmId(), alarm))
                    .toList()));
  }

  /// Takes in a state that was put together from readings and alerts.
  void replace(List<DeviceLive> newDevices, List<Alarm> active, Instant at, Vitals vitals) {
    devices.clear();
    newDevices.forEach(live -> devices.put(live.device().deviceId(), live));
    alarms.clear();
    active.forEach(alarm -> alarms.put(alarm.alarmId(), alarm));
    publish(at, vitals);
  }

  private void publish(Instant at, Vitals vitals) {
    List<DeviceLive> sorted = new ArrayList<>(devices.values());
    sorted.sort(LiveOrder.DEVICES);
    List<Alarm> active = new ArrayList<>(alarms.values());
    active.sort(LiveOrder.ALARMS);
    Instant now = clock.instant();
    Duration seen = Duration.between(now, at);
    boolean wasSet = seen.minus(ahead).abs().compareTo(Duration.ofSeconds(2)) > 0;
    ahead = asOf == null || wasSet || seen.compareTo(ahead) > 0 ? seen : ahead;
    latest = new LiveSnapshot(latest.version() + 1, at, sorted, active, escalations, vitals);
    // Only now: whoever looks in between would take the state before for the newest.
    asOf = now;
  }

  private static Escalation escalation(Tree escalation) {
    return READER.read(
        Escalation.class, escalation.with("alarmId", escalation.get("alertId")).members());
  }

  private static Vitals vitals(Tree vitals) {
    return new Vitals(
        vitals.time("startedAt", Instant.EPOCH),
        vitals.whole("stored"),
        vitals.has("readingsPerSecond") ? vitals.number("readingsPerSecond") : 0,
        vitals.whole("duplicates"),
        vitals.whole("rejected"),
        vitals.whole("dropped"),
        (int) vitals.whole("connections"),
        vitals.time("newestReceivedAt"),
        vitals.text("storeTrouble"),
        vitals.time("storeTroubleSince"),
        vitals.trees("links").stream().map(LiveMirror::link).toList());
  }

  private static LinkStatus link(Tree link) {
    return new LinkStatus(
        link.text("name", ""),
        READER.read(LinkState.class, link.text("state", "WAITING")),
        link.time("since", Instant.EPOCH),
        link.text("sentence", ""),
        new LinkCounts(
            link.whole("received"), link.whole("acknowledged"), link.whole("interruptions")));
  }
}
