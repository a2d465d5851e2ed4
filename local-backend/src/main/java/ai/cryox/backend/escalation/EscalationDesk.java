package ai.cryox.backend.escalation;

import ai.cryox.backend.escalation.Agenda.Running;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.escalation.Call;
import ai.cryox.core.escalation.Call.Occasion;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.EscalationRules;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers how far the telling of each alarm has come, moves it by {@link EscalationRules}, and
/// puts what is to be sent into the batch of the alarm's own transition. Belongs to the pipeline's
/// thread, except {@link #plan} and {@link #channels}.
public final class EscalationDesk {
  private final Agenda agenda = new Agenda();
  private final MessageWriter writer;
  private final Dispatch dispatch;
  private final Setbacks setbacks;
  private final SystemAlarms systemAlarms;
  private final Instant startedAt;
  private final DailyMessages daily;
  private final Counts counts;
  private @Nullable Batch followedBatch;
  private int followed;
  private volatile CalloutPlan plan;
  private volatile Channels channels;

  /// How much there is.
  public interface Counts {
    /// Devices known.
    int devices();

    /// Alarms that are not normal.
    int alarms();
  }

  /// @param plan as it was stored
  /// @param channels as they were stored
  /// @param subjects names what an alarm is about
  /// @param history what was sent of an alarm, as committed
  /// @param counts for the daily mail
  /// @param startedAt when the backend started: what was due before is late
  public EscalationDesk(
      CalloutPlan plan,
      Channels channels,
      Function<Alarm, Subject> subjects,
      Function<String, List<Notification>> history,
      SystemAlarms systemAlarms,
      Counts counts,
      Instant startedAt) {
    this.plan = plan;
    this.channels = channels;
    this.systemAlarms = systemAlarms;
    this.counts = counts;
    this.startedAt = startedAt;
    writer = new MessageWriter(subjects, clockOf(plan));
    dispatch = new Dispatch(writer);
    setbacks = new Setbacks(history, systemAlarms);
    daily = new DailyMessages(plan.daily(), startedAt);
  }

  /// Takes over what ran when the backend last stopped.
  ///
  /// @param active the alarms that are not normal
  public void restore(
      Collection<Alarm> active, Collection<Escalation> running, Collection<Notification> underway) {
    Map<String, Alarm> alarms = new HashMap<>();
    for (Alarm alarm : active) {
      alarms.put(alarm.alarmId(), alarm);
      setbacks.restore(alarm);
    }
    for (Escalation escalation : running) {
      Alarm alarm = alarms.get(escalation.alarmId());
      if (alarm != null) {
        agenda.put(escalation, alarm);
      }
    }
    dispatch.restore(underway);
  }

  /// @param sends takes notifications that are durable, to be sent when they are due
  public void deliverTo(Consumer<Notification> sends) {
    dispatch.deliverTo(sends);
  }

  /// The plan in force; any thread.
  public CalloutPlan plan() {
    return plan;
  }

  /// How the channels are set up; any thread.
  public Channels channels() {
    return channels;
  }

  /// The escalations that run, the next call first.
  public List<Escalation> escalations() {
    return agenda.all();
  }

  /// Replaces the plan; what runs goes on by the new one.
  public void replace(CalloutPlan wanted, Batch batch) {
    plan = wanted;
    batch.calloutPlan = wanted;
    writer.readsClockOf(clockOf(wanted));
    daily.plan(wanted.daily(), batch.now());
    for (Running one : agenda.everything()) {
      keep(rules().replanned(one.escalation(), one.alarm(), batch.now()), one.alarm(), batch);
    }
  }

  /// Sets the channels up anew.
  public void replace(Channels wanted, Batch batch) {
    channels = wanted;
    batch.channels = wanted;
  }

  /// Follows the batch's alarms, and does what is due. Asked again for the same batch, it follows
  /// what was added to it since.
  public void apply(Batch batch) {
    if (batch != followedBatch) {
      followedBatch = batch;
      followed = 0;
    }
    do {
      while (followed < batch.changes.size()) {
        follow(batch.changes.get(followed++), batch);
      }
      batch.alarms.values().forEach(this::refresh);
      call(batch);
      dispatch.unseen(batch.now()).forEach(unseen -> settle(unseen.failed(Setbacks.UNSEEN), batch));
    } while (followed < batch.changes.size());
    daily.due(plan, channels, batch.now(), person -> sayDaily(person, batch));
  }

  private void follow(AlarmChange change, Batch batch) {
    Running one = agenda.find(change.alarmId());
    Alarm alarm = batch.alarms.get(change.alarmId());
    if (alarm == null) {
      return;
    }
    Escalation running = one == null ? null : one.escalation();
    Escalation next = rules().moved(running, alarm, change);
    if (!Objects.equals(next, running)) {
      keep(next, alarm, batch);
    }
    if (next == null) {
      dispatch.withdraw(alarm.alarmId(), agenda::has, batch);
    }
    if (Subject.isDrill(alarm) && change.to() == AlarmState.ACKNOWLEDGED) {
      systemAlarms.end(alarm.key(), batch);
    }
  }

