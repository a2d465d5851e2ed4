package ai.cryox.app.profiles;

import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One replay of the stored readings of all devices that have a profile, through the profile as it
/// would be. Any thread may look at it or cancel it.
final class WhatIfRun {
  private final Session session;
  private final StorageProfile profile;
  private final TreeMap<String, Set<String>> devices = new TreeMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /// @param all devices there are
  WhatIfRun(Session session, StorageProfile profile, List<Device> all) {
    this.session = session;
    this.profile = profile;
    for (Device device : all) {
      if (profile.id().equals(device.profileId())) {
        devices.computeIfAbsent(device.facilityId(), _ -> new TreeSet<>()).add(device.deviceId());
      }
    }
  }

  /// How many devices it is about.
  int size() {
    return devices.values().stream().mapToInt(Set::size).sum();
  }

  /// How many of them are replayed.
  int done() {
    return done.get();
  }

  void cancel() {
    cancelled.set(true);
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  /// Replays. Blocks for seconds.
  ///
  /// @return what was found; empty if it was cancelled
  Optional<WhatIfAnswer> run(Duration past, Instant now) {
    List<WhatIfAnswer.OfDevice> found = new ArrayList<>();
    long readings = 0;
    int before = 0;
    try {
      for (var facility : devices.entrySet()) {
        int base = before;
        WhatIf question =
            new WhatIf(
                facility.getKey(),
                facility.getValue(),
                new WhatIf.Change.Profile(profile),
                now.minus(past),
                now);
        WhatIfAnswer answer =
            session.whatIf(
                question,
                (count, _) -> {
                  done.accumulateAndGet(base + count, Math::max);
                  return !cancelled.get();
                });
        found.addAll(answer.devices());
        readings += answer.readings();
        before += facility.getValue().size();
      }
    } catch (CancellationException asked) {
      return Optional.empty();
    }
    return Optional.of(new WhatIfAnswer(found, readings));
  }
}
