package ai.cryox.simulator.sensor;

import java.util.SplittableRandom;

/// A wireless temperature and humidity sensor: noise, resolution, a calibration error, a battery
/// and a radio. For one thread.
public final class Sensor {
  private static final double NOISE = 0.04;
  private static final double DAYS_PER_PERCENT = 6;

  private final SplittableRandom random;
  private final long made;
  private final double stepsPerKelvin;
  private final double bias;
  private final double fullBattery;
  private final int usualSignal;

  /// A sensor as it hangs there at some second.
  ///
  /// @param random a stream of its own
  /// @param second since the epoch, from which the battery drains
  public Sensor(SplittableRandom random, long second) {
    this.random = random;
    made = second;
    stepsPerKelvin = random.nextInt(4) == 0 ? 100 : 10;
    bias = random.nextDouble(-0.08, 0.08);
    fullBattery = random.nextDouble(64, 100);
    usualSignal = random.nextInt(-82, -52);
  }

  /// What it shows for a true temperature, °C, in steps of 0.1 or 0.01.
  public double temperature(double celsius) {
    return rounded(celsius + bias + NOISE * normal(), stepsPerKelvin);
  }

  /// What it shows for a true relative humidity, percent, in steps of 0.1.
  public double humidity(double percent) {
    return rounded(Math.clamp(percent + 0.4 * normal(), 0, 100), 10);
  }

  /// Its trust in a reading, 0 to 1.
  public double confidence() {
    return random.nextInt(92, 100) / 100.0;
  }

  /// Charge left at a second, whole percent, at least 1.
  public double battery(long second) {
    double days = (second - made) / 86_400.0;
    return Math.max(1, Math.floor(fullBattery - days / DAYS_PER_PERCENT));
  }

  /// Radio signal strength, whole dBm.
  public double signal() {
    return usualSignal + Math.round(1.5 * normal());
  }

  /// Mean 0, deviation 1, never beyond 3.5: a cheap bell made of four numbers.
  private double normal() {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum + random.nextDouble() - 2) * 1.7320508;
  }

  /// Adding zero turns −0.0 into 0.0.
  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps + 0.0;
  }
}
