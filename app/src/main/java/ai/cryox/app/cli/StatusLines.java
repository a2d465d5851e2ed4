package ai.cryox.app.cli;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a backend without a window says: a line every few seconds, and one for each alarm and each
/// change of a link.
final class StatusLines {
  private static final Duration AT_A_TERMINAL = Duration.ofSeconds(5);

  /// A service's output is kept by somebody.
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final PrintWriter out;
  private final Duration between;
  private final Set<String> announced = new HashSet<>();
  private final Map<String, LinkState> links = new HashMap<>();
  private Instant next = Instant.EPOCH;

  StatusLines(PrintWriter out) {
    this(out, AT_A_TERMINAL);
  }

  private StatusLines(PrintWriter out, Duration between) {
    this.out = out;
    this.between = between;
  }

  /// Says less where nobody sits at a terminal.
  @SuppressWarnings("SystemConsoleNull") // Of JDK 25 that is not so: a pipe has none again.
  static StatusLines forServer(PrintWriter out) {
    return new StatusLines(out, System.console() == null ? KEPT : AT_A_TERMINAL);
  }

  void show(LiveSnapshot snapshot, Instant now) {
    for (Alarm alarm : snapshot.alarms()) {
      String occurrence = alarm.alarmId() + alarm.occurrences() + alarm.severity();
      if (alarm.state().isAbnormal() && announced.add(occurrence)) {
        boolean drill = alarm.deviceId().startsWith(Callouts.DRILL);
        out.println((drill ? "DRILL   " : "ALARM   ") + words(snapshot, alarm));
      }
    }
    for (LinkStatus link : snapshot.vitals().links()) {
      if (links.put(link.name(), link.state()) != link.state()) {
        out.println("link    " + words(link));
      }
    }
    if (!now.isBefore(next)) {
      next = now.plus(between);
      out.println("status  " + words(snapshot));
    }
    out.flush();
  }

  private static String unit(Condition condition) {
    return switch (condition.unit()) {
      case CELSIUS -> "°C";
      case CELSIUS_PER_MINUTE -> "°C/min";
      case PERCENT -> "%";
      case DBM -> "dBm";
      case NONE -> "";
    };
  }

  private static String words(LiveSnapshot snapshot, Alarm alarm) {
    String name =
        snapshot.device(alarm.deviceId()).map(d -> d.device().name()).orElse(alarm.deviceId());
    String value =
        Double.isNaN(alarm.value())
            ? ""
            : String.format(
                Locale.ROOT,
                ", %1$.1f %2$s (limit %3$.1f %2$s)",
                alarm.value(),
                unit(alarm.condition()),
                alarm.limit());
    return "%s: %s, %s %s%s at %s"
        .formatted(
            alarm.severity().wireName(),
            name,
            alarm.facilityId(),
            alarm.condition().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            value,
            alarm.raisedAt());
  }

  private static String words(LinkStatus link) {
    String state = link.state().name().toLowerCase(Locale.ROOT);
    return "%s %s: %s".formatted(link.name(), state, link.sentence());
  }

  private static String words(LiveSnapshot snapshot) {
    Vitals vitals = snapshot.vitals();
    String trouble = vitals.storeTrouble();
    return String.format(
        Locale.ROOT,
        "%d devices, %.1f readings/s, %d stored, %d active alarms, %d rejected%s%s%s",
        snapshot.devices().size(),
        vitals.readingsPerSecond(),
        vitals.stored(),
        snapshot.alarms().size(),
        vitals.rejected(),
        linksUp(vitals.links()),
        vitals.dropped() == 0 ? "" : ", " + vitals.dropped() + " dropped",
        trouble == null ? "" : " – " + trouble);
  }

  private static String linksUp(List<LinkStatus> links) {
    long up = links.stream().filter(link -> link.state().isUp()).count();
    return links.isEmpty() ? "" : ", %d of %d broker links up".formatted(up, links.size());
  }
}
