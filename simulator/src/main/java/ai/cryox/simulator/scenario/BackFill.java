package ai.cryox.simulator.scenario;

import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.thermal.Ambient;
import ai.cryox.simulator.thermal.ThermalUnit;
import ai.cryox.simulator.thermal.UnitPhysics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A logger that was out of reach for seven days and hands in all it recorded: one value a minute,
/// in arrays of a hundred, one array a second, oldest first. Until then the device says nothing.
public final class BackFill implements Scenario {
  private static final long FILLED_SECONDS = 7 * 86_400;
  private static final int INTERVAL_SECONDS = 60;
  private static final int BATCH = 100;

  @Override
  public String name() {
    return "back-fill";
  }

  @Override
  public String summary() {
    return "A logger silent until then hands in seven days of readings, one a minute, in arrays.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.ULTRA_LOW_FREEZER, 0));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      private final ThermalUnit unit = past(device, from - FILLED_SECONDS);

      @Override
      public List<? extends Message> said(long second) {
        return second < from ? List.of() : nextBatch(device, unit, from);
      }

      @Override
      public List<OutgoingMessage> passed(OutgoingMessage message) {
        return message.sentAt().getEpochSecond() < from ? List.of() : List.of(message);
      }
    };
  }

  private static ThermalUnit past(SimulatedDevice device, long second) {
    UnitPhysics physics = UnitPhysics.of(device.kind());
    double mean = physics.ambient().mean();
    double swing = physics.ambient().amplitude();
    SplittableRandom random = new SplittableRandom(device.number());
    return new ThermalUnit(
        physics,
        new Ambient(device.number(), mean, swing, device.location().longitude()),
        random,
        second);
  }

  private static List<Reading> nextBatch(SimulatedDevice device, ThermalUnit unit, long from) {
    List<Reading> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && unit.second() + INTERVAL_SECONDS < from) {
      for (int i = 0; i < INTERVAL_SECONDS; i++) {
        unit.plan();
        unit.step();
      }
      double shown = Math.round(unit.air() * 10) / 10.0 + 0.0;
      Instant time = Instant.ofEpochSecond(unit.second());
      batch.add(Reading.of(device.deviceId(), device.facilityId(), time, shown));
    }
    return batch;
  }
}
