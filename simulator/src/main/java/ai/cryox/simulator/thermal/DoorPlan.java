package ai.cryox.simulator.thermal;

import java.util.SplittableRandom;

/// When people open a unit's door: mostly in working hours, never twice within minutes, and not
/// while the display shows that it is warm already. For one thread.
final class DoorPlan {
  private static final long PAUSE_SECONDS = 360;

  private final UnitPhysics.Doors doors;
  private final SplittableRandom random;
  private long opensAt = Long.MAX_VALUE;
  private long shutsAt = Long.MIN_VALUE;

  DoorPlan(UnitPhysics.Doors doors, SplittableRandom random) {
    this.doors = doors;
    this.random = random;
  }

  boolean isOpen(long second, double hour, double air, boolean defrosting) {
    if (Math.floorMod(second, 60L) == 0) {
      considerOpening(second, hour);
    }
    if (second == opensAt && (air > doors.waitAbove() || defrosting)) {
      shutsAt = second;
    }
    return second >= opensAt && second < shutsAt;
  }

  /// Always draws three numbers, whatever comes of them, so that one opening more or less does not
  /// change the rest of the day.
  private void considerOpening(long second, double hour) {
    boolean wanted = random.nextDouble() < doors.perHour() / 60 * busy(hour);
    int delay = random.nextInt(60);
    int length = random.nextInt(doors.shortestSeconds(), doors.longestSeconds() + 1);
    if (wanted && (shutsAt == Long.MIN_VALUE || second > shutsAt + PAUSE_SECONDS)) {
      opensAt = second + delay;
      shutsAt = opensAt + length;
    }
  }

  private static double busy(double hour) {
    if (hour < 6 || hour >= 21) {
      return 0.03;
    }
    if (hour < 8 || hour >= 18) {
      return 0.4;
    }
    return hour < 11 || (hour >= 14 && hour < 16) ? 1.4 : 0.8;
  }
}
