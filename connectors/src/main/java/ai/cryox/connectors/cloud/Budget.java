package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Standing.Allowance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many requests we allow ourselves: a token bucket for each {@link Lane}, remembered over
/// restarts, so that a console that starts again and again does not ask too often either.
///
/// A bucket holds a quarter of its lane's hourly share and gets three quarters an hour, so in no
/// hour can more than the whole share be spent. What people do takes from the other lanes when its
/// own is empty, and is never refused. Any thread.
final class Budget {
  private static final double BURST = 0.25;
  private static final double SECONDS = 3_600;

  private final @Nullable Path file;
  private final InstantSource clock;
  private final Map<Lane, Double> tokens = new EnumMap<>(Lane.class);
  private int perHour;
  private Instant filledAt;

  /// @param perHour requests in an hour at most; 0 = no limit
  /// @param file what is left is kept there; `null` = nowhere
  Budget(int perHour, @Nullable Path file, InstantSource clock) {
    this.perHour = perHour;
    this.file = file;
    this.clock = clock;
    this.filledAt = clock.instant();
    for (Lane lane : Lane.values()) {
      tokens.put(lane, capacity(lane));
    }
    recall();
  }

  private double left(Lane lane) {
    return tokens.getOrDefault(lane, 0.0);
  }

  private double share(Lane lane) {
    return perHour * lane.percent() / 100.0;
  }

  private double capacity(Lane lane) {
    return Math.max(1, share(lane) * BURST);
  }

  private double perSecond(Lane lane) {
    return share(lane) * (1 - BURST) / SECONDS;
  }

  /// Whether requests are counted at all.
  synchronized boolean isLimited() {
    return perHour > 0;
  }

  /// Takes one request from a lane.
  ///
  /// @return whether there was one
  synchronized boolean take(Lane lane) {
    if (perHour == 0) {
      return true;
    }
    fill();
    Lane from = lane == Lane.ACTION ? richest() : lane;
    if (left(from) < 1 && lane != Lane.ACTION) {
      return false;
    }
    tokens.put(from, left(from) - 1);
    remember();
    return true;
  }

  private Lane richest() {
    if (left(Lane.ACTION) >= 1) {
      return Lane.ACTION;
    }
    return left(Lane.HISTORY) >= left(Lane.LIVE) ? Lane.HISTORY : Lane.LIVE;
  }

  /// How long until a lane has one; zero if it has.
  synchronized Duration until(Lane lane) {
    if (perHour == 0) {
      return Duration.ZERO;
    }
    fill();
    double missing = 1 - left(lane);
    return missing <= 0
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil(1_000 * missing / perSecond(lane)));
  }

  /// How often a lane gets one.
  synchronized Duration every(Lane lane) {
    return perHour == 0
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil(1_000 / perSecond(lane)));
  }

  /// What is left for the past and for actions, or `null` if nobody counts.
  synchronized @Nullable Allowance allowance() {
    if (perHour == 0) {
      return null;
    }
    fill();
    double left = 0;
    for (Lane lane : Lane.values()) {
      left += Math.max(0, left(lane));
    }
    return new Allowance((int) left, perHour);
  }

  /// The server says how many it lets through in an hour. Only fewer than we allow ourselves
  /// counts.
  synchronized void serverAllows(int most) {
    if (most > 0 && (perHour == 0 || most < perHour)) {
      perHour = most;
      tokens.replaceAll((lane, left) -> Math.min(left, capacity(lane)));
    }
  }

  /// The server says how many it will still let through; others may have used some.
  synchronized void serverHasLeft(long left) {
    if (perHour > 0) {
      fill();
      double ours = tokens.values().stream().mapToDouble(one -> Math.max(0, one)).sum();
      if (left < ours) {
        double part = Math.max(0, left) / ours;
        tokens.replaceAll((_, one) -> Math.min(one, one * part));
      }
    }
  }

  private void fill() {
    Instant now = clock.instant();
    double seconds = Duration.between(filledAt, now).toMillis() / 1_000.0;
    if (seconds > 0) {
      tokens.replaceAll((lane, one) -> Math.min(capacity(lane), one + seconds * perSecond(lane)));
    }
    // A clock set back must not stop the filling for good.
    filledAt = now;
  }

  private void recall() {
    if (file == null || !Files.exists(file)) {
      return;
    }
    try {
      String[] parts = Files.readString(file).strip().split(" ");
      Instant then = Instant.ofEpochMilli(Long.parseLong(parts[0]));
      int i = 1;
      for (Lane lane : Lane.values()) {
        tokens.put(lane, Math.min(left(lane), Double.parseDouble(parts[i++])));
      }
      filledAt = then.isAfter(filledAt) ? filledAt : then;
    } catch (IOException | RuntimeException damaged) {
      // Better too few than too many.
      tokens.replaceAll((_, _) -> 0.0);
    }
  }

  /// A budget that cannot be kept is no reason to show nothing.
  private void remember() {
    if (file == null) {
      return;
    }
    StringBuilder text = new StringBuilder().append(filledAt.toEpochMilli());
    for (double one : tokens.values()) {
      text.append(' ').append(one);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(fresh, text, StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      System.getLogger(Budget.class.getName())
          .log(System.Logger.Level.DEBUG, "The request budget is not kept.", unwritable);
    }
  }
}
