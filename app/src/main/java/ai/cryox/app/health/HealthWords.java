package ai.cryox.app.health;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.Figure;
import ai.cryox.core.health.Measure;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Alarm health in words. Pure.
record HealthWords(Units units) {
  /// A name and what belongs to it.
  record Line(String name, String value) {}

  private Messages messages() {
    return units.messages();
  }

  /// A figure's value: `0.8`, `3 %`.
  String value(Figure figure) {
    return number(figure.measure(), figure.value());
  }

  /// What it should be at most.
  String goal(Figure figure) {
    return messages().text("health.goal", number(figure.measure(), figure.measure().goal()));
  }

  private String number(Measure measure, double value) {
    return switch (measure) {
      case FLOOD_TIME, TOP_SOURCE, CRITICAL_SHARE -> units.wholeWith(value, "%");
      case PER_TEN_MINUTES, PER_HOUR, PER_DAY ->
          value == Math.rint(value) ? units.count((long) value) : units.oneDecimal(value);
      case PEAK, CHATTERING, STALE -> units.count(Math.round(value));
    };
  }

  /// How people dealt with the alarms.
  List<Line> dealings(AlarmHealth health) {
    String severities =
        Stream.of(Severity.CRITICAL, Severity.WARNING)
            .map(one ->
                units.count(health.bySeverity().getOrDefault(one, 0))
                    + " "
                    + messages().of("severity", one))
            .collect(Collectors.joining(" · "));
    return List.of(
        line("calls", units.count(health.raised()) + " · " + severities),
        line("toAcknowledge", span(health.toAcknowledge())),
        line("toReturn", span(health.toReturn())),
        line("shelved", units.count(health.shelved())),
        line("suppressed", units.count(health.suppressed())),
        line("outOfService", units.count(health.outOfService())),
        line("floods", units.count(health.floods().size())));
  }

  private Line line(String key, String value) {
    return new Line(messages().text("health." + key), value);
  }

  private String span(@Nullable Duration span) {
    return span == null ? Units.NONE : units.duration(span);
  }

  /// Those that called most often.
  List<Line> worst(AlarmHealth health, LiveSnapshot snapshot) {
    return health.worst().stream()
        .map(source ->
            new Line(
                name(source.key(), snapshot),
                messages()
                    .text(
                        "health.share",
                        source.count(),
                        units.wholeWith(source.share() * 100, "%"))))
        .toList();
  }

  /// Floods, alarms that chatter, alarms that stand.
  List<Line> trouble(AlarmHealth health, LiveSnapshot snapshot, Instant now) {
    Stream<Line> floods =
        health.floods().stream()
            .map(flood ->
                new Line(
                    messages().text("health.flood", units.timeSince(flood.start(), now)),
                    messages().text("health.floodOf", flood.alarms(), flood.most())));
    Stream<Line> chatter =
        health.chattering().stream()
            .map(one ->
                new Line(
                    name(one.key(), snapshot),
                    messages().text("health.chatters", one.transitions(), one.episodes())));
    Stream<Line> stale =
        health.stale().stream()
            .map(one ->
                new Line(
                    name(one.key(), snapshot),
                    messages()
                        .text(
                            "health.stands", units.duration(Duration.between(one.since(), now)))));
    return Stream.of(floods, chatter, stale).flatMap(all -> all).toList();
  }

  private String name(AlarmKey key, LiveSnapshot snapshot) {
    AlarmWords words = new AlarmWords(units);
    DeviceLive live = snapshot.device(key.deviceId()).orElse(null);
    return words.subject(key.deviceId(), live) + " · " + words.name(key.condition());
  }
}
