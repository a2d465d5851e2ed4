package ai.cryox.backend.rights;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Grants;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The newest snapshot, cut down to what somebody may see. Never blocks; any thread.
final class VisibleFeed implements LiveFeed {
  private final LiveFeed all;
  private final Rights rights;
  private volatile @Nullable Cut last;

  VisibleFeed(LiveFeed all, Rights rights) {
    this.all = all;
    this.rights = rights;
  }

  private record Cut(LiveSnapshot of, Grants grants, LiveSnapshot visible) {}

  /// The same object is the same snapshot.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public LiveSnapshot latest() {
    LiveSnapshot now = all.latest();
    if (rights.watchesEverything()) {
      return now;
    }
    Grants grants = rights.who().grants();
    Cut ready = last;
    if (ready == null || ready.of() != now || !ready.grants().equals(grants)) {
      ready = new Cut(now, grants, cut(now));
      last = ready;
    }
    return ready.visible();
  }

  private LiveSnapshot cut(LiveSnapshot now) {
    List<Alarm> alarms =
        now.alarms().stream().filter(alarm -> rights.watches(alarm.facilityId())).toList();
    Set<String> ids = alarms.stream().map(Alarm::alarmId).collect(Collectors.toSet());
    return new LiveSnapshot(
        now.version(),
        now.at(),
        now.devices().stream()
            .filter(known -> rights.watches(known.device().facilityId()))
            .toList(),
        alarms,
        now.escalations().stream().filter(one -> ids.contains(one.alarmId())).toList(),
        now.vitals());
  }
}
