package ai.cryox.backend.api;

import ai.cryox.core.backend.Session;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.StoredReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The kept reports, under `/api/v1/reports`: what there is, and the steps by which it is signed.
/// To make one takes a while, so it is taken with 202 and the address of a status, `GET` and
/// `DELETE /api/v1/report-jobs/{jobId}`.
final class ReportRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/reports";
  static final String ONE = ADDRESS + "/{reportId}";
  static final String SIGNATURES = ONE + "/signatures";
  static final String JOBS = ApiServer.ROOT + "/report-jobs";

  private static final String JOB = JOBS + "/{jobId}";
  private static final int LONGEST_WAIT_SECONDS = 55;

  private final Callers callers;
  private final ReportJobs jobs;
  private final Executor threads;

  /// @param threads write the answers of those who wait for a job
  ReportRoutes(Callers callers, ReportJobs jobs, Executor threads) {
    this.callers = callers;
    this.jobs = jobs;
    this.threads = threads;
  }

  record Correction(String reason) {}

  /// @param comment `null` = none
  record Step(ReportStep step, String password, @Nullable String comment) {}

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.post(ADDRESS, this::make);
    routes.get(ONE, this::one);
    routes.post(ONE + "/corrections", this::correct);
    routes.post(SIGNATURES, this::sign);
    routes.get(JOB, this::job);
    routes.delete(JOB, this::cancel);
  }

  private void list(Context ctx) {
    QueryParameters query = new QueryParameters(ctx);
    ReportQuery wanted =
        TreeJson.sensible(() -> {
          String state = query.text("state");
          String kind = query.text("kind");
          return new ReportQuery(
              query.text("facilityId"),
              state == null ? null : ReportState.named(state),
              kind == null ? null : ReportKind.named(kind),
              query.text("deviceId"),
              query.text("scheduleId"));
        });
    PageRequest part = new PageRequest(query.pageSize(), query.text("continuationToken"));
    Page<StoredReport> page = callers.of(ctx).reports().list(wanted, part);
    EntityTags.answerPast(
        ctx,
        json -> {
          TreeJson.array(json, "items", page.items());
          Json.text(json, "continuationToken", page.continuationToken());
        });
  }

  /// A report that must be there.
  static StoredReport require(Session session, Context ctx) {
    try {
      return session.reports().get(ctx.pathParam("reportId"));
    } catch (IllegalArgumentException none) {
      throw ProblemException.notFound(String.valueOf(none.getMessage()));
    }
  }

  private static byte[] json(StoredReport report) {
    return Json.object(json -> TreeJson.members(json, report));
  }

  private void one(Context ctx) {
    StoredReport report = require(callers.of(ctx), ctx);
    ctx.header("Cache-Control", "private, max-age=0");
    EntityTags.answer(ctx, json(report));
  }

  private void make(Context ctx) {
    ReportOrder order = TreeJson.body(ctx, ReportOrder.class);
    start(ctx, (reports, watch) -> reports.make(order, watch));
  }

  private void correct(Context ctx) {
    StoredReport old = require(callers.of(ctx), ctx);
    String reason = TreeJson.body(ctx, Correction.class).reason();
    if (old.state() == ReportState.DRAFT || !old.isMade()) {
      throw ProblemException.conflict(
          "%s is %s, and nobody has signed it: there is nothing to correct. Withdraw it and make another."
              .formatted(old.reportId(), old.state().wireName()));
    }
    start(ctx, (reports, watch) -> reports.correct(old.reportId(), reason, watch));
  }

  private void start(Context ctx, BiFunction<Reports, ReportWatch, StoredReport> make) {
    Session session = callers.of(ctx);
    Reports reports = session.reports();
    ReportJob job =
        TreeJson.sensible(
            () -> jobs.start(session.who().userId(), watch -> make.apply(reports, watch)));
    ctx.header("Location", JOBS + "/" + job.jobId());
    Json.answer(ctx, 202, job::write);
  }

  private ReportJob requireJob(Context ctx) {
    ReportJob job = jobs.find(ctx.pathParam("jobId"), callers.of(ctx).who().userId());
    if (job == null) {
      throw ProblemException.notFound(
          "You are having no such report made. A job is known for an hour, and not after the server was started anew; GET %s lists what was made."
              .formatted(ADDRESS));
    }
    return job;
  }

  private void job(Context ctx) {
    ReportJob job = requireJob(ctx);
    int wait = new QueryParameters(ctx).wholeNumber("wait", 0, LONGEST_WAIT_SECONDS);
    if (wait == 0 || job.isOver()) {
      Json.answer(ctx, job::write);
      return;
    }
    ctx.future(() ->
        job.over()
            .copy()
            .completeOnTimeout(null, wait, TimeUnit.SECONDS)
            .thenAcceptAsync(_ -> Json.answer(ctx, job::write), threads));
  }

  private void cancel(Context ctx) {
    requireJob(ctx).cancel();
    ctx.status(204);
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void sign(Context ctx) {
    Session session = callers.of(ctx);
    Step wanted = TreeJson.body(ctx, Step.class);
    char[] password = wanted.password().toCharArray();
    try {
      StoredReport seen = require(session, ctx);
      EntityTags.require(ctx, seen.reportId(), json(seen));
      String comment = wanted.comment() == null ? "" : wanted.comment();
      StoredReport signed = signed(session, seen, wanted.step(), password, comment);
      ctx.header("ETag", EntityTags.of(json(signed)));
      Json.answer(ctx, 201, json -> TreeJson.members(json, signed));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /// What cannot be done now, whoever asks with whatever password, is a conflict.
  private static StoredReport signed(
      Session session, StoredReport seen, ReportStep step, char[] password, String comment) {
    try {
      return session.reports().sign(seen.reportId(), step, password, comment);
    } catch (IllegalArgumentException refused) {
      String sentence = String.valueOf(refused.getMessage());
      throw seen.problem(step, session.who().userId()) == null
          ? ProblemException.badRequest(sentence)
          : ProblemException.conflict(sentence);
    }
  }
}
