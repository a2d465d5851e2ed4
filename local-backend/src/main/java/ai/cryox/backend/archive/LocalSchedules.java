package ai.cryox.backend.archive;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport.Maker;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schedules as one person sees and changes them.
///
/// @param agent does the work
/// @param person in whose name
record LocalSchedules(ScheduleAgent agent, Attributed person) implements Schedules {
  private static final int MOST = 200;

  @Override
  public List<Scheduled> list() {
    try {
      return agent.store().all().stream()
          .filter(schedule -> schedule.state() != State.REMOVED)
          .sorted(
              Comparator.comparing(ReportSchedule::nextAt)
                  .thenComparing(ReportSchedule::scheduleId))
          .map(one -> new Scheduled(one, agent.store().last(one.scheduleId()).orElse(null)))
          .toList();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public ReportSchedule get(String scheduleId) {
    try {
      return agent.store().find(scheduleId).orElseThrow(() -> ScheduleBook.unknown(scheduleId));
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public ReportSchedule add(ScheduleOrder order) {
    refuse(order.problem());
    refuse(agent.archive().unknown(order.facilityId(), order.deviceId()));
    order.personIds().forEach(id -> refuse(unreachable(id)));
    Letterhead letterhead = agent.archive().letterhead(order.facilityId());
    SignedIn who = person.who();
    return person.change(batch -> {
      if (agent.store().all().stream().filter(one -> one.state() != State.REMOVED).count()
          >= MOST) {
        throw new IllegalArgumentException(
            "There are %d schedules already; remove one first.".formatted(MOST));
      }
      Instant next = order.timing().after(batch.now(), letterhead.zone());
      ReportSchedule added =
          agent
              .book()
              .put(
                  new ReportSchedule(
                      fresh(order, batch),
                      order,
                      new Maker(who.userId(), who.name()),
                      letterhead.zone(),
                      State.ACTIVE,
                      next,
                      null),
                  batch);
      note("add", added, words(order) + " First at " + next + ".", batch);
      return added;
    });
  }

  private String fresh(ScheduleOrder order, Batch batch) {
    String id;
    do {
      id = order.timing().cadence().wireName() + "-" + UUID.randomUUID().toString().substring(0, 6);
    } while (agent.store().find(id).isPresent() || batch.reports.schedules.containsKey(id));
    return id;
  }

  private @Nullable String unreachable(String personId) {
    CalloutPlan plan = agent.people().plan();
    Optional<Person> known = plan.person(personId);
    if (known.isEmpty()) {
      return "There is nobody '%s' in the call-out plan.".formatted(personId);
    }
    if (known.get().address(ChannelKind.EMAIL) == null) {
      return "%s has no e-mail address in the call-out plan.".formatted(known.get().name());
    }
    return agent.people().channels().email().enabled()
        ? null
        : "No mail can be sent: switch the channel email on under Call-outs first.";
  }

  private static void refuse(@Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  @Override
  public ReportSchedule move(String scheduleId, State state) {
    return person.change(batch -> {
      ReportSchedule before = agent.book().require(scheduleId, batch);
      if (before.state() == state) {
        return before;
      }
      Instant now = batch.now();
      Instant next =
          state == State.ACTIVE && !before.nextAt().isAfter(now)
              ? before.order().timing().after(now, before.zone())
              : before.nextAt();
      ReportSchedule after = agent.book().put(before.in(state, next), batch);
      Pending pending = before.pending();
      if (state == State.REMOVED && pending != null) {
        agent.giveUp(after, "Its schedule was removed.", person, batch);
      }
      String what =
          switch (state) {
            case ACTIVE -> before.state() == State.PAUSED ? "resume" : "restore";
            case PAUSED -> "pause";
            case REMOVED -> "remove";
          };
      note(what, after, words(after.order()), batch);
      return agent.book().require(scheduleId, batch);
    });
  }

  @Override
  public ReportSchedule run(String scheduleId) {
    return person.change(batch -> {
      ReportSchedule schedule = agent.book().require(scheduleId, batch);
      if (schedule.state() != State.ACTIVE) {
        throw new IllegalArgumentException(
            "%s is paused or removed; let it go on first.".formatted(scheduleId));
      }
      Pending pending = schedule.pending();
      if (pending != null) {
        agent
            .book()
            .put(
                schedule.with(
                    new Pending(
                        pending.reportId(),
                        pending.dueAt(),
                        pending.attempts(),
                        batch.now(),
                        pending.failure())),
                batch);
      } else {
        begin(schedule, batch);
      }
      note("run", schedule, "Asked for now.", batch);
      return agent.book().require(scheduleId, batch);
    });
  }

  private void begin(ReportSchedule schedule, Batch batch) {
    ReportTiming.Span span = schedule.order().timing().lastSpan(batch.now(), schedule.zone());
    agent
        .store()
        .of(schedule.scheduleId(), span)
        .ifPresent(report -> {
          throw new IllegalArgumentException(
              "%s is of that period already; correct it, or make another by hand."
                  .formatted(report.reportId()));
        });
    agent.book().begin(schedule, span, batch.now(), "", batch);
  }

  private static String words(ScheduleOrder order) {
    ReportTiming timing = order.timing();
    return "%s of %s%s, %s%s at %s, mailed to %s."
        .formatted(
            order.kind().wireName(),
            order.facilityId(),
            order.deviceId() == null ? "" : " " + order.deviceId(),
            timing.cadence().wireName(),
            timing.day() == 0 ? "" : " on day " + timing.day(),
            timing.at(),
            order.personIds().isEmpty() ? "nobody" : String.join(", ", order.personIds()));
  }

  private void note(String what, ReportSchedule schedule, String detail, Batch batch) {
    batch.audit.add(
        person
            .done(batch, "report.schedule." + what, schedule.order().deviceId(), detail)
            .about(schedule.scheduleId()));
  }
}
