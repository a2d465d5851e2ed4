package ai.cryox.core.compliance;

import java.time.Duration;
import java.time.Instant;

/// The mean kinetic temperature of every window of some length within a period, in steps of a
/// minute. One thread.
public final class KineticWindow {
  private static final long STEP = 60_000;

  /// All sums are relative to this temperature, K: near what is measured, so that none overflows.
  private static final double REFERENCE = KineticMean.ZERO_CELSIUS + 10;

  private final long begin;
  private final double ratio;
  private final Duration length;
  private final double[] weights;
  private final long[] times;
  private boolean summed;

  /// The worst window found.
  ///
  /// @param celsius its mean kinetic temperature, °C; NaN if nothing was measured in it
  /// @param from its beginning
  /// @param until its end
  /// @param covered how much of it was measured
  public record Worst(double celsius, Instant from, Instant until, Duration covered) {}

  /// @param from the first instant that is looked at
  /// @param until the end
  /// @param length of the windows, whole minutes
  /// @param energy activation energy, kJ/mol
  public KineticWindow(Instant from, Instant until, Duration length, double energy) {
    this.begin = from.toEpochMilli();
    this.ratio = KineticMean.ratio(energy);
    this.length = length;
    int steps = Math.toIntExact((until.toEpochMilli() - begin + STEP - 1) / STEP);
    this.weights = new double[steps + 1];
    this.times = new long[steps + 1];
  }

  /// Adds a temperature that was held from ≤ time < until; what lies outside is cut off.
  ///
  /// @param celsius above absolute zero; anything else counts as nothing
  /// @param from epoch milliseconds
  /// @param until epoch milliseconds
  public void add(double celsius, long from, long until) {
    if (!(celsius > -KineticMean.ZERO_CELSIUS)) {
      return;
    }
    double factor = Math.exp(ratio / REFERENCE - ratio / (celsius + KineticMean.ZERO_CELSIUS));
    long end = Math.min(until - begin, (weights.length - 1) * STEP);
    for (long at = Math.max(0, from - begin); at < end; ) {
      int step = (int) (at / STEP);
      long next = Math.min(end, (step + 1) * STEP);
      weights[step] += factor * (next - at);
      times[step] += next - at;
      at = next;
    }
  }

  /// The window with the highest mean of those of which nine tenths at least were measured, or if
  /// there is none of all, that hold a stretch of time wholly, or lie in it wholly if it is longer
  /// than a window. Windows reach over the period's ends only if it is shorter than one. After the
  /// first question nothing may be added any more.
  public Worst worst(Instant start, Instant end) {
    sum();
    int steps = weights.length - 1;
    int wide = Math.min(steps, (int) (length.toMillis() / STEP));
    int first = step(start.toEpochMilli(), steps);
    int last = Math.max(first + 1, step(end.toEpochMilli() + STEP - 1, steps));
    int lowest = clamp(Math.min(last - wide, first), steps - wide);
    int highest = clamp(Math.max(last - wide, first), steps - wide);
    int worst = -1;
    for (int at = lowest; at <= highest; at++) {
      if (worst < 0 || isWorse(at, worst, wide)) {
        worst = at;
      }
    }
    double worstMean = mean(worst, worst + wide);
    return new Worst(
        worstMean,
        Instant.ofEpochMilli(begin + worst * STEP),
        Instant.ofEpochMilli(begin + (worst + wide) * STEP),
        Duration.ofMillis(times[worst + wide] - times[worst]));
  }

  /// A window that was measured goes before one that was not: a mean of a part proves nothing.
  private boolean isWorse(int at, int than, int wide) {
    boolean measured = isMeasured(at, wide);
    boolean other = isMeasured(than, wide);
    if (measured != other) {
      return measured;
    }
    double mean = mean(at, at + wide);
    double otherMean = mean(than, than + wide);
    return Double.isNaN(otherMean) || mean > otherMean;
  }

  private boolean isMeasured(int at, int wide) {
    return (times[at + wide] - times[at]) * 10 >= wide * STEP * 9;
  }

  private static int clamp(int at, int highest) {
    return Math.clamp(at, 0, Math.max(0, highest));
  }

  private int step(long millis, int steps) {
    return (int) Math.clamp((millis - begin) / STEP, 0L, (long) steps);
  }

  /// From here on the arrays hold sums of all steps before.
  private void sum() {
    if (summed) {
      return;
    }
    summed = true;
    double weight = 0;
    long time = 0;
    for (int at = 0; at < weights.length; at++) {
      double here = weights[at];
      long hereTime = times[at];
      weights[at] = weight;
      times[at] = time;
      weight += here;
      time += hereTime;
    }
  }

  private double mean(int from, int until) {
    long time = times[until] - times[from];
    if (time == 0) {
      return Double.NaN;
    }
    double weight = (weights[until] - weights[from]) / time;
    return ratio / (ratio / REFERENCE - Math.log(weight)) - KineticMean.ZERO_CELSIUS;
  }
}
