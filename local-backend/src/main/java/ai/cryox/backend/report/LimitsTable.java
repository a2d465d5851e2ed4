package ai.cryox.backend.report;

import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import java.time.Instant;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Writes the table of a unit's limits.
///
/// @param words the report's
/// @param html where it is written
record LimitsTable(ReportWords words, Html html) {
  /// The limits that held, as they were then.
  void write(UnitRecord unit) {
    Table table =
        Table.named(
            html,
            "limits",
            words.say("limit.from"),
            words.say("profile.name"),
            words.say("limit.level"),
            ">" + words.say("limit.value"),
            ">" + words.say("limit.deadband"),
            ">" + words.say("limit.on"),
            ">" + words.say("limit.off"));
    int digits = digits(unit);
    unit.limits()
        .forEach((from, profile) -> {
          String since =
              from < unit.from().toEpochMilli()
                  ? words.say("limits.begin")
                  : words.time(Instant.ofEpochMilli(from));
          for (Level level : Level.values()) {
            Limit limit = profile.limit(level);
            if (limit != null) {
              row(table, since, profile, Map.entry(level, limit), digits);
            }
          }
          budgets(table, since, profile, digits);
        });
    table.close();
  }

  private static int digits(UnitRecord unit) {
    return ReportWords.digits(
        unit.limits().values().stream()
            .flatMapToDouble(profile ->
                DoubleStream.concat(
                    profile.limits().values().stream()
                        .flatMapToDouble(limit -> DoubleStream.of(limit.value(), limit.deadband())),
                    profile.cumulative().stream().mapToDouble(CumulativeLimit::value))));
  }

  private void row(
      Table table,
      String since,
      StorageProfile profile,
      Map.Entry<Level, Limit> entry,
      int digits) {
    Limit limit = entry.getValue();
    String value = words.warm(limit.value(), digits);
    table
        .row()
        .cell(since)
        .cell(profile.name())
        .cell(words.say(entry.getKey()))
        .cell(limit.inclusive() ? words.say("limit.including", value) : value)
        .cell(words.warm(limit.deadband(), digits))
        .cell(words.lasting(limit.onDelay()))
        .cell(words.lasting(limit.offDelay()))
        .end();
  }

  private void budgets(Table table, String since, StorageProfile profile, int digits) {
    for (CumulativeLimit budget : profile.cumulative()) {
      table
          .row()
          .cell(since)
          .cell(profile.name())
          .cell(words.say("budget"))
          .cell(words.warm(budget.value(), digits))
          .cell(words.say("none"))
          .cell(words.lasting(budget.budget()))
          .cell(words.say("none"))
          .end();
    }
  }
}
