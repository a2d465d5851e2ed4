package ai.cryox.backend.ingest;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch.ClockFault;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.reading.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides what is let in: checks clocks, registers devices that speak for the first time, and
/// drops what is stored already. Belongs to the pipeline's thread.
public final class Admission {
  /// A clock may run ahead this far.
  public static final Duration LARGEST_LEAD = DeviceState.LARGEST_LEAD;

  /// Older than this is a clock that was never set.
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Fleet fleet;
  private final ReadingStore store;
  private long duplicates;

  /// @param store asked for what is stored already, never written to
  public Admission(Fleet fleet, ReadingStore store) {
    this.fleet = fleet;
    this.store = store;
  }

  /// Sorts deliveries into the batch.
  public void admit(List<Delivery> deliveries, Batch batch) {
    InBatch inBatch = new InBatch(batch.readings);
    for (Delivery delivery : deliveries) {
      for (Fault fault : delivery.decoded().faults()) {
        batch.rejections.add(rejection(delivery, fault));
      }
      Instant receivedAt = delivery.receivedAt().truncatedTo(ChronoUnit.MILLIS);
      for (Message message : delivery.messages()) {
        admit(message, delivery, receivedAt, batch, inBatch);
      }
      batch.whenDurable.add(delivery.receipt()::committed);
    }
  }

  /// Readings that came again with the same value, since the start.
  public long duplicates() {
    return duplicates;
  }

  private record Identity(String deviceId, Instant time) {}

  /// Finds a reading among those of the batch; looks through them only when it is first asked,
  /// because most batches have no reading that could be there twice.
  private static final class InBatch {
    private final List<ReceivedReading> readings;
    private final Map<Identity, Reading> seen = new HashMap<>();
    private int looked;

    InBatch(List<ReceivedReading> readings) {
      this.readings = readings;
    }

    @Nullable Reading find(Reading reading) {
      for (; looked < readings.size(); looked++) {
        Reading next = readings.get(looked).reading();
        seen.put(new Identity(next.deviceId(), next.time()), next);
      }
      return seen.get(new Identity(reading.deviceId(), reading.time()));
    }
  }

  private void admit(
      Message message, Delivery delivery, Instant receivedAt, Batch batch, InBatch inBatch) {
    DeviceState state = fleet.find(message.deviceId());
    Fault fault = clockFault(message, delivery.receivedAt());
    if (fault == null && state == null && !fleet.hasRoom()) {
      fault = new Fault(Reason.UNKNOWN_DEVICE, noRoom(message.deviceId()));
    }
    if (fault != null) {
      batch.rejections.add(rejection(delivery, fault));
      if (state != null && fault.reason() == Reason.TIME_IN_FUTURE) {
        state.setClockSkew(Duration.between(delivery.receivedAt(), message.time()));
      }
      if (state != null && fault.reason() != Reason.UNKNOWN_DEVICE) {
        Duration skew = Duration.between(delivery.receivedAt(), message.time());
        batch.clockFaults.add(new ClockFault(message.deviceId(), delivery.receivedAt(), skew));
      }
      return;
    }
    if (state == null) {
      state = register(message, batch);
    }
    switch (message) {
      case Reading reading -> admit(reading, state, delivery, receivedAt, batch, inBatch);
      case Telemetry telemetry -> {
        state.add(telemetry);
        batch.telemetry.add(telemetry);
      }
      case DeviceStatus status -> admit(status, state, batch);
      case DeviceAlert alert -> batch.deviceAlerts.add(alert);
    }
  }

  private void admit(
      Reading reading,
      DeviceState state,
      Delivery delivery,
      Instant receivedAt,
      Batch batch,
      InBatch inBatch) {
    if (!state.isNewer(reading.time())) {
      Reading stored = storedTwin(reading, inBatch);
      if (stored != null) {
        rejectTwin(reading, stored, delivery, batch);
        return;
      }
    }
    Duration age = Duration.between(reading.time(), receivedAt);
    boolean late = age.compareTo(state.device().liveWindow()) > 0;
    ReceivedReading received = new ReceivedReading(reading, receivedAt, late);
    state.add(received);
    batch.readings.add(received);
    if (fleet.heardBy(state, delivery.origin().source())) {
      batch.paths.put(reading.deviceId(), delivery.origin().source());
    }
  }

  private @Nullable Reading storedTwin(Reading reading, InBatch inBatch) {
    Reading twin = inBatch.find(reading);
    return twin != null
        ? twin
        : store.find(reading.deviceId(), reading.time()).map(ReceivedReading::reading).orElse(null);
  }

  private void rejectTwin(Reading reading, Reading stored, Delivery delivery, Batch batch) {
    if (reading.sameValueAs(stored)) {
      duplicates++;
      return;
    }
    batch.rejections.add(
        rejection(
            delivery,
            new Fault(
                Reason.CONFLICT,
                "%s already has %s °C at %s; this message says %s °C. The first one is kept."
                    .formatted(
                        reading.deviceId(),
                        stored.temperature(),
                        reading.time(),
                        reading.temperature()))));
  }

  private void admit(DeviceStatus status, DeviceState state, Batch batch) {
    boolean isNewest = state.add(status);
    batch.statuses.add(status);
    Device device = state.device();
    if (isNewest
        && status.configuration().problem() == null
        && !status.configuration().equals(device.reported())) {
      batch.deviceChanges.add(
          new Batch.DeviceChange(
              device.deviceId(), entry -> entry.withReported(status.configuration())));
    }
  }

  private DeviceState register(Message message, Batch batch) {
    Device device = Device.unconfirmed(message.deviceId(), message.facilityId(), batch.now());
    batch.devices.put(device.deviceId(), device);
    return fleet.put(device, batch.now());
  }

  private static @Nullable Fault clockFault(Message message, Instant receivedAt) {
    Duration lead = Duration.between(receivedAt, message.time());
    if (lead.compareTo(LARGEST_LEAD) > 0) {
      return new Fault(
          Reason.TIME_IN_FUTURE,
          "%s says it is %s, %d min ahead of this machine. Set the clock of the device."
              .formatted(message.deviceId(), message.time(), lead.toMinutes()));
    }
    if (message.time().isBefore(EARLIEST)) {
      return new Fault(
          Reason.TIME_TOO_OLD,
          "%s says it is %s: its clock was never set. Set the clock of the device."
              .formatted(message.deviceId(), message.time()));
    }
    return null;
  }

  private static String noRoom(String deviceId) {
    return "%s is unknown, and %d devices wait to be confirmed already. Confirm or remove some."
        .formatted(deviceId, Fleet.MOST_UNCONFIRMED);
  }

  private static Rejection rejection(Delivery delivery, Fault fault) {
    return Rejection.of(
        delivery.receivedAt(),
        delivery.origin().source(),
        delivery.origin().topic(),
        fault,
        delivery.raw());
  }
}
