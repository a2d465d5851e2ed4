package ai.cryox.simulator;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.payload.WirePayload;
import ai.cryox.simulator.publish.Link;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.scenario.Disturbance;
import ai.cryox.simulator.sensor.Sensor;
import ai.cryox.simulator.thermal.ThermalUnit;
import ai.cryox.simulator.thermal.UnitControls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/// One device on its way through simulated time: its unit, its sensor, its trouble and what it
/// says. For one thread.
final class RunningDevice {
  private static final long TELEMETRY_SECONDS = 300;
  private static final long STATUS_SECONDS = 3600;
  private static final int TTL_SECONDS = 2_592_000;

  private final SimulatedDevice device;
  private final ThermalUnit unit;
  private final Sensor sensor;
  private final List<Disturbance> disturbances;
  private final Link link;
  private final Consumer<OutgoingMessage> out;
  private DeviceConfiguration configuration;
  private long periodMillis;
  private long nextReadingMillis;
  private long nextTelemetry;
  private long nextStatus;
  private boolean doorWasOpen;
  private boolean wasDefrosting;

  /// @param begin first second in which it speaks
  /// @param phaseMillis by how much its readings come later than others'
  RunningDevice(
      SimulatedDevice device,
      ThermalUnit unit,
      Sensor sensor,
      List<Disturbance> disturbances,
      Link link,
      Consumer<OutgoingMessage> out,
      long begin,
      long phaseMillis) {
    this.device = device;
    this.unit = unit;
    this.sensor = sensor;
    this.disturbances = List.copyOf(disturbances);
    this.link = link;
    this.out = out;
    configuration = device.configuration();
    periodMillis = device.samplingPeriod().toMillis();
    nextReadingMillis = begin * 1000 + phaseMillis;
    nextTelemetry = begin + 1 + (device.number() * 7L) % TELEMETRY_SECONDS;
    nextStatus = begin;
    while (unit.second() < begin - 1) {
      live();
    }
    doorWasOpen = unit.doorOpen();
    wasDefrosting = unit.defrosting();
  }

  /// Works with another configuration from the next second on.
  void configure(DeviceConfiguration next) {
    configuration = next;
    boolean own = Objects.equals(next.samplingRate(), device.configuration().samplingRate());
    Duration told = own ? null : next.samplingPeriod();
    long before = periodMillis;
    periodMillis = Objects.requireNonNullElse(told, device.samplingPeriod()).toMillis();
    long soonest = (unit.second() + 1) * 1000;
    nextReadingMillis = Math.max(soonest, nextReadingMillis - before + periodMillis);
  }

  /// Lives through the next second and says what is due in it.
  void nextSecond() {
    live();
    long second = unit.second();
    if (second >= nextStatus) {
      nextStatus += STATUS_SECONDS;
      say(status(second), second * 1000);
    }
    boolean changed = unit.doorOpen() != doorWasOpen || unit.defrosting() != wasDefrosting;
    if (second >= nextTelemetry || changed) {
      doorWasOpen = unit.doorOpen();
      wasDefrosting = unit.defrosting();
      nextTelemetry += second >= nextTelemetry ? TELEMETRY_SECONDS : 0;
      say(telemetry(second), second * 1000);
    }
    for (; nextReadingMillis < (second + 1) * 1000; nextReadingMillis += periodMillis) {
      say(reading(nextReadingMillis), nextReadingMillis);
    }
    for (Disturbance disturbance : disturbances) {
      sayUnasked(disturbance.said(second), second);
    }
  }

  private void live() {
    UnitControls controls = unit.plan();
    for (Disturbance disturbance : disturbances) {
      disturbance.disturb(unit.second(), controls);
    }
    unit.step();
  }

  private Reading reading(long millis) {
    double shown = sensor.temperature(unit.air());
    for (Disturbance disturbance : disturbances) {
      shown = disturbance.shown(unit.second(), shown);
    }
    Instant time = stamp(millis);
    ReadingNotes notes =
        new ReadingNotes(
            WirePayload.readingId(device.deviceId(), time),
            device.location(),
            false,
            sensor.confidence(),
            TTL_SECONDS,
            null);
    return new Reading(
        device.deviceId(),
        device.facilityId(),
        time,
        shown,
        sensor.humidity(unit.humidity()),
        notes);
  }

  private Telemetry telemetry(long second) {
    return new Telemetry(
        device.deviceId(),
        device.facilityId(),
        stamp(second * 1000),
        Math.round(unit.power() * 10) / 10.0,
        Math.round(unit.efficiency() * 1000) / 1000.0,
        unit.doorOpen(),
        unit.compressorOn(),
        sensor.battery(second),
        sensor.signal(),
        unit.defrosts() ? "{\"defrost\":%b}".formatted(unit.defrosting()) : null);
  }

  private DeviceStatus status(long second) {
    return new DeviceStatus(
        String.format(Locale.ROOT, "device_%03d", device.number()),
        device.deviceId(),
        device.facilityId(),
        "online",
        stamp(second * 1000),
        sensor.battery(second),
        sensor.signal(),
        "1.2.3",
        configuration,
        null);
  }

  private Instant stamp(long millis) {
    long stamped = millis;
    for (Disturbance disturbance : disturbances) {
      stamped = disturbance.stamped(stamped);
    }
    return Instant.ofEpochMilli(stamped);
  }

  private void say(Message message, long millis) {
    pass(message, WirePayload.encode(message), Instant.ofEpochMilli(millis));
  }

  private void sayUnasked(List<? extends Message> messages, long second) {
    if (messages.size() == 1) {
      say(messages.getFirst(), second * 1000);
    } else if (!messages.isEmpty()) {
      byte[] array = WirePayload.encode(messages);
      pass(messages.getFirst(), array, Instant.ofEpochSecond(second));
    }
  }

  private void pass(Message message, byte[] payload, Instant sentAt) {
    MessageKind kind = kindOf(message);
    OutgoingMessage outgoing =
        new OutgoingMessage(
            sentAt,
            link.clientId(device),
            device.deviceId(),
            device.facilityId(),
            kind,
            link.topic(device, kind),
            payload);
    List<OutgoingMessage> passing = List.of(outgoing);
    for (Disturbance disturbance : disturbances) {
      passing = passing.stream().flatMap(each -> disturbance.passed(each).stream()).toList();
    }
    passing.forEach(out);
  }

  private static MessageKind kindOf(Message message) {
    return switch (message) {
      case Reading _ -> MessageKind.READING;
      case Telemetry _ -> MessageKind.TELEMETRY;
      case DeviceStatus _ -> MessageKind.STATUS;
      case DeviceAlert _ -> MessageKind.ALERT;
    };
  }
}
