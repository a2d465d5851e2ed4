package ai.cryox.simulator.thermal;

import ai.cryox.simulator.fleet.UnitKind;

/// What a kind of unit is made of.
///
/// @param ambient what stands around it
/// @param heat how heat gets in and where it stays
/// @param cooling how it is taken out
/// @param defrost how the ice is taken off
/// @param doors how people use it
/// @param humidity relative, percent, that it settles at
public record UnitPhysics(
    Surroundings ambient,
    Heat heat,
    Cooling cooling,
    Defrost defrost,
    Doors doors,
    double humidity) {
  /// @param mean °C over the day
  /// @param amplitude half the daily swing, K
  public record Surroundings(double mean, double amplitude) {}

  /// @param walls heat that comes through them, W/K
  /// @param inside heat that fans, lamps and people give off, W
  /// @param goods heat exchanged between air and goods, W/K
  /// @param airCapacity of the air and all that follows it at once, J/K
  /// @param goodsCapacity of the goods, J/K
  public record Heat(
      double walls, double inside, double goods, double airCapacity, double goodsCapacity) {}

  /// @param setpoint °C
  /// @param halfBand K above and below the setpoint at which the compressor starts and stops
  /// @param capacity heat taken out while it runs, W
  /// @param power electricity it takes while it runs, W
  /// @param idlePower electricity of fans and controller, W
  public record Cooling(
      double setpoint, double halfBand, double capacity, double power, double idlePower) {}

  /// @param everySeconds between two; 0 = never
  /// @param longestSeconds after which it ends in any case
  /// @param heater W that reach the air; 0 = the compressor only rests
  /// @param endsAt °C of the air at which it is done
  public record Defrost(long everySeconds, long longestSeconds, double heater, double endsAt) {}

  /// @param perHour openings in a usual working hour
  /// @param shortestSeconds a door stands open
  /// @param longestSeconds a door stands open
  /// @param exchange heat that comes in through the open door, W/K
  /// @param waitAbove °C of the air at which people wait with the next opening
  public record Doors(
      double perHour, int shortestSeconds, int longestSeconds, double exchange, double waitAbove) {}

  private static final Surroundings LABORATORY = new Surroundings(21.5, 1.2);
  private static final Surroundings HALL = new Surroundings(18.5, 3.0);

  /// The physics of a kind.
  public static UnitPhysics of(UnitKind kind) {
    return switch (kind) {
      case REFRIGERATOR ->
          new UnitPhysics(
              LABORATORY,
              new Heat(1.4, 4, 25, 15e3, 90e3),
              new Cooling(5.0, 0.8, 170, 95, 8),
              new Defrost(6 * 3600, 480, 0, 6.3),
              new Doors(2.5, 8, 28, 30, 6.0),
              62);
      case FREEZER ->
          new UnitPhysics(
              LABORATORY,
              new Heat(1.5, 0, 25, 15e3, 130e3),
              new Cooling(-20.0, 1.2, 360, 310, 12),
              new Defrost(8 * 3600, 720, 150, -14.5),
              new Doors(1.2, 8, 30, 16, -18.0),
              55);
      case ULTRA_LOW_FREEZER ->
          new UnitPhysics(
              LABORATORY,
              new Heat(1.0, 0, 30, 22e3, 160e3),
              new Cooling(-80.0, 1.8, 450, 780, 25),
              new Defrost(0, 0, 0, 0),
              new Doors(0.5, 15, 45, 10, -77.0),
              40);
      case CONTROLLED_ROOM ->
          new UnitPhysics(
              HALL,
              new Heat(90, 750, 450, 320e3, 6e6),
              new Cooling(22.4, 0.6, 3200, 1100, 120),
              new Defrost(0, 0, 0, 0),
              new Doors(8, 10, 60, 250, 23.4),
              45);
      case CHILLED_ROOM ->
          new UnitPhysics(
              HALL,
              new Heat(25, 120, 320, 160e3, 8e6),
              new Cooling(2.0, 0.7, 3200, 1500, 140),
              new Defrost(6 * 3600, 900, 0, 3.6),
              new Doors(6, 15, 75, 200, 2.9),
              85);
      case FROZEN_STORE ->
          new UnitPhysics(
              HALL,
              new Heat(28, 150, 380, 170e3, 9e6),
              new Cooling(-22.0, 1.1, 6200, 4300, 220),
              new Defrost(8 * 3600, 1200, 1500, -18.4),
              new Doors(4, 15, 60, 110, -20.6),
              78);
    };
  }
}
