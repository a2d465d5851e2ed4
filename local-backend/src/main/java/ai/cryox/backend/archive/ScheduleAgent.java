package ai.cryox.backend.archive;

import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.escalation.ReportMail;
import ai.cryox.backend.escalation.SystemAlarms;
import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.store.SqliteScheduleStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the reports that are made by themselves, one after the other, and has them mailed. What
/// fails is tried again under the same number, less and less often; after {@value #ALARM_AFTER}
/// failures the alarm `REPORT_FAILED` is raised, and after {@value #MOST_ATTEMPTS} the number is
/// void and says why. One thread of its own; can be turned by hand instead.
public final class ScheduleAgent implements AutoCloseable {
  static final int ALARM_AFTER = 3;
  static final int MOST_ATTEMPTS = 24;
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleAgent.class);
  private static final String PART = Alarm.SYSTEM + "report/";
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final long PACE_MILLIS = 1_000;

  private final ReportArchive archive;
  private final ScheduleBook book;
  private final EscalationDesk people;
  private final SystemAlarms alarms;
  private final Supplier<AlarmDesign> design;
  private final Attributed program;
  private final InstantSource clock;
  private final Instant startedAt;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  /// @param people writes the mails; touched on the pipeline's thread only, but for its plan
  /// @param alarms touched on the pipeline's thread only
  /// @param design says how bad a failure is
  /// @param program in whose name reports are made
  public ScheduleAgent(
      ReportArchive archive,
      EscalationDesk people,
      SystemAlarms alarms,
      Supplier<AlarmDesign> design,
      Attributed program,
      InstantSource clock) {
    this.archive = archive;
    this.book = archive.schedules();
    this.people = people;
    this.alarms = alarms;
    this.design = design;
    this.program = program;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /// The schedules as one person sees and changes them; whether they may is not asked here.
  public Schedules schedules(Attributed person) {
    return new LocalSchedules(this, person);
  }

  ReportArchive archive() {
    return archive;
  }

  SqliteScheduleStore store() {
    return book.store();
  }

  ScheduleBook book() {
    return book;
  }

  EscalationDesk people() {
    return people;
  }

  /// Starts the thread.
  public void start() {
    thread = Thread.ofPlatform().name("report-schedules").daemon().start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes all that is due.
  public void turn() {
    try {
      for (ReportSchedule due = due(); due != null && !isStopped(); due = due()) {
        work(due);
      }
    } catch (BackendException | StoreException notStored) {
      // Nothing is lost: what is not stored is due at the next turn again.
      LOG.debug("A schedule goes on later: {}", notStored.getMessage());
    } catch (CancellationException stop) {
      LOG.debug("The report under way is made after the next start.");
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private @Nullable ReportSchedule due() {
    Instant now = clock.instant();
    return store().all().stream()
        .filter(one -> {
          Instant at = one.dueAt();
          return at != null && !at.isAfter(now);
        })
        .min(Comparator.comparing(one -> Objects.requireNonNullElse(one.dueAt(), now)))
        .orElse(null);
  }

  private void work(ReportSchedule due) {
    String id = due.scheduleId();
    Pending pending = due.pending();
    Letterhead letterhead = archive.letterhead(due.order().facilityId());
    StoredReport begun =
        pending == null
            ? begin(id, letterhead)
            : archive.store().find(pending.reportId()).orElse(null);
    if (begun == null) {
      return;
    }
    String why;
    try {
      String problem = archive.problem(begun.order(), letterhead);
      if (problem == null) {
        ReportArchive.Printed printed =
            archive.print(begun, letterhead, (done, of) -> !isStopped());
        program.change(batch -> finish(id, begun, printed, letterhead, batch));
        return;
      }
      why = problem;
    } catch (ReportException
        | StoreException
        | IdentityException
        | IOException
        | UncheckedIOException failed) {
      why = String.valueOf(failed.getMessage());
    }
    LOG.warn("The report {} of the schedule {} was not made: {}", begun.reportId(), id, why);
    String said = why;
    program.change(batch -> failed(id, begun.reportId(), said, batch));
  }

  private @Nullable StoredReport begin(String scheduleId, Letterhead letterhead) {
    return program
        .change(batch -> {
          ReportSchedule due = book.require(scheduleId, batch);
          Instant at = due.dueAt();
          if (at == null || at.isAfter(batch.now()) || due.pending() != null) {
            return new ScheduleBook.Step(null, 0);
          }
          ScheduleBook.Step step = book.begin(due, letterhead, startedAt, batch);
          if (step.skipped() > 0) {
            note(
                "report.schedule.skip",
                due,
                "%d reports are too long ago to be made up for.".formatted(step.skipped()),
                batch);
          }
          return step;
        })
        .begun();
  }

  /// The document, its mails and the schedule's step belong to one commit.
  private boolean finish(
      String scheduleId,
      StoredReport begun,
      ReportArchive.Printed printed,
      Letterhead letterhead,
      Batch batch) {
    ReportSchedule schedule = book.require(scheduleId, batch);
    Pending pending = schedule.pending();
    if (pending == null || !pending.reportId().equals(begun.reportId())) {
      // Removed meanwhile: the number is void, and no commit names the document.
      return false;
    }
    StoredReport draft = archive.filed(begun, printed, program).apply(batch);
    book.put(schedule.with(null), batch);
    end(schedule, batch);
    int wanted = schedule.order().personIds().size();
    int told =
        people.tell(
            schedule.order().personIds(),
            new ReportMail(draft, letterhead.facilityName(), letterhead.zone(), pending.dueAt()),
            batch);
    if (told < wanted) {
      batch.audit.add(
          AuditEntry.refused(
                  batch.now(),
                  program.name(),
                  "report.schedule.mail",
                  "%d of %d people have no e-mail address any more, so they did not get %s."
                      .formatted(wanted - told, wanted, draft.reportId()))
              .about(scheduleId));
    }
    return true;
  }

  private boolean failed(String scheduleId, String reportId, String why, Batch batch) {
    ReportSchedule schedule = book.require(scheduleId, batch);
    Pending pending = schedule.pending();
    if (pending == null || !pending.reportId().equals(reportId)) {
      return false;
    }
    int attempts = pending.attempts() + 1;
    if (attempts >= MOST_ATTEMPTS) {
      giveUp(schedule, why, program, batch);
    } else {
      Instant next = batch.now().plus(waitAfter(attempts));
      book.put(schedule.with(new Pending(reportId, pending.dueAt(), attempts, next, why)), batch);
    }
    if (attempts >= ALARM_AFTER) {
      alarms.raise(
          key(schedule),
          schedule.order().facilityId(),
          new Finding.Violated(
              Condition.REPORT_FAILED,
              batch.now(),
              Double.NaN,
              design.get().severityOf(Condition.REPORT_FAILED),
              Double.NaN),
          "%s failed %d times: %s".formatted(reportId, attempts, why),
          batch);
    }
    return true;
  }

  /// The report under way is void; its schedule goes on with the next. The alarm, if there is one,
  /// stays until the next report of it is made, but of a schedule that is at work only.
  void giveUp(ReportSchedule schedule, String why, Attributed by, Batch batch) {
    Pending pending = Objects.requireNonNull(schedule.pending(), "nothing is under way");
    StoredReport left = archive.giveUp(pending.reportId(), why, by).apply(batch);
    LOG.warn("The report {} is given up: {}", left.reportId(), why);
    book.put(schedule.with(null), batch);
    if (schedule.state() == ReportSchedule.State.REMOVED) {
      end(schedule, batch);
    }
  }

  private void end(ReportSchedule schedule, Batch batch) {
    alarms.end(key(schedule), batch);
  }

  private static AlarmKey key(ReportSchedule schedule) {
    return new AlarmKey(PART + schedule.scheduleId(), Condition.REPORT_FAILED);
  }

  /// How long to wait after so many failures.
  static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempts - 1, 0, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private void note(String what, ReportSchedule schedule, String detail, Batch batch) {
    batch.audit.add(
        program
            .done(batch, what, schedule.order().deviceId(), detail)
            .about(schedule.scheduleId()));
  }

  /// Stops the thread; a report under way is broken off and made after the next start.
  @Override
  public void close() {
    stopped.countDown();
    Thread running = thread;
    try {
      if (running != null && !running.join(LONGEST_STOP)) {
        LOG.warn("The report under way does not stop; its file is tidied up at the next start.");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
