package ai.cryox.backend.report;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.Level;
import ai.cryox.core.compliance.FigureMeter;
import ai.cryox.core.compliance.Figures;
import ai.cryox.core.compliance.Gap;
import ai.cryox.core.compliance.KineticWindow;
import ai.cryox.core.compliance.LimitTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Writes what there is to say of one unit.
///
/// @param words the report's
/// @param html where it is written
/// @param heading the element of its parts' headings
record UnitSection(ReportWords words, Html html, String heading) {
  private static final int MOST_GAP_ROWS = 50;

  private ExcursionWords told() {
    return new ExcursionWords(words);
  }

  /// Figures that are seen first.
  void tiles(UnitRecord unit) {
    Figures figures = unit.figures();
    html.open("table", "class", "tiles", "role", "presentation").open("tbody").open("tr");
    tile(
        unit.past().turns().isEmpty()
            ? words.say("percent.within", told().range(unit.profile()))
            : words.say("percent.within.any"),
        words.percent(figures.safePart()),
        figures.safePart() < 1);
    tile(
        words.say("excursions"),
        words.count(unit.excursions().size()),
        !unit.excursions().isEmpty());
    if (unit.rule().isPresent()) {
      tile(
          words.say("kinetic"),
          words.kinetic(figures.kinetic()),
          figures.kinetic() > unit.rule().get().limit());
    } else {
      tile(words.say("maximum"), words.warm(figures.largest()), false);
    }
    tile(words.say("complete"), words.percent(complete(unit)), false);
    html.close().close().close();
  }

  static double complete(UnitRecord unit) {
    return unit.figures().completePart(Duration.between(unit.from(), unit.until()));
  }

  void tile(String what, String value, boolean bad) {
    html.open("td")
        .leaf("p", what, "class", "what")
        .leaf("p", value, "class", bad ? "value bad" : "value")
        .close();
  }

  /// The chart of a unit, which {@link ChartDrawer} draws.
  ///
  /// @param index of the unit among the report's
  void chart(UnitRecord unit, int index) {
    Figures figures = unit.figures();
    String alt =
        figures.received() == 0
            ? words.say("chart.empty", unit.name())
            : words.say(
                "chart.alt",
                unit.name(),
                words.cold(figures.smallest()),
                words.warm(figures.largest()),
                told().range(unit.profile()),
                unit.excursions().size(),
                figures.gapCount());
    html.empty(
        "object",
        "type",
        ChartDrawer.TYPE,
        "data",
        Integer.toString(index),
        "class",
        "chart",
        "style",
        "width:173mm;height:52mm",
        "alt",
        alt,
        "title",
        alt);
  }

  /// What people changed about a unit in the period, and what that means for the figures.
  void past(UnitRecord unit) {
    PastWords past = new PastWords(words);
    List<String> facts = new ArrayList<>();
    if (!unit.past().moves().isEmpty()) {
      facts.add(words.say("moved"));
      facts.add(past.moves(unit.past().moves()));
    }
    if (!unit.past().turns().isEmpty()) {
      facts.add(words.say("limits.changed"));
      facts.add(past.turns(unit.past().turns()));
    }
    if (!facts.isEmpty()) {
      html.leaf(heading, words.say("past"));
      Table.facts(html, facts.toArray(String[]::new));
    }
  }

  /// All that the data amount to.
  void data(UnitRecord unit) {
    Figures figures = unit.figures();
    Duration sampling = unit.device().samplingPeriod();
    int digits = ReportWords.digits(DoubleStream.of(figures.smallest(), figures.largest()));
    Table.facts(
        html,
        words.say("data.sampling"),
        words.say(
            "data.sampling.line",
            words.lasting(sampling),
            words.count(figures.received()),
            words.count(figures.expected()),
            gaps(figures)),
        words.say("data.range"),
        words.say(
            "data.range.line",
            extreme(words.cold(figures.smallest(), digits), figures.smallestAt()),
            words.mean(figures.mean()),
            extreme(words.warm(figures.largest(), digits), figures.largestAt())),
        words.say("data.times"),
        beyond(figures.beyond()),
        words.say("kinetic.row"),
        kinetic(unit),
        words.say("sensor"),
        sensor(unit),
        words.say("data.changed"),
        figures.late() == 0
            ? words.say("data.none")
            : words.say("data.none")
                + "; "
                + words.say("data.arrived", words.count(figures.late())),
        words.say("data.weights"),
        words.say(
            "data.weights.line",
            words.lasting(FigureMeter.gapLimit(sampling)),
            words.lasting(sampling)));
  }

  private String extreme(String value, @Nullable Instant at) {
    return at == null ? value : value + " (" + words.time(at) + ")";
  }

  private String gaps(Figures figures) {
    return switch (figures.gapCount()) {
      case 0 -> words.say("data.nogaps");
      case 1 -> words.say("data.gap", words.lasting(figures.missing()));
      default ->
          words.say("data.gaps", words.count(figures.gapCount()), words.lasting(figures.missing()));
    };
  }

  private String beyond(List<LimitTime> times) {
    Map<String, Duration> lines = new LinkedHashMap<>();
    for (LimitTime time : times) {
      boolean cold = time.level() == Level.LOW || time.level() == Level.LOW_LOW;
      lines.merge(
          words.say(cold ? "below" : "above", words.warm(time.value())),
          time.beyond(),
          Duration::plus);
    }
    return lines.isEmpty()
        ? words.say("none")
        : lines.entrySet().stream()
            .map(line -> line.getKey() + " " + words.lasting(line.getValue()))
            .collect(Collectors.joining("; "));
  }

  private String kinetic(UnitRecord unit) {
    KineticWindow.Worst worst = unit.worst();
    if (unit.rule().isEmpty() || worst == null || Double.isNaN(worst.celsius())) {
      return unit.rule().isEmpty() ? words.say("kinetic.none") : words.say("none");
    }
    return words.say(
        "kinetic.line",
        words.kinetic(unit.figures().kinetic()),
        told().window(worst),
        words.kinetic(worst.celsius()));
  }

  private String sensor(UnitRecord unit) {
    Calibration calibration = unit.calibration();
    if (calibration == null) {
      return words.say("calibration.none");
    }
    String line = told().calibration(calibration);
    return calibration.reason().isEmpty()
        ? line
        : line
            + "; "
            + words.say(
                "calibration.reason",
                words.stamp(calibration.recordedAt()),
                calibration.recordedBy(),
                calibration.reason());
  }

  /// Gaps one by one, with their causes.
  void gaps(UnitRecord unit) {
    List<Gap> gaps = unit.figures().gaps();
    if (gaps.isEmpty()) {
      return;
    }
    html.leaf(heading, words.say("gaps"));
    Table table =
        new Table(
            html,
            words.say("start"),
            words.say("end"),
            ">" + words.say("gap"),
            words.say("data.cause"));
    for (Gap gap : gaps.subList(0, Math.min(MOST_GAP_ROWS, gaps.size()))) {
      table
          .row()
          .cell(words.time(gap.from()))
          .cell(words.time(gap.until()))
          .cell(words.lasting(gap.length()))
          .cell(words.say(gap.cause()))
          .end();
    }
    table.close();
    int more = Math.max(gaps.size(), unit.figures().gapCount()) - MOST_GAP_ROWS;
    if (more > 0) {
      html.leaf("p", words.say("gaps.more", words.count(more)));
    }
  }
}
