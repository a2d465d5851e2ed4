package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Call;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes notifications, each in its recipient's language. Its ids are random, so that they can
/// serve as keys of idempotency.
final class MessageWriter {
  private static final int MOST_LINES = 50;
  private static final String OF_CHANNELS = "en";

  private final Function<Alarm, Subject> subjects;
  private ZoneId zone;

  /// @param zone whose wall clock people read
  MessageWriter(Function<Alarm, Subject> subjects, ZoneId zone) {
    this.subjects = subjects;
    this.zone = zone;
  }

  void readsClockOf(ZoneId other) {
    zone = other;
  }

  /// A message of one alarm.
  ///
  /// @param running with the calls to come
  Notification of(Call call, Escalation running, Instant firstTry, Instant now) {
    AlarmText text = text(call);
    return message(
        call.channel(),
        call.person(),
        List.of(call.alarm()),
        text.subject(call),
        text.body(call, running, now),
        text.facts(call),
        firstTry,
        now);
  }

  /// One message for many alarms.
  ///
  /// @param earlier the digest that it takes the place of, or `null`
  Notification digest(
      List<Call> calls, @Nullable Notification earlier, Instant firstTry, Instant now) {
    Call first = calls.getFirst();
    Words words = words(first.person());
    long critical = calls.stream().filter(c -> c.alarm().severity() == Severity.CRITICAL).count();
    List<String> lines = new ArrayList<>(List.of(words.say("digest.text"), ""));
    calls.stream().limit(MOST_LINES).map(call -> text(call).line()).forEach(lines::add);
    if (calls.size() > MOST_LINES) {
      lines.add(words.say("digest.more", calls.size() - MOST_LINES));
    }
    boolean sms = first.channel() == ChannelKind.SMS;
    String subject = words.say("digest.subject", calls.size(), critical);
    Notification fresh =
        message(
            first.channel(),
            first.person(),
            calls.stream().map(Call::alarm).distinct().toList(),
            subject,
            sms ? subject + ". " + lines.getFirst() : String.join("\n", lines),
            Map.of(
                "event", "digest",
                "count", Integer.toString(calls.size()),
                "critical", Long.toString(critical)),
            firstTry,
            now);
    return earlier == null ? fresh : inPlaceOf(earlier, fresh);
  }

  private static Notification inPlaceOf(Notification earlier, Notification fresh) {
    return new Notification(
        earlier.notificationId(),
        fresh.alarmIds(),
        fresh.channel(),
        fresh.personId(),
        fresh.recipient(),
        fresh.address(),
        fresh.subject(),
        fresh.text(),
        fresh.facts(),
        fresh.drill(),
        fresh.state(),
        0,
        earlier.createdAt(),
        earlier.nextTryAt(),
        null,
        "",
        "");
  }

  /// A message that only tries a channel out.
  Notification test(ChannelKind channel, @Nullable Person person, Instant now) {
    Words words = words(person);
    return message(
        channel,
        person,
        List.of(),
        words.say("test.subject"),
        words.say("test.text"),
        Map.of("event", "test"),
        now,
        now);
  }

  /// The daily mail.
  Notification daily(Person person, EscalationDesk.Counts counts, Instant now) {
    int alarms = counts.alarms();
    Words words = words(person);
    String subject = alarms == 0 ? words.say("daily.well") : words.say("daily.not", alarms);
    return message(
        ChannelKind.EMAIL,
        person,
        List.of(),
        subject,
        words.say("daily.text", counts.devices(), alarms),
        Map.of("event", "daily"),
        now,
        now);
  }

  /// Tells of a report that was made by itself.
  Notification report(Person person, ReportMail mail, Instant now) {
    Words words = new Words(person.language(), mail.zone());
    StoredReport report = mail.report();
    ReportOrder order = report.order();
    String kind = words.say("report.kind." + order.kind().name());
    String days = words.days(order.from(), order.until());
    List<String> lines = new ArrayList<>();
    lines.add(words.say("report.text", report.reportId(), mail.facilityName()));
    lines.add("");
    lines.add(words.say("report.kind", kind));
    lines.add(words.say("report.period", words.time(order.from()), words.time(order.until())));
    if (order.deviceId() != null) {
      lines.add(words.say("report.unit", order.deviceId()));
    }
    if (!report.note().isEmpty()) {
      lines.add(words.say("report.late", words.time(mail.dueAt())));
    }
    lines.add(words.say("report.sign"));
    lines.add("");
    lines.add(
        mail.isAttached()
            ? words.say("report.attached", report.document())
            : words.say("report.large", words.megabytes(report.bytes()), report.reportId()));
    Map<String, String> facts = new HashMap<>();
    facts.put("event", "report");
    facts.put("reportId", report.reportId());
    facts.put("sha256", report.document());
    if (mail.isAttached()) {
      facts.put(Enclosure.FACT, report.document());
    }
    return message(
        ChannelKind.EMAIL,
        person,
        List.of(),
        words.say("report.subject", report.reportId(), kind, days),
        String.join("\n", lines),
        facts,
        now,
        now);
  }

  private AlarmText text(Call call) {
    return new AlarmText(words(call.person()), subjects.apply(call.alarm()));
  }

  private Words words(@Nullable Person person) {
    return new Words(person == null ? OF_CHANNELS : person.language(), zone);
  }

  private static Notification message(
      ChannelKind channel,
      @Nullable Person person,
      List<Alarm> alarms,
      String subject,
      String text,
      Map<String, String> facts,
      Instant firstTry,
      Instant now) {
    String address = person == null ? null : person.address(channel);
    return new Notification(
        UUID.randomUUID().toString(),
        alarms.stream().map(Alarm::alarmId).toList(),
        channel,
        person == null ? "" : person.personId(),
        person == null ? channel.wireName() : person.name(),
        address == null ? "" : address,
        subject,
        text,
        facts,
        !alarms.isEmpty() && alarms.stream().allMatch(Subject::isDrill),
        NotificationState.PENDING,
        0,
        now,
        firstTry,
        null,
        "",
        "");
  }
}
