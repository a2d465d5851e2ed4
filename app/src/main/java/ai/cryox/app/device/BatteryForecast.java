package ai.cryox.app.device;

import ai.cryox.core.reading.Bucket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long a battery will last, by the straight line through its days. Pure.
final class BatteryForecast {
  /// Below this a battery is changed, percent.
  private static final double EMPTY = 10;

  /// Of fewer days nobody can tell.
  private static final int FEWEST_DAYS = 4;

  /// A line that falls less than this a day is flat, percent.
  private static final double LEAST_FALL = 0.01;

  private BatteryForecast() {}

  /// How long until it is to be changed; `null` if nobody can tell, or it does not fall.
  ///
  /// @param days windows of a day, oldest first
  static @Nullable Duration of(List<Bucket> days) {
    int n = days.size();
    if (n < FEWEST_DAYS) {
      return null;
    }
    long begin = days.getFirst().end().toEpochMilli();
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (Bucket day : days) {
      double x = (day.end().toEpochMilli() - begin) / (double) Duration.ofDays(1).toMillis();
      sumX += x;
      sumY += day.mean();
      sumXx += x * x;
      sumXy += x * day.mean();
    }
    double spread = n * sumXx - sumX * sumX;
    double perDay = spread == 0 ? 0 : (n * sumXy - sumX * sumY) / spread;
    double left = days.getLast().mean() - EMPTY;
    if (perDay > -LEAST_FALL) {
      return null;
    }
    return left <= 0 ? Duration.ZERO : Duration.ofHours(Math.round(left / -perDay * 24));
  }
}
