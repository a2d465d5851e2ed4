package ai.cryox.backend.report;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.compliance.Figures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Writes what a report says of all units of a facility together.
///
/// @param content what it says
/// @param words the report's
/// @param body where it is written
record FacilityPages(ReportContent content, ReportWords words, Html body, Sections sections) {
  /// Figures that are seen first.
  void tiles() {
    long covered = 0;
    long safe = 0;
    double complete = 1;
    double all = 0;
    for (UnitRecord unit : content.units()) {
      Figures figures = unit.figures();
      covered += figures.covered().toMillis();
      safe += figures.safe().toMillis();
      all += UnitSection.complete(unit);
    }
    if (!content.units().isEmpty()) {
      complete = all / content.units().size();
    }
    UnitSection tiles = new UnitSection(words, body, "h3");
    body.open("table", "class", "tiles", "role", "presentation").open("tbody").open("tr");
    tiles.tile(words.say("units"), words.count(content.units().size()), false);
    double part = covered == 0 ? Double.NaN : (double) safe / covered;
    tiles.tile(words.say("percent.within.any"), words.percent(part), part < 1);
    int count = content.excursions().size();
    tiles.tile(words.say("excursions"), words.count(count), count > 0);
    tiles.tile(
        words.say("complete"),
        content.units().isEmpty() ? words.say("none") : words.percent(complete),
        false);
    body.close().close().close();
  }

  /// A row for each unit.
  void overview() {
    ExcursionWords told = new ExcursionWords(words);
    Table table =
        new Table(
            body,
            words.say("unit"),
            words.say("storage"),
            ">" + words.say("minimum"),
            ">" + words.say("mean"),
            ">" + words.say("maximum"),
            ">" + words.say("kinetic.short"),
            ">" + words.say("percent.within.any"),
            ">" + words.say("excursions"),
            ">" + words.say("complete"));
    int digits =
        ReportWords.digits(
            content.units().stream()
                .map(UnitRecord::figures)
                .flatMapToDouble(all -> DoubleStream.of(all.smallest(), all.largest())));
    for (UnitRecord unit : content.units()) {
      Figures figures = unit.figures();
      table
          .row()
          .cell(unit.name(), unit.past().zone())
          .cell(
              told.range(unit.profile()),
              unit.past().turns().isEmpty() ? "" : words.say("limits.turned"))
          .cell(words.cold(figures.smallest(), digits))
          .cell(words.mean(figures.mean()))
          .cell(words.warm(figures.largest(), digits))
          .cell(unit.rule().isEmpty() ? words.say("none") : words.kinetic(figures.kinetic()))
          .cell(words.percentInColumn(figures.safePart()))
          .cell(words.count(unit.excursions().size()))
          .cell(words.percentInColumn(UnitSection.complete(unit)))
          .end();
    }
    table.close();
  }

  /// All excursions, unit by unit.
  void excursions() {
    sections.begin("excursions", words.say("excursions"));
    if (content.excursions().isEmpty()) {
      body.leaf("p", words.say("excursions.none"));
      return;
    }
    for (UnitRecord unit : content.units()) {
      if (!unit.excursions().isEmpty()) {
        body.leaf("h3", unit.name());
        new ExcursionTable(words, body).rows(unit.excursions());
      }
    }
  }

  /// Units of which there is nothing more to say than this, in one table.
  void withoutReadings() {
    List<UnitRecord> empty = content.units().stream().filter(UnitRecord::isEmpty).toList();
    if (empty.isEmpty()) {
      return;
    }
    sections.begin("empty", words.say("units.empty"));
    body.leaf("p", words.say("units.empty.why"));
    Table table =
        new Table(
            body,
            words.say("unit"),
            words.say("profile.name"),
            ">" + words.say("expected"),
            words.say("data.cause"),
            words.say("sensor"));
    for (UnitRecord unit : empty) {
      table
          .row()
          .cell(unit.name(), unit.device().deviceId())
          .cell(unit.profile().name(), unit.past().zone())
          .cell(words.count(unit.figures().expected()))
          .cell(causes(unit))
          .cell(sensor(unit))
          .end();
    }
    table.close();
  }

  private String causes(UnitRecord unit) {
    return unit.figures().gaps().stream()
        .map(gap -> words.say(gap.cause()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String sensor(UnitRecord unit) {
    Calibration calibration = unit.calibration();
    return calibration == null
        ? words.say("calibration.none")
        : new ExcursionWords(words).calibration(calibration);
  }
}
