package ai.cryox.connectors.cloud;

import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/// The reports that a server makes by itself.
record CloudSchedules(CloudHttp http) implements Schedules {
  private static final TreeReader READER = TreeReader.lenient();

  private HttpUrl url(String... below) {
    HttpUrl.Builder url = http.url("report-schedules");
    for (String segment : below) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  private static ReportSchedule schedule(Supplier<Answer> call) {
    return READER.read(ReportSchedule.class, CloudReports.known(() -> call.get().tree()).members());
  }

  @Override
  public List<Scheduled> list() {
    Tree all = Asking.ask(Action.WATCH, () -> http.past(url()).tree());
    return READER.list(Scheduled.class, all.values("items"));
  }

  @Override
  public ReportSchedule get(String scheduleId) {
    return Asking.ask(Action.WATCH, () -> schedule(() -> http.past(url(scheduleId))));
  }

  @Override
  public ReportSchedule add(ScheduleOrder order) {
    return Asking.act(
        Action.SET_UP_REPORTS,
        () -> schedule(() -> http.send("POST", url(), TreeWriter.write(order))));
  }

  @Override
  public ReportSchedule move(String scheduleId, ReportSchedule.State state) {
    HttpUrl url = url(scheduleId, "state");
    return Asking.act(
        Action.SET_UP_REPORTS,
        () -> schedule(() -> http.send("PUT", url, Map.of("state", state.name()))));
  }

  @Override
  public ReportSchedule run(String scheduleId) {
    HttpUrl url = url(scheduleId, "runs");
    return Asking.act(Action.MAKE_REPORT, () -> schedule(() -> http.send("POST", url, null)));
  }
}
