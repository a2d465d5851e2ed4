package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.SentWords;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.escalation.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Reads what happened to an alarm: every transition and everybody it reached.
///
/// @param session of the person who looks
/// @param words how it is said
record AlarmHistory(Session session, AlarmWords words) {
  /// What was found.
  ///
  /// @param lines oldest first
  /// @param guidance what people wrote for such alarms; empty if nothing
  record Found(List<Timeline.Line> lines, String guidance) {}

  /// Reads it. Blocks; any thread.
  Found read(Alarm alarm, String zone, Instant now) {
    List<Timeline.Line> lines = new ArrayList<>();
    SentWords sent = new SentWords(words.units());
    for (AlarmChange change : session.journal(alarm.alarmId())) {
      lines.add(new Timeline.Line(change.at(), words.change(alarm.condition(), change), "plain"));
    }
    if (session.features().contains(Feature.CALLOUTS)) {
      lines.addAll(told(session.callouts().notifications(alarm.alarmId()), sent));
    }
    lines.sort(Comparator.comparing(Timeline.Line::at));
    String guidance = session.alarmDesign().guidance(zone, alarm.condition());
    return new Found(List.copyOf(lines), Objects.requireNonNullElse(guidance, ""));
  }

  /// A line for each message; for those of one kind that follow each other, the last one and how
  /// many there were.
  private static List<Timeline.Line> told(List<Notification> sent, SentWords words) {
    List<Timeline.Line> lines = new ArrayList<>();
    for (int i = 0, times = 1; i < sent.size(); i++, times++) {
      Notification one = sent.get(i);
      if (i + 1 < sent.size() && isAlike(one, sent.get(i + 1))) {
        continue;
      }
      String line = times == 1 ? words.whole(one) : words.several(one, times);
      lines.add(new Timeline.Line(one.createdAt(), line, SentWords.style(one)));
      times = 0;
    }
    return lines;
  }

  private static boolean isAlike(Notification one, Notification other) {
    return one.channel() == other.channel()
        && one.state() == other.state()
        && one.recipient().equals(other.recipient());
  }
}
