package ai.cryox.app.reports;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A stored report in words. FX thread only.
final class ReportWords {
  private static final int SHORT_HASH = 16;

  private final Units units;
  private final Messages messages;

  ReportWords(Units units) {
    this.units = units;
    this.messages = units.messages();
  }

  /// Which report it is.
  String kind(StoredReport report) {
    return messages.of("reportkind", report.order().kind());
  }

  /// What it is about: the unit, or the facility.
  String about(StoredReport report, LiveSnapshot snapshot) {
    String unit = report.order().deviceId();
    return unit == null
        ? units.place(report.facilityId())
        : snapshot.device(unit).map(live -> live.device().name()).orElse(unit);
  }

  /// From when until when.
  String period(StoredReport report) {
    return units.dayTime(report.order().from()) + " – " + units.dayTime(report.order().until());
  }

  /// Where it is.
  String state(StoredReport report) {
    return messages.of("reportstate", report.state());
  }

  /// When it was made, as short as that can be.
  String made(StoredReport report, Instant now) {
    return units.timeSince(report.begunAt(), now);
  }

  /// All there is to say.
  List<Fact> facts(StoredReport report, LiveSnapshot snapshot) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "reports.number", report.reportId());
    add(facts, "reports.kind", kind(report) + " · " + about(report, snapshot));
    add(facts, "reports.period", period(report) + " " + units.zoneName(report.order().from()));
    add(facts, "reports.state", state(report));
    add(facts, "reports.maker", report.maker().name() + " · " + at(report.begunAt()));
    if (report.corrects() != null) {
      add(facts, "reports.corrects", report.corrects());
    }
    if (!report.reason().isEmpty()) {
      add(facts, "reports.reason", report.reason());
    }
    if (!report.note().isEmpty()) {
      add(facts, "reports.note", report.note());
    }
    for (ReportSignature signature : report.signatures()) {
      String comment = signature.comment().isEmpty() ? "" : "\n" + signature.comment();
      facts.add(
          new Fact(
              messages.of("reportdone", signature.step()),
              signature.name() + " · " + at(signature.at()) + comment));
    }
    if (report.isMade()) {
      add(facts, "reports.hash", report.document().substring(0, SHORT_HASH) + "…");
    }
    return facts;
  }

  private String at(Instant time) {
    return units.dayTime(time) + " " + units.zoneName(time);
  }

  private void add(List<Fact> facts, String key, String value) {
    facts.add(new Fact(messages.text(key), value));
  }
}
