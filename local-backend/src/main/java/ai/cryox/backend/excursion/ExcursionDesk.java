package ai.cryox.backend.excursion;

import ai.cryox.backend.excursion.DueList.Due;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.ExcursionChanges.Anew;
import ai.cryox.backend.ingest.ExcursionChanges.LimitsChange;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tracks the excursions of all devices. Belongs to the pipeline's thread.
///
/// A reading that is newer than all before, late or not, moves its device's tracker. One that is
/// not marks its device as due: what followed from the readings after it must be found again, which
/// {@link ExcursionAgent} does beside the pipeline.
public final class ExcursionDesk {
  private final Fleet fleet;
  private final ReadingStore readings;
  private final DueList due = new DueList();
  private final Map<String, Tracked> devices = new HashMap<>();

  /// From when on devices are due, as it is stored.
  private final Map<String, Instant> marks = new HashMap<>();

  /// @param readings asked for what is stored, never written to
  public ExcursionDesk(Fleet fleet, ReadingStore readings) {
    this.fleet = fleet;
    this.readings = readings;
  }

  /// Takes over what was remembered when the backend last stopped, once the fleet is restored.
  public void restore(SqliteExcursionStore store, Instant now) {
    Map<String, ExcursionMemory> memories = store.memories();
    for (DeviceState state : fleet.all()) {
      ExcursionMemory memory = memories.get(state.device().deviceId());
      devices.put(state.device().deviceId(), restored(state, memory));
    }
    marks.putAll(store.due());
    marks.forEach((deviceId, from) -> {
      DeviceState state = fleet.find(deviceId);
      if (state != null) {
        due.mark(dueFrom(state, from), now);
      }
    });
  }

  private Tracked restored(DeviceState state, @Nullable ExcursionMemory memory) {
    ExcursionTracker tracker =
        tracker(state, memory == null ? ExcursionMemory.upTo(state.highWater()) : memory);
    if (memory != null) {
      readings.forEachTemperature(
          state.device().deviceId(), tracker.newest() + 1, Long.MAX_VALUE, tracker::add);
    }
    return new Tracked(state.device().deviceId(), tracker, memory != null);
  }

  private static ExcursionTracker tracker(DeviceState state, ExcursionMemory memory) {
    return new ExcursionTracker(
        state.device().deviceId(),
        state.device().facilityId(),
        state.limits(),
        state.device().silenceLimit(),
        memory);
  }

  DueList due() {
    return due;
  }

  /// How many devices wait to be evaluated again. Any thread.
  public int waiting() {
    return due.size();
  }

  /// Tracks the batch's readings, after its changes of limits.
  public void track(Batch batch) {
    batch.devices.keySet().forEach(deviceId -> relimit(deviceId, batch));
    Set<Tracked> touched = new HashSet<>();
    Map<String, Instant> outOfOrder = new HashMap<>();
    Tracked tracked = null;
    for (ReceivedReading received : batch.readings) {
      if (tracked == null || !tracked.deviceId().equals(received.reading().deviceId())) {
        tracked = tracked(received.reading().deviceId());
      }
      Instant time = received.reading().time();
      if (time.toEpochMilli() > tracked.tracker().newest()) {
        tracked
            .tracker()
            .add(time.toEpochMilli(), received.reading().temperature(), received.late());
        if (tracked.isTouched()) {
          touched.add(tracked);
        }
      } else {
        outOfOrder.merge(received.reading().deviceId(), time, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    touched.forEach(one -> one.saveIfDue(batch.excursions));
    outOfOrder.forEach((deviceId, from) -> mark(deviceId, from, batch));
  }

  private Tracked tracked(String deviceId) {
    return devices.computeIfAbsent(
        deviceId, id -> new Tracked(id, tracker(known(id), ExcursionMemory.EMPTY), false));
  }

  private DeviceState known(String deviceId) {
    return Objects.requireNonNull(fleet.find(deviceId), deviceId);
  }

  private void relimit(String deviceId, Batch batch) {
    DeviceState state = known(deviceId);
    Tracked tracked = devices.get(deviceId);
    if (tracked == null) {
      return;
    }
    ExcursionTracker tracker = tracked.tracker();
    tracker.know(state.device().facilityId(), state.device().silenceLimit());
    StorageProfile before = tracker.profile();
    if (before.equals(state.limits())) {
      return;
    }
    if (tracker.newest() != Long.MIN_VALUE) {
      Instant from = Instant.ofEpochMilli(tracker.newest() + 1);
      batch.excursions.limits.add(
          new LimitsChange(deviceId, from, before, state.limits(), batch.now()));
    }
    tracker.relimit(state.limits());
    tracked.save(batch.excursions);
  }

  private void mark(String deviceId, Instant from, Batch batch) {
    Instant stored = marks.get(deviceId);
    if (stored == null || from.isBefore(stored)) {
      marks.put(deviceId, from);
      batch.excursions.due.put(deviceId, Optional.of(from));
    }
    Due entry = dueFrom(known(deviceId), from);
    batch.whenDurable.add(() -> due.mark(entry, batch.now()));
  }

  private static Due dueFrom(DeviceState state, Instant from) {
    return new Due(
        state.device().deviceId(),
        state.device().facilityId(),
        state.limits(),
        state.device().silenceLimit(),
        from.toEpochMilli());
  }

  /// Takes over what was found anew, and goes on from there. If the device got other limits
  /// meanwhile it stays due.
  ///
  /// @return whether it was taken over
  boolean apply(Evaluation found, Batch batch) {
    String deviceId = found.due().deviceId();
    Tracked tracked = tracked(deviceId);
    ExcursionTracker tracker = found.tracker();
    if (!tracker.profile().equals(tracked.tracker().profile())) {
      due.mark(dueFrom(known(deviceId), Instant.ofEpochMilli(found.due().from())), batch.now());
      return false;
    }
    readings.forEachTemperature(
        deviceId, tracker.newest() + 1, tracked.tracker().newest() + 1, tracker::add);
    batch.excursions.anew.add(new Anew(deviceId, found.from()));
    tracked.replace(tracker, batch.excursions);
    Due more = due.find(deviceId);
    if (more == null) {
      marks.remove(deviceId);
      batch.excursions.due.put(deviceId, Optional.empty());
    } else {
      Instant from = Instant.ofEpochMilli(more.from());
      marks.put(deviceId, from);
      batch.excursions.due.put(deviceId, Optional.of(from));
    }
    return true;
  }
}
