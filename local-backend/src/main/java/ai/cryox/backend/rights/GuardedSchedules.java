package ai.cryox.backend.rights;

import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import java.util.List;

/// What one person may see and set up of schedules. Who has the audit trail mailed must be allowed
/// to read it.
record GuardedSchedules(Schedules schedules, Rights rights) implements Schedules {
  @Override
  public List<Scheduled> list() {
    rights.requireSomewhere(Action.WATCH);
    return schedules.list().stream()
        .filter(one -> rights.watches(one.schedule().order().facilityId()))
        .toList();
  }

  @Override
  public ReportSchedule get(String scheduleId) {
    ReportSchedule schedule = schedules.get(scheduleId);
    rights.require(Action.WATCH, schedule.order().facilityId());
    return schedule;
  }

  @Override
  public ReportSchedule add(ScheduleOrder order) {
    require(Action.SET_UP_REPORTS, order);
    return schedules.add(order);
  }

  @Override
  public ReportSchedule move(String scheduleId, ReportSchedule.State state) {
    require(Action.SET_UP_REPORTS, schedules.get(scheduleId).order());
    return schedules.move(scheduleId, state);
  }

  @Override
  public ReportSchedule run(String scheduleId) {
    require(Action.MAKE_REPORT, schedules.get(scheduleId).order());
    return schedules.run(scheduleId);
  }

  private void require(Action action, ScheduleOrder order) {
    rights.require(action, order.facilityId());
    if (order.kind() == ReportKind.AUDIT) {
      rights.requireEverywhere(Action.SEE_AUDIT);
    }
  }
}