  private void keep(@Nullable Escalation next, Alarm alarm, Batch batch) {
    if (next == null) {
      if (agenda.has(alarm.alarmId())) {
        agenda.remove(alarm.alarmId());
        batch.escalations.remove(alarm.alarmId());
        batch.escalationsDone.add(alarm.alarmId());
      }
      return;
    }
    agenda.put(next, alarm);
    batch.escalationsDone.remove(alarm.alarmId());
    batch.escalations.put(alarm.alarmId(), next);
  }

  private void refresh(Alarm alarm) {
    Running one = agenda.find(alarm.alarmId());
    if (one != null && !one.alarm().equals(alarm)) {
      agenda.put(one.escalation(), alarm);
    }
  }

  private void call(Batch batch) {
    List<Call> calls = new ArrayList<>();
    for (Running one : agenda.due(batch.now())) {
      EscalationRules.Due due = rules().due(one.escalation(), one.alarm(), batch.now());
      keep(due.next(), one.alarm(), batch);
      calls.addAll(due.calls());
      if (due.nobody()) {
        setbacks.nobody(one.alarm(), !due.calls().isEmpty(), batch);
      } else if (due.calls().stream().anyMatch(call -> call.person() != null)) {
        setbacks.somebody(batch);
      }
    }
    dispatch.send(calls, this::running, batch);
  }

  private Escalation running(String alarmId) {
    Running one = agenda.find(alarmId);
    if (one == null) {
      throw new AssertionError("a call of an alarm that is told to nobody: " + alarmId);
    }
    return one.escalation();
  }

  /// A notification is about to be sent.
  ///
  /// @return as it is while it is being sent, or `null` if it is not wanted any more
  public @Nullable Notification sending(String notificationId, Batch batch) {
    Notification waiting = dispatch.find(notificationId);
    if (waiting == null) {
      return null;
    }
    Notification sending = waiting.sending();
    dispatch.put(sending, batch);
    return sending;
  }

  /// An attempt is over, or a notification is given up: then the policy goes on.
  ///
  /// @param notification as it is now
  public void settle(Notification notification, Batch batch) {
    if (dispatch.find(notification.notificationId()) == null) {
      // Over already: a store that was slow to answer lets the outbox say it twice.
      return;
    }
    dispatch.put(notification, batch);
    if (notification.state() == NotificationState.DELIVERED) {
      setbacks.works(notification.channel(), batch);
    } else if (notification.state() == NotificationState.FAILED) {
      setbacks.raise(notification, batch);
      goOn(notification, batch);
    }
  }

  /// What was told together goes on together: of a digest one alarm stands for all.
  private void goOn(Notification failed, Batch batch) {
    List<Alarm> alarms =
        failed.alarmIds().stream()
            .map(agenda::find)
            .filter(Objects::nonNull)
            .map(Running::alarm)
            .toList();
    if (alarms.isEmpty()) {
      return;
    }
    List<Notification> round = setbacks.round(alarms.getFirst().alarmId(), failed, batch);
    ChannelKind other = Setbacks.otherChannel(failed, round, plan, channels);
    if (other != null) {
      Person person = plan.person(failed.personId()).orElse(null);
      List<Call> calls =
          alarms.stream()
              .map(alarm -> new Call(alarm, Occasion.OTHER_CHANNEL, 0, other, person, null))
              .toList();
      dispatch.send(calls, this::running, batch);
    } else if (round.stream().allMatch(n -> n.state() == NotificationState.FAILED)) {
      alarms.forEach(
          alarm -> keep(rules().hurried(running(alarm.alarmId()), batch.now()), alarm, batch));
    }
  }

  /// Consoles show these alarms.
  public void shown(Collection<String> alarmIds, Batch batch) {
    dispatch.shown(alarmIds, batch);
  }

  /// Puts a message into the outbox that only tries a channel out.
  public Notification test(ChannelKind channel, @Nullable Person person, Batch batch) {
    Notification test = writer.test(channel, person, batch.now());
    dispatch.put(test, batch);
    return test;
  }

  /// Puts mails into the outbox that tell of a report.
  ///
  /// @param personIds of the plan; who is not in it any more, or has no address, gets none
  /// @return how many get one
  public int tell(List<String> personIds, ReportMail mail, Batch batch) {
    List<Person> people =
        personIds.stream()
            .flatMap(id -> plan.person(id).stream())
            .filter(person -> person.address(ChannelKind.EMAIL) != null)
            .toList();
    people.forEach(person -> dispatch.put(writer.report(person, mail, batch.now()), batch));
    return people.size();
  }

  /// What is on its way, for the outbox to take up when it starts.
  public List<Notification> underway() {
    return List.copyOf(dispatch.open());
  }

  private void sayDaily(Person person, Batch batch) {
    dispatch.put(writer.daily(person, counts, batch.now()), batch);
  }

  private EscalationRules rules() {
    return new EscalationRules(plan, channels.enabled(), startedAt);
  }

  private static ZoneId clockOf(CalloutPlan plan) {
    return plan.rosters().isEmpty() ? ZoneOffset.UTC : plan.rosters().getFirst().zone();
  }
}
