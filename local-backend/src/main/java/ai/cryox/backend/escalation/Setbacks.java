package ai.cryox.backend.escalation;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.Person;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What follows when somebody could not be told: the alarm `NOTIFY_FAILED`, one for each channel
/// and one for the plan, and another channel. Belongs to the pipeline's thread.
final class Setbacks {
  static final String UNSEEN = "No console showed it within 2 minutes.";

  private static final String PART = Alarm.SYSTEM + "notify/";
  private static final String PLAN = PART + "plan";

  private final Function<String, List<Notification>> history;
  private final SystemAlarms alarms;
  private final Set<String> troubled = new HashSet<>();

  Setbacks(Function<String, List<Notification>> history, SystemAlarms alarms) {
    this.history = history;
    this.alarms = alarms;
  }

  void restore(Alarm alarm) {
    if (alarm.condition() == Condition.NOTIFY_FAILED && alarm.isConditionPresent()) {
      troubled.add(alarm.deviceId());
    }
  }

  /// @param reached whether the fallback was called instead
  void nobody(Alarm alarm, boolean reached, Batch batch) {
    if (alarm.condition() != Condition.NOTIFY_FAILED) {
      String sentence =
          reached
              ? "Nobody was on call for %s; the fallback was called. Mend the roster or the policy."
              : "Nobody could be called for %s, and there is no fallback who can be reached. Mend"
                  + " the roster, the policy or the channels.";
      raise(PLAN, alarm.severity(), sentence.formatted(alarm.alarmId()), batch);
    }
  }

  void somebody(Batch batch) {
    end(PLAN, batch);
  }

  /// A notification was given up. An unwatched console is no failure of its own: others are called.
  void raise(Notification failed, Batch batch) {
    boolean ofAnother =
        failed.alarmIds().stream().anyMatch(id -> id.startsWith(PART)) || isTest(failed);
    if (failed.channel() != ChannelKind.DESKTOP && !ofAnother) {
      raise(
          PART + failed.channel().wireName(),
          Severity.CRITICAL,
          "%s could not be told by %s: %s"
              .formatted(failed.recipient(), failed.channel().wireName(), failed.failure()),
          batch);
    }
  }

  private static boolean isTest(Notification notification) {
    return "test".equals(notification.facts().get("event"));
  }

  void works(ChannelKind channel, Batch batch) {
    end(PART + channel.wireName(), batch);
  }

  private void raise(String part, Severity severity, String message, Batch batch) {
    Finding.Violated violated =
        new Finding.Violated(
            Condition.NOTIFY_FAILED, batch.now(), Double.NaN, severity, Double.NaN);
    alarms.raise(new AlarmKey(part, Condition.NOTIFY_FAILED), "", violated, message, batch);
    troubled.add(part);
  }

  private void end(String part, Batch batch) {
    if (troubled.remove(part)) {
      alarms.end(new AlarmKey(part, Condition.NOTIFY_FAILED), batch);
    }
  }

  /// What was sent of an alarm together with a notification, itself included, as it is now.
  List<Notification> round(String alarmId, Notification failed, Batch batch) {
    Map<String, Notification> all = new LinkedHashMap<>();
    history.apply(alarmId).forEach(sent -> all.put(sent.notificationId(), sent));
    batch.notifications.values().stream()
        .filter(sent -> sent.alarmIds().contains(alarmId))
        .forEach(sent -> all.put(sent.notificationId(), sent));
    return all.values().stream()
        .filter(sent -> !sent.createdAt().isBefore(failed.createdAt()))
        .toList();
  }

  /// Another channel to the same person that was not tried yet, or `null`.
  static @Nullable ChannelKind otherChannel(
      Notification failed, List<Notification> round, CalloutPlan plan, Channels channels) {
    Person person = plan.person(failed.personId()).orElse(null);
    if (person == null) {
      return null;
    }
    return channels.enabled().stream()
        .filter(ChannelKind::isPersonal)
        .filter(channel -> person.address(channel) != null)
        .filter(channel ->
            round.stream()
                .noneMatch(
                    sent -> sent.channel() == channel && sent.personId().equals(failed.personId())))
        .findFirst()
        .orElse(null);
  }
}
