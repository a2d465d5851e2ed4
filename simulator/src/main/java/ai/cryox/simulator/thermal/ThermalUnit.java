package ai.cryox.simulator.thermal;

import java.util.SplittableRandom;

/// One refrigerated unit: two coupled masses, air and goods, between a warm world and a compressor.
///
/// Use it second by second: {@link #plan}, then change the controls at will, then {@link #step}.
/// For one thread.
public final class ThermalUnit {
  private final UnitPhysics physics;
  private final Ambient ambient;
  private final DoorPlan doorPlan;
  private final long defrostPhase;
  private final UnitControls controls = new UnitControls();

  private double air;
  private double goods;
  private double humidity;
  private double around;
  private boolean compressorOn;
  private long second;
  private long defrostEnds = Long.MIN_VALUE;
  private long defrosted;

  /// A unit as it stands at some second.
  ///
  /// @param random a stream of its own
  public ThermalUnit(UnitPhysics physics, Ambient ambient, SplittableRandom random, long second) {
    this.physics = physics;
    this.ambient = ambient;
    this.second = second;
    UnitPhysics.Cooling cooling = physics.cooling();
    air = cooling.setpoint() + random.nextDouble(-1, 1) * cooling.halfBand();
    around = ambient.at(second);
    goods = cooling.setpoint() - excess() / 2;
    humidity = physics.humidity();
    compressorOn = random.nextBoolean();
    long every = physics.defrost().everySeconds();
    defrostPhase = every == 0 ? 0 : random.nextLong(every);
    defrosted = second - (every == 0 ? 0 : Math.floorMod(second + defrostPhase, every));
    doorPlan = new DoorPlan(physics.doors(), random.split());
  }

  /// How much warmer than the goods the air becomes while nothing cools, K.
  private double excess() {
    UnitPhysics.Heat heat = physics.heat();
    double gain = heat.walls() * (around - physics.cooling().setpoint()) + heat.inside();
    return gain / heat.goods();
  }

  /// Begins the next second: what the plan of the day has for it.
  public UnitControls plan() {
    second++;
    around = ambient.at(second);
    boolean defrost = isDefrostPlanned();
    boolean door = doorPlan.isOpen(second, ambient.hour(second), air, defrost);
    controls.plan(door, defrost);
    return controls;
  }

  private boolean isDefrostPlanned() {
    UnitPhysics.Defrost defrost = physics.defrost();
    if (defrost.everySeconds() == 0) {
      return false;
    }
    if (Math.floorMod(second + defrostPhase, defrost.everySeconds()) == 0) {
      defrostEnds = second + defrost.longestSeconds();
      defrosted = second;
    }
    if (second < defrostEnds && air >= defrost.endsAt()) {
      defrostEnds = second;
    }
    return second < defrostEnds;
  }

  /// Ends the second: what comes of it.
  public void step() {
    UnitPhysics.Heat heat = physics.heat();
    UnitPhysics.Cooling cooling = physics.cooling();
    if (air > cooling.setpoint() + cooling.halfBand()) {
      compressorOn = true;
    } else if (air < cooling.setpoint() - cooling.halfBand()) {
      compressorOn = false;
    }
    compressorOn &= !controls.defrosting() && !controls.compressorBlocked();
    double gain = heat.walls() * (around - air) + heat.inside() + heat.goods() * (goods - air);
    if (controls.doorOpen()) {
      gain += physics.doors().exchange() * controls.doorWidth() * (around - air);
    }
    if (controls.defrosting()) {
      gain += physics.defrost().heater();
    }
    if (compressorOn) {
      gain -= cooling.capacity() * controls.coolingShare();
    }
    goods += heat.goods() * (air - goods) / heat.goodsCapacity();
    air += gain / heat.airCapacity();
    humidity += (settledHumidity() - humidity) / 240;
  }

  private double settledHumidity() {
    double moist = controls.doorOpen() ? 18 : 0;
    return physics.humidity() + moist + (compressorOn ? -4 : 2);
  }

  /// The second since the epoch that the unit has reached.
  public long second() {
    return second;
  }

  /// Air temperature, °C.
  public double air() {
    return air;
  }

  /// Temperature of the goods, °C.
  public double goods() {
    return goods;
  }

  /// Relative humidity, percent, 5 to 98.
  public double humidity() {
    return Math.clamp(humidity, 5, 98);
  }

  /// Whether the door stands open.
  public boolean doorOpen() {
    return controls.doorOpen();
  }

  /// Whether the unit is of those that are defrosted.
  public boolean defrosts() {
    return physics.defrost().everySeconds() > 0;
  }

  /// Whether the evaporator is being defrosted.
  public boolean defrosting() {
    return controls.defrosting();
  }

  /// Whether the compressor runs.
  public boolean compressorOn() {
    return compressorOn;
  }

  /// Electrical power, W.
  public double power() {
    UnitPhysics.Cooling cooling = physics.cooling();
    double watts = cooling.idlePower();
    if (compressorOn) {
      watts += cooling.power() * (1 + 0.012 * (around - 20));
    }
    return controls.defrosting() ? watts + 1.1 * physics.defrost().heater() : watts;
  }

  /// How well it cools for what it takes, 0 to 1: ice, heat around it and lost refrigerant lower
  /// it.
  public double efficiency() {
    if (controls.compressorBlocked()) {
      return 0;
    }
    long every = physics.defrost().everySeconds();
    double ice = every == 0 ? 0.5 : (double) (second - defrosted) / every;
    double best = 0.9 - 0.06 * ice - 0.006 * (around - 20);
    return Math.clamp(best * controls.coolingShare(), 0, 1);
  }
}
