package ai.cryox.backend.api;

import ai.cryox.backend.energy.EnergyReader;
import ai.cryox.backend.energy.Saving;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each facility drew less in the last 24 hours than in the seven days before, W. To sum that
/// up takes a while, so it is done beside whoever asks, when somebody does and the last answer is
/// older than a quarter of an hour. Any thread.
final class EnergySavings {
  private static final Duration GOOD_FOR = Duration.ofMinutes(15);
  private static final Duration PERIOD = Duration.ofHours(24);
  private static final Logger LOG = LoggerFactory.getLogger(EnergySavings.class);

  private final EnergyReader energy;
  private final LiveFeed live;
  private final InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Map<List<String>, Double> latest = Map.of();
  private volatile Instant nextAt = Instant.MIN;

  EnergySavings(EnergyReader energy, LiveFeed live, InstantSource clock) {
    this.energy = energy;
    this.live = live;
    this.clock = clock;
  }

  /// By facility, as far as it is known; one whose devices say too little of their power is left
  /// out.
  Map<List<String>, Double> latest() {
    Instant now = clock.instant();
    if (!now.isBefore(nextAt) && busy.compareAndSet(false, true)) {
      Thread.ofPlatform().name("energy savings").daemon().start(() -> sumUp(now));
    }
    return latest;
  }

  private void sumUp(Instant now) {
    try {
      latest = sums(now);
    } catch (BackendException failed) {
      LOG.debug("Energy could not be summed up.", failed);
    } finally {
      nextAt = now.plus(GOOD_FOR);
      busy.set(false);
    }
  }

  private Map<List<String>, Double> sums(Instant now) {
    Instant from = now.minus(PERIOD);
    Map<String, Double> watts = new TreeMap<>();
    for (DeviceLive known : live.latest().devices()) {
      Device device = known.device();
      Saving saving =
          known.telemetry() == null
              ? null
              : Saving.of(
                  energy, device.deviceId(), from, energy.windows(device.deviceId(), from, now));
      if (saving != null) {
        watts.merge(device.facilityId(), saving.watts(), Double::sum);
      }
    }
    Map<List<String>, Double> byLabels = new HashMap<>();
    watts.forEach((facility, sum) -> byLabels.put(List.of(facility), sum));
    return Map.copyOf(byLabels);
  }
}
