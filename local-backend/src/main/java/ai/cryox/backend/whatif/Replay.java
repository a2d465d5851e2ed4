package ai.cryox.backend.whatif;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfAnswer.OfDevice;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Answers one question. Any thread; reads devices side by side.
public final class Replay {
  private static final int MOST_THREADS = 4;

  private final ReadingStore readings;
  private final ProfileBook profiles;
  private final WhatIf question;
  private final WhatIfProgress progress;
  private final LongAdder replayed = new LongAdder();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean cancelled;

  /// @param profiles that there are
  public Replay(
      ReadingStore readings, ProfileBook profiles, WhatIf question, WhatIfProgress progress) {
    this.readings = readings;
    this.profiles = profiles;
    this.question = question;
    this.progress = progress;
  }

  /// Replays the devices' readings.
  ///
  /// @param devices those that the question is about, with the limits that hold now
  /// @throws CancellationException if whoever watches broke it off
  public WhatIfAnswer answer(List<DeviceLive> devices) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    List<OfDevice> answers = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("what-if-", 0).daemon().factory())) {
      List<Future<OfDevice>> running = new ArrayList<>();
      for (DeviceLive device : devices) {
        running.add(pool.submit(() -> replay(device, devices.size())));
      }
      running.forEach(one -> answers.add(result(one)));
    }
    if (cancelled) {
      throw new CancellationException("The replay was broken off.");
    }
    return new WhatIfAnswer(answers, replayed.sum());
  }

  private static OfDevice result(Future<OfDevice> one) {
    try {
      return one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new CompletionException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The replay was broken off.");
    }
  }

  private OfDevice replay(DeviceLive live, int of) {
    Device device = live.device();
    Side now = new Side(device, live.limits());
    Side then = new Side(device, changed(device));
    long[] count = new long[1];
    if (!cancelled) {
      readings.forEachTemperature(
          device.deviceId(),
          question.from().toEpochMilli(),
          question.until().toEpochMilli(),
          (time, temperature, late) -> {
            now.tracker.add(time, temperature, late);
            then.tracker.add(time, temperature, late);
            count[0]++;
          });
    }
    replayed.add(count[0]);
    if (!progress.goesOn(done.incrementAndGet(), of)) {
      cancelled = true;
    }
    return compare(device.deviceId(), now.found(), then.found());
  }

  private StorageProfile changed(Device device) {
    DeviceConfiguration desired = device.desired();
    AlertThresholds told = desired.alertThresholds();
    return switch (question.change()) {
      case WhatIf.Change.Profile(StorageProfile profile) ->
          told == null ? profile : profile.withThresholds(told);
      case WhatIf.Change.Thresholds(AlertThresholds thresholds) ->
          device
              .withDesired(new DeviceConfiguration(desired.samplingRate(), thresholds))
              .limits(profiles);
    };
  }

  /// One of the two profiles that a device's readings are judged by.
  private static final class Side {
    private final ExcursionTracker tracker;

    Side(Device device, StorageProfile limits) {
      tracker =
          new ExcursionTracker(
              device.deviceId(),
              device.facilityId(),
              limits,
              device.silenceLimit(),
              ExcursionMemory.EMPTY);
    }

    List<Excursion> found() {
      List<Excursion> found = new ArrayList<>(tracker.takeEnded());
      found.addAll(tracker.open());
      return found;
    }
  }

  private static OfDevice compare(String deviceId, List<Excursion> now, List<Excursion> then) {
    return new OfDevice(
        deviceId,
        now.size(),
        then.size(),
        without(then, now),
        without(now, then),
        beyond(now),
        beyond(then));
  }

  private static List<Excursion> without(List<Excursion> these, List<Excursion> those) {
    return these.stream()
        .filter(one ->
            those.stream()
                .noneMatch(other ->
                    Objects.equals(one.condition(), other.condition()) && one.overlaps(other)))
        .toList();
  }

  private static Duration beyond(List<Excursion> excursions) {
    return excursions.stream().map(Excursion::beyond).reduce(Duration.ZERO, Duration::plus);
  }
}
