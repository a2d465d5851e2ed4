package ai.cryox.backend.report;

import ai.cryox.core.escalation.Notification;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Writes excursions: as rows, or each with all that is known of it.
///
/// @param words the report's
/// @param html where it is written
record ExcursionTable(ReportWords words, Html html) {
  /// Rows for some excursions of one unit.
  void rows(List<ExcursionRecord> excursions) {
    ExcursionWords told = new ExcursionWords(words);
    Table table =
        Table.named(
            html,
            "excursions",
            words.say("number"),
            words.say("start"),
            words.say("end"),
            ">" + words.say("peak"),
            ">" + words.say("beyond"),
            words.say("alarm"),
            words.say("cause"));
    int digits =
        ReportWords.digits(
            excursions.stream().mapToDouble(one -> one.assessment().excursion().peak()));
    for (ExcursionRecord record : excursions) {
      Excursion excursion = record.assessment().excursion();
      table
          .row()
          .cell(record.name(), words.say(excursion.condition()))
          .cell(words.timeBelowDate(excursion.start()))
          .cell(told.endBelowDate(excursion))
          .cell(told.peak(excursion, digits), words.say("excursion.limit", told.limit(excursion)))
          .cell(words.lasting(excursion.beyond()))
          .cell(told.changes(record))
          .strong(told.cause(record), told.proposal(record))
          .end();
    }
    table.close();
  }

  /// One excursion with its journal and who was told.
  void dossier(UnitRecord unit, ExcursionRecord record) {
    ExcursionWords told = new ExcursionWords(words);
    Excursion excursion = record.assessment().excursion();
    html.leaf("h3", record.name() + " · " + unit.name() + " · " + words.say(excursion.condition()));
    Table.facts(
        html,
        words.say("start"),
        words.time(excursion.start()),
        words.say("end"),
        told.end(excursion) + " (" + words.lasting(excursion.duration()) + ")",
        words.say("peak"),
        told.peak(excursion) + " (" + words.time(excursion.peakAt()) + ")",
        words.say("limit.value"),
        told.limit(excursion) + ", " + words.say(excursion.severity()),
        words.say("excursion.beyond"),
        words.lasting(excursion.beyond()),
        words.say("excursion.readings"),
        words.count(excursion.readings()),
        words.say("journal"),
        told.changes(record),
        words.say("notified"),
        notified(record),
        words.say("verdict"),
        (told.cause(record) + " " + told.proposal(record)).strip());
    capa(record.capa());
  }

  /// The newest version in full, and who wrote which.
  private void capa(List<CapaNote> versions) {
    html.leaf("h4", words.say("capa"));
    if (versions.isEmpty()) {
      html.leaf("p", words.say("capa.none"));
      return;
    }
    CapaNote newest = versions.getLast();
    LocalDate dueOn = newest.dueOn();
    Table.facts(
        html,
        words.say("capa.cause"),
        orNone(newest.cause()),
        words.say("capa.corrective"),
        orNone(newest.corrective()),
        words.say("capa.preventive"),
        orNone(newest.preventive()),
        words.say("capa.responsible"),
        dueOn == null
            ? orNone(newest.responsible())
            : words.say("capa.due", newest.responsible(), words.date(dueOn)),
        words.say("capa.state"),
        words.say(newest.done() ? "capa.done" : "capa.open"),
        words.say("capa.versions"),
        versions.stream().map(this::version).collect(Collectors.joining("\n")));
  }

  /// What people wrote of excursions that are none any more.
  ///
  /// @param heading the element of its heading
  void strays(List<CapaNote> notes, String heading) {
    if (notes.isEmpty()) {
      return;
    }
    html.leaf(heading, words.say("strays")).leaf("p", words.say("strays.why"));
    Table table =
        Table.named(
            html,
            "strays",
            words.say("start"),
            words.say("capa.cause"),
            words.say("capa.corrective"),
            words.say("capa.preventive"),
            words.say("capa.versions"));
    for (CapaNote note : notes) {
      table
          .row()
          .cell(words.time(note.start()), words.say(note.condition()))
          .cell(orNone(note.cause()))
          .cell(orNone(note.corrective()))
          .cell(orNone(note.preventive()))
          .cell(version(note))
          .end();
    }
    table.close();
  }

  private String version(CapaNote one) {
    return words.say(
        "capa.version",
        one.version(),
        words.time(one.at()),
        one.author(),
        words.say(one.done() ? "capa.done" : "capa.open"));
  }

  private String orNone(String text) {
    return text.isEmpty() ? words.say("none") : text;
  }

  private String notified(ExcursionRecord record) {
    StringBuilder lines = new StringBuilder();
    for (Notification told : record.notifications()) {
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(words.time(told.createdAt()))
          .append(' ')
          .append(
              words.say(
                  "notified.line",
                  told.recipient(),
                  words.say(told.channel()),
                  words.say(told.state())));
      if (!told.failure().isEmpty()) {
        lines.append(" (").append(told.failure()).append(')');
      }
    }
    return lines.isEmpty() ? words.say("none") : lines.toString();
  }
}
