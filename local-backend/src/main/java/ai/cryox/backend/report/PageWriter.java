package ai.cryox.backend.report;

import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a report's pages as XHTML, from what was gathered. One use, one thread.
final class PageWriter {
  /// Where the signature will be seen.
  static final String SEAL_ID = "seal";

  /// How the attached data are called.
  static final String DATA_NAME = "data.csv";

  /// How the attached figures of the units are called.
  static final String FIGURES_NAME = "figures.csv";

  /// How the attached proof of them is called.
  static final String PROOF_NAME = "ledger-proof.bin";

  private final ReportContent content;
  private final ReportRequest request;
  private final ReportWords words;
  private final @Nullable Docket docket;
  private final Html html = new Html();
  private final Html body = new Html();
  private final Sections sections = new Sections(body);
  private final UnitSection units;
  private final ExcursionTable excursions;
  private final LogSections logs;
  private final FacilityPages facility;
  private final boolean lettersLack;

  /// @param docket what stands on it if it is kept, or `null`
  /// @param lettersLack whether some letters of it are in no font
  PageWriter(
      ReportContent content, ReportWords words, @Nullable Docket docket, boolean lettersLack) {
    this.content = content;
    this.docket = docket;
    this.request = content.request();
    this.words = words;
    this.lettersLack = lettersLack;
    String heading = request.kind().isOfOneUnit() ? "h2" : "h3";
    this.units = new UnitSection(words, body, heading);
    this.excursions = new ExcursionTable(words, body);
    this.logs = new LogSections(words, body);
    this.facility = new FacilityPages(content, words, body, sections);
  }

  /// The whole document.
  String write() {
    head();
    switch (request.kind()) {
      case PERIOD -> period();
      case UNIT, TRIP -> oneUnit();
      case EXCURSION -> dossiers();
      case ALARMS -> {
        sections.begin("journal", words.say("journal"));
        logs.journal(content);
      }
      case AUDIT -> {
        sections.begin("audit", words.say("audit"));
        logs.audit(content.audit());
      }
      case CALIBRATION -> {
        sections.begin("register", words.say("calibration.register"));
        logs.register(content, LocalDate.ofInstant(content.madeAt(), words.zone()));
      }
      case HANDOVER -> handover();
    }
    ClosingPages closing = new ClosingPages(content, words, body, sections);
    closing.proof();
    closing.signatures(docket != null);
    return document();
  }

  private String title() {
    ReportKind kind = request.kind();
    return kind.isOfOneUnit() && !content.units().isEmpty()
        ? content.units().getFirst().name()
        : kind == ReportKind.PERIOD ? request.letterhead().facilityName() : words.say(kind);
  }

  private void head() {
    byte[] logo = request.letterhead().logo();
    if (logo.length > 0) {
      body.empty(
          "img",
          "class",
          "logo",
          "src",
          "data:%s;base64,%s"
              .formatted(Logo.mediaType(logo), Base64.getEncoder().encodeToString(logo)),
          "alt",
          words.say("logo", request.letterhead().facilityName()));
    }
    body.leaf("h1", title() + "\n" + words.days(request.from(), request.until()), "id", "top");
    StringBuilder lead = new StringBuilder();
    if (request.kind().isOfOneUnit() && !content.units().isEmpty()) {
      lead.append(place(content.units().getFirst()));
    } else {
      lead.append(words.say(request.kind())).append(" · ");
    }
    lead.append(words.zoneSentence(request.from(), request.until()));
    body.leaf("p", lead.toString(), "class", "lead");
    if (!request.letterhead().address().isBlank()) {
      body.leaf("p", request.letterhead().address().strip(), "class", "quiet");
    }
    docket();
    if (content.until().isBefore(request.until())) {
      body.leaf("p", words.say("proof.until", words.stamp(content.until())));
    }
    if (lettersLack) {
      body.leaf("p", words.say("letters.lack"));
    }
    if (content.damaged() > 0) {
      body.leaf("p", words.say("data.damaged", content.damaged()), "class", "bad");
    }
  }

  private void docket() {
    Docket kept = docket;
    if (kept == null) {
      return;
    }
    String corrects = kept.corrects();
    List<String> facts = new ArrayList<>();
    facts.add(words.say("docket.number"));
    facts.add(words.say("docket.number.line", kept.reportId(), kept.version()));
    if (corrects != null) {
      facts.add(words.say("docket.corrects"));
      facts.add(words.say("docket.corrects.line", corrects, kept.reason()));
    }
    if (!kept.note().isEmpty()) {
      facts.add(words.say("docket.note"));
      facts.add(kept.note());
    }
    Table.facts(body, facts.toArray(String[]::new));
  }

