package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.fleet.Path;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLimit;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.WatchMemory;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Finds links that are gone: connections to other brokers that are down, and gateways of which all
/// devices stopped at once. Belongs to the pipeline's thread; runs on the backend's clock.
final class LinkWatch {
  /// Several connections to one broker are one link.
  private static final Pattern ONE_OF_SEVERAL = Pattern.compile(" \\(\\d+ of \\d+\\)$");

  private static final int FEWEST_BEHIND_A_GATEWAY = 2;

  private final Fleet fleet;
  private final Supplier<AlarmDesign> design;
  private final Supplier<List<LinkStatus>> links;
  private final Map<String, WatchMemory> memories = new HashMap<>();
  private final Set<String> foundNow = new HashSet<>();

  /// @param design delays and severity
  /// @param links how the links to other brokers are now
  LinkWatch(Fleet fleet, Supplier<AlarmDesign> design, Supplier<List<LinkStatus>> links) {
    this.fleet = fleet;
    this.design = design;
    this.links = links;
  }

  /// Adds findings of connections that are down or up again, and of gateways that are heard again.
  void look(Batch batch) {
    foundNow.clear();
    Map<String, List<LinkStatus>> byLink = new TreeMap<>();
    for (LinkStatus status : links.get()) {
      String name = ONE_OF_SEVERAL.matcher(status.name()).replaceFirst("");
      byLink.computeIfAbsent(name, key -> new ArrayList<>()).add(status);
    }
    byLink.forEach((name, connections) -> judge(name, connections, batch));
    for (Alarm alarm : List.copyOf(fleet.systemAlarms())) {
      if (alarm.condition() == Condition.LINK_DOWN && alarm.isConditionPresent()) {
        endIfHeard(alarm, batch);
      }
    }
  }

  private void judge(String name, List<LinkStatus> connections, Batch batch) {
    AlarmLimit limit = design.get().limit(Condition.LINK_DOWN);
    WatchMemory before = before(name, batch.now());
    boolean down =
        connections.stream()
            .noneMatch(link -> link.state().isUp() || link.state() == LinkState.CLOSED);
    if (limit == null) {
      return;
    }
    boolean first = before.newest() == null;
    WatchMemory next = before.after(limit, batch.now(), down, !down);
    memories.put(name, next);
    if (next.violated() && !before.violated()) {
      Instant since = before.since() == null ? batch.now() : before.since();
      batch.findings.add(down(name, since, connections.getFirst().sentence()));
    } else if ((before.violated() && !next.violated()) || (first && !down)) {
      batch.findings.add(up(name, batch.now()));
    }
  }

  private WatchMemory before(String name, Instant now) {
    WatchMemory memory = memories.getOrDefault(name, WatchMemory.CLEAR);
    Instant newest = memory.newest();
    return newest != null && newest.isAfter(now) ? memory.undone() : memory;
  }

  /// A device that is due to be called silent: is it that nothing at all comes by its gateway or
  /// link any more? Then that is found to be down.
  ///
  /// It is if every device behind it is overdue by half a period at least. One that failed alone
  /// has neighbours that go on.
  void judgeSilence(DeviceState state, Batch batch) {
    Path path = state.path();
    if (path == null
        || design.get().limit(Condition.LINK_DOWN) == null
        || path.devices().size() < FEWEST_BEHIND_A_GATEWAY
        || foundNow.contains(path.name())
        || isDown(path)) {
      return;
    }
    Instant heardAt = path.heardAt();
    boolean allOverdue = path.devices().stream().allMatch(behind -> isOverdue(behind, batch.now()));
    if (allOverdue && heardAt != null) {
      String message =
          "Nothing comes from %s any more; %d devices are behind it."
              .formatted(path.name(), path.devices().size());
      foundNow.add(path.name());
      batch.findings.add(down(path.name(), heardAt, message));
    }
  }

  private boolean isDown(Path path) {
    Alarm alarm = fleet.alarm(new AlarmKey(idOf(path.name()), Condition.LINK_DOWN));
    return alarm != null && alarm.isConditionPresent();
  }

  private static boolean isOverdue(DeviceState state, Instant now) {
    Duration quiet = Duration.between(state.heardAt(), now);
    Duration period = state.device().samplingPeriod();
    return quiet.multipliedBy(2).compareTo(period.multipliedBy(3)) > 0;
  }

  private void endIfHeard(Alarm alarm, Batch batch) {
    String name = alarm.deviceId().substring(idOf("").length());
    Path path = fleet.path(name);
    Instant heardAt = path == null ? null : path.heardAt();
    boolean connectionDown = memories.getOrDefault(name, WatchMemory.CLEAR).violated();
    boolean heard = heardAt != null && heardAt.isAfter(alarm.raisedReceivedAt());
    boolean nobodyLeft = path == null && !memories.containsKey(name);
    if (!connectionDown && (heard || nobodyLeft)) {
      batch.findings.add(up(name, batch.now()));
    }
  }

  private DeviceFinding down(String name, Instant since, String message) {
    Path path = fleet.path(name);
    String facilityId = path == null ? "" : path.facilityId();
    Finding.Violated violated =
        new Finding.Violated(
            Condition.LINK_DOWN,
            since,
            Double.NaN,
            design.get().severityOf(Condition.LINK_DOWN),
            Double.NaN);
    return new DeviceFinding(idOf(name), facilityId, violated, message);
  }

  private static DeviceFinding up(String name, Instant now) {
    return new DeviceFinding(
        idOf(name), new Finding.Returned(Condition.LINK_DOWN, now, Double.NaN));
  }

  private static String idOf(String name) {
    return Alarm.SYSTEM + "link/" + name;
  }
}
