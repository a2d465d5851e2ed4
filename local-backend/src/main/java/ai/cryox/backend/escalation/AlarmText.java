package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Call;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// What a message says of one alarm.
final class AlarmText {
  private static final int LONGEST_SMS = 300;

  private final Words words;
  private final Subject subject;
  private final Alarm alarm;

  AlarmText(Words words, Subject subject) {
    this.words = words;
    this.subject = subject;
    this.alarm = subject.alarm();
  }

  /// Such as `CRITICAL: Freezer 3 too warm, 9.4 °C (limit 5.0 °C)`.
  String headline() {
    StringBuilder line = new StringBuilder();
    if (Subject.isDrill(alarm)) {
      line.append(words.say("drill")).append(" – ");
    }
    line.append(words.say("severity." + alarm.severity())).append(": ");
    line.append(subject.name()).append(' ').append(words.say("condition." + alarm.condition()));
    if (!Double.isNaN(alarm.value())) {
      line.append(", ").append(words.value(alarm.value(), alarm.condition()));
    }
    if (!Double.isNaN(alarm.limit())) {
      line.append(" (")
          .append(words.say("limit", words.value(alarm.limit(), alarm.condition())))
          .append(')');
    }
    return line.toString();
  }

  String subject(Call call) {
    return words.say("occasion." + call.occasion(), headline(), alarm.occurrences());
  }

  /// @param running with the calls to come
  String body(Call call, Escalation running, Instant now) {
    if (call.channel() == ChannelKind.SMS) {
      return sms(call);
    }
    StringJoiner text = new StringJoiner("\n");
    if (Subject.isDrill(alarm)) {
      text.add(words.say("drill.line")).add("");
    }
    text.add(subject(call)).add("");
    facts(text, now);
    text.add("").add(words.say("guidance", guidance()));
    Instant nextAt = running.nextAt();
    if (nextAt != null && !running.nextWhom().isEmpty()) {
      text.add(words.say("next", words.time(nextAt), running.nextWhom()));
    }
    Instant wasDue = call.wasDue();
    if (wasDue != null) {
      text.add(words.say("late", words.time(wasDue)));
    }
    return text.add("").add(words.say("alarm", alarm.alarmId())).toString();
  }

  private void facts(StringJoiner text, Instant now) {
    text.add(words.say("device", subject.name(), Subject.deviceOf(alarm)));
    if (!subject.place().isEmpty()) {
      text.add(words.say("place", subject.place()));
    }
    value(text, "value", alarm.value());
    value(text, "limit.line", alarm.limit());
    value(text, "peak", alarm.peak());
    Duration age = Duration.between(alarm.raisedAt(), now);
    text.add(words.say("since", words.time(alarm.raisedAt()), words.lasting(age)));
    Instant returned = alarm.returnedAt();
    if (returned != null && !alarm.isConditionPresent()) {
      text.add(words.say("returned", words.time(returned)));
    }
    if (alarm.occurrences() > 1) {
      text.add(words.say("times", alarm.occurrences()));
    }
    if (!alarm.message().isBlank()) {
      text.add(words.say("said", alarm.message()));
    }
  }

  private void value(StringJoiner text, String key, double value) {
    if (!Double.isNaN(value)) {
      text.add(words.say(key, words.value(value, alarm.condition())));
    }
  }

  private String guidance() {
    return subject.guidance().isEmpty()
        ? words.say("guide." + alarm.condition())
        : subject.guidance();
  }

  private String sms(Call call) {
    StringBuilder text = new StringBuilder(subject(call));
    text.append(". ").append(words.time(alarm.raisedAt()));
    Instant wasDue = call.wasDue();
    if (wasDue != null) {
      text.append(". ").append(words.say("late", words.time(wasDue)));
    }
    text.append(". ").append(alarm.alarmId());
    return text.length() <= LONGEST_SMS ? text.toString() : text.substring(0, LONGEST_SMS);
  }

  /// One line of a digest.
  String line() {
    return words.say("digest.line", headline(), words.time(alarm.raisedAt()));
  }

  /// The same for machines.
  Map<String, String> facts(Call call) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("event", "alarm");
    facts.put("occasion", call.occasion().name());
    facts.put("alarmId", alarm.alarmId());
    facts.put("deviceId", Subject.deviceOf(alarm));
    facts.put("deviceName", subject.name());
    facts.put("facilityId", alarm.facilityId());
    facts.put("condition", alarm.condition().name());
    facts.put("severity", alarm.severity().name());
    facts.put("state", alarm.state().name());
    facts.put("drill", Boolean.toString(Subject.isDrill(alarm)));
    facts.put("raisedAt", alarm.raisedAt().toString());
    facts.put("occurrences", Integer.toString(alarm.occurrences()));
    number(facts, "value", alarm.value());
    number(facts, "limit", alarm.limit());
    number(facts, "peak", alarm.peak());
    return facts;
  }

  private static void number(Map<String, String> facts, String name, double value) {
    if (!Double.isNaN(value)) {
      facts.put(name, Double.toString(value));
    }
  }
}