  private String place(UnitRecord unit) {
    String zone = unit.past().zone();
    String place = zone.isEmpty() ? "" : words.say("position", zone) + " · ";
    String moved =
        unit.from().isAfter(request.from()) || unit.until().isBefore(content.until())
            ? words.say("unit.moved", words.time(unit.from()), words.time(unit.until())) + " "
            : "";
    return place + words.say("profile", unit.profile().name()) + " · " + moved;
  }

  private void period() {
    facility.tiles();
    sections.begin("units", words.say("units"));
    if (content.units().isEmpty()) {
      body.leaf("p", words.say("units.none"));
    } else {
      facility.overview();
    }
    facility.excursions();
    facility.withoutReadings();
    monitoring();
    for (int i = 0; i < content.units().size(); i++) {
      UnitRecord unit = content.units().get(i);
      if (unit.isEmpty()) {
        continue;
      }
      body.open("div", "class", "unit");
      sections.begin("unit" + i, unit.name());
      body.leaf(
          "p",
          unit.device().deviceId() + " · " + place(unit).replaceAll(" · $", ""),
          "class",
          "lead");
      unit(unit, i);
      body.close();
    }
  }

  private void oneUnit() {
    for (int i = 0; i < content.units().size(); i++) {
      UnitRecord one = content.units().get(i);
      if (request.kind() == ReportKind.TRIP) {
        sections.begin("trip", words.say("trip"));
        new TripSection(words, body).write(one, request.from(), content.until());
      }
      unit(one, i);
    }
    monitoring();
  }

  private void unit(UnitRecord unit, int index) {
    units.tiles(unit);
    body.leaf(units.heading(), words.say("chart"));
    units.chart(unit, index);
    if (unit.figures().received() == 0) {
      body.leaf("p", words.say("unit.empty"));
    }
    units.past(unit);
    body.leaf(units.heading(), words.say("excursions"));
    if (unit.excursions().isEmpty()) {
      body.leaf("p", words.say("excursions.none"));
    } else {
      excursions.rows(unit.excursions());
    }
    excursions.strays(unit.strays(), units.heading());
    body.leaf(units.heading(), words.say("data"));
    units.data(unit);
    body.leaf(units.heading(), words.say("limits"));
    new LimitsTable(words, body).write(unit);
    // Last, because there may be any number of them.
    units.gaps(unit);
  }

  private void dossiers() {
    facility.tiles();
    sections.begin("excursions", words.say("excursions"));
    if (content.excursions().isEmpty()) {
      body.leaf("p", words.say("excursions.none"));
    }
    for (int i = 0; i < content.units().size(); i++) {
      UnitRecord unit = content.units().get(i);
      if (unit.hasExcursions()) {
        sections.begin("unit" + i, unit.name());
        units.chart(unit, i);
        units.past(unit);
        body.leaf(units.heading(), words.say("data"));
        units.data(unit);
        for (ExcursionRecord record : unit.excursions()) {
          excursions.dossier(unit, record);
        }
        excursions.strays(unit.strays(), "h3");
      }
    }
  }

  private void handover() {
    sections.begin("open", words.say("handover.open"));
    logs.open(content);
    sections.begin("done", words.say("handover.done"));
    logs.journal(content);
    monitoring();
  }

  private void monitoring() {
    sections.begin("monitoring", words.say("monitoring"));
    Instant known = content.knownSince();
    if (known == null || known.isAfter(request.from())) {
      Instant since = known == null || known.isAfter(content.until()) ? content.until() : known;
      body.leaf("p", words.say("monitoring.unknown", words.time(since)));
    } else if (content.off().isEmpty()) {
      body.leaf("p", words.say("monitoring.never"));
    }
    for (Stretch off : content.off()) {
      body.leaf(
          "p",
          words.say(
              "monitoring.line",
              words.time(off.from()),
              words.time(off.until()),
              words.lasting(off.length())));
    }
  }

  private String document() {
    Letterhead head = request.letterhead();
    String name = title() + ", " + words.days(request.from(), request.until());
    html.open("html", "lang", head.language(), "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .leaf("title", name)
        .empty("meta", "name", "subject", "content", words.say(request.kind()))
        .empty("meta", "name", "description", "content", name)
        .empty("meta", "name", "author", "content", head.facilityName())
        .open("style")
        .raw(css().replace("&", "&amp;").replace("<", "&lt;"))
        .close()
        .open("bookmarks")
        .empty("bookmark", "name", title(), "href", "#top");
    sections.bookmarks(html);
    return html.close().close().open("body").raw(body.toString()).close().close().toString();
  }

  private String css() {
    try (InputStream sheet =
        Objects.requireNonNull(PageWriter.class.getResourceAsStream("report.css"))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8)
          + new PageMargins(content, words).css();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own report.css is broken.", broken);
    }
  }
}
