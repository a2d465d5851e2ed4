package ai.cryox.backend.api;

import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/// The reports that are made by themselves, under `/api/v1/report-schedules`: what is made when,
/// its state (at work, paused, removed), and `POST …/runs` to have the last whole period made at
/// once. What became of one so far is a question to `/api/v1/reports?scheduleId=`.
final class ScheduleRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/report-schedules";

  private static final String ONE = ADDRESS + "/{scheduleId}";

  private final Callers callers;

  ScheduleRoutes(Callers callers) {
    this.callers = callers;
  }

  record Move(ReportSchedule.State state) {}

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.post(ADDRESS, this::add);
    routes.get(ONE, this::one);
    routes.put(ONE + "/state", this::move);
    routes.post(ONE + "/runs", this::run);
  }

  private Schedules schedules(Context ctx) {
    return callers
        .of(ctx)
        .reports()
        .schedules()
        .orElseThrow(() -> ProblemException.notFound("Nothing here makes reports by itself."));
  }

  private static byte[] json(ReportSchedule schedule) {
    return Json.object(json -> TreeJson.members(json, schedule));
  }

  private static ReportSchedule require(Schedules schedules, Context ctx) {
    try {
      return schedules.get(ctx.pathParam("scheduleId"));
    } catch (IllegalArgumentException none) {
      throw ProblemException.notFound(String.valueOf(none.getMessage()));
    }
  }

  private static void answer(Context ctx, int status, ReportSchedule schedule) {
    ctx.header("ETag", EntityTags.of(json(schedule)));
    Json.answer(ctx, status, json -> TreeJson.members(json, schedule));
  }

  private void list(Context ctx) {
    List<Scheduled> all = schedules(ctx).list();
    EntityTags.answerPast(ctx, json -> TreeJson.array(json, "items", all));
  }

  private void one(Context ctx) {
    ReportSchedule schedule = require(schedules(ctx), ctx);
    ctx.header("Cache-Control", "private, max-age=0");
    EntityTags.answer(ctx, json(schedule));
  }

  private void add(Context ctx) {
    Schedules schedules = schedules(ctx);
    ScheduleOrder order = TreeJson.body(ctx, ScheduleOrder.class);
    ReportSchedule added = TreeJson.sensible(() -> schedules.add(order));
    ctx.header("Location", ADDRESS + "/" + added.scheduleId());
    answer(ctx, 201, added);
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void move(Context ctx) {
    Schedules schedules = schedules(ctx);
    Move wanted = TreeJson.body(ctx, Move.class);
    ReportSchedule seen = require(schedules, ctx);
    EntityTags.require(ctx, "The schedule " + seen.scheduleId(), json(seen));
    answer(ctx, 200, TreeJson.sensible(() -> schedules.move(seen.scheduleId(), wanted.state())));
  }

  /// What cannot be made now, whoever asks, is a conflict.
  private void run(Context ctx) {
    Schedules schedules = schedules(ctx);
    ReportSchedule seen = require(schedules, ctx);
    try {
      answer(ctx, 202, schedules.run(seen.scheduleId()));
    } catch (IllegalArgumentException refused) {
      throw ProblemException.conflict(String.valueOf(refused.getMessage()));
    }
  }
}
