package ai.cryox.backend.report;

import ai.cryox.backend.store.LedgerExtract;
import ai.cryox.core.compliance.Figures;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.ledger.Checkpoint;
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
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Writes a report's pages as XHTML, from what was gathered. One use, one thread.
final class PageWriter {
  /// Where the signature will be seen.
  static final String SEAL_ID = "seal";

  /// How the attached data are called.
  static final String DATA_NAME = "data.csv";

  /// How the attached proof of them is called.
  static final String PROOF_NAME = "ledger-proof.bin";

  private final ReportContent content;
  private final ReportRequest request;
  private final ReportWords words;
  private final @Nullable Docket docket;
  private final Html html = new Html();
  private final Html body = new Html();
  private final List<String> bookmarks = new ArrayList<>();
  private final UnitSection units;
  private final ExcursionTable excursions;
  private final LogSections logs;
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
  }

  /// The whole document.
  String write() {
    head();
    switch (request.kind()) {
      case PERIOD -> period();
      case UNIT, TRIP -> oneUnit();
      case EXCURSION -> dossiers();
      case ALARMS -> {
        section("journal", words.say("journal"));
        logs.journal(content);
      }
      case AUDIT -> {
        section("audit", words.say("audit"));
        logs.audit(content.audit());
      }
      case CALIBRATION -> {
        section("register", words.say("calibration.register"));
        logs.register(content, LocalDate.ofInstant(content.madeAt(), words.zone()));
      }
      case HANDOVER -> handover();
    }
    proof();
    signatures();
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
    facilityTiles();
    section("units", words.say("units"));
    if (content.units().isEmpty()) {
      body.leaf("p", words.say("units.none"));
    } else {
      overview();
    }
    allExcursions();
    monitoring();
    for (int i = 0; i < content.units().size(); i++) {
      UnitRecord unit = content.units().get(i);
      body.open("div", "class", "unit");
      section("unit" + i, unit.name());
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
        section("trip", words.say("trip"));
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
    body.leaf(units.heading(), words.say("data"));
    units.data(unit);
    units.gaps(unit);
    body.leaf(units.heading(), words.say("limits"));
    new LimitsTable(words, body).write(unit);
  }

  private void dossiers() {
    facilityTiles();
    section("excursions", words.say("excursions"));
    if (content.excursions().isEmpty()) {
      body.leaf("p", words.say("excursions.none"));
    }
    for (int i = 0; i < content.units().size(); i++) {
      UnitRecord unit = content.units().get(i);
      if (!unit.excursions().isEmpty()) {
        section("unit" + i, unit.name());
        units.chart(unit, i);
        units.past(unit);
        units.data(unit);
        for (ExcursionRecord record : unit.excursions()) {
          excursions.dossier(unit, record);
        }
      }
    }
  }

  private void handover() {
    section("open", words.say("handover.open"));
    logs.open(content);
    section("done", words.say("handover.done"));
    logs.journal(content);
    monitoring();
  }

  private void facilityTiles() {
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
    body.open("table", "class", "tiles", "role", "presentation").open("tbody").open("tr");
    units.tile(words.say("units"), words.count(content.units().size()), false);
    double part = covered == 0 ? Double.NaN : (double) safe / covered;
    units.tile(words.say("percent.within.any"), words.percent(part), part < 1);
    int count = content.excursions().size();
    units.tile(words.say("excursions"), words.count(count), count > 0);
    units.tile(
        words.say("complete"),
        content.units().isEmpty() ? words.say("none") : words.percent(complete),
        false);
    body.close().close().close();
  }

  private void overview() {
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
          .cell(unit.rule().isEmpty() ? words.say("none") : words.mean(figures.kinetic()))
          .cell(words.percentInColumn(figures.safePart()))
          .cell(words.count(unit.excursions().size()))
          .cell(words.percentInColumn(UnitSection.complete(unit)))
          .end();
    }
    table.close();
  }

  private void allExcursions() {
    section("excursions", words.say("excursions"));
    if (content.excursions().isEmpty()) {
      body.leaf("p", words.say("excursions.none"));
      return;
    }
    for (UnitRecord unit : content.units()) {
      if (!unit.excursions().isEmpty()) {
        body.leaf("h3", unit.name());
        excursions.rows(unit.excursions());
      }
    }
  }

  private void monitoring() {
    section("monitoring", words.say("monitoring"));
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

  private void proof() {
    section("proof", words.say("proof"));
    body.leaf("p", words.say("proof.check"));
    DataFile data = content.data();
    Table.facts(
        body,
        words.say("proof.data"),
        words.say(
            "proof.data.line", words.count(data.rows()), words.count(data.bytes()), DATA_NAME),
        words.say("proof.made"),
        words.say("proof.made.line", words.stamp(content.madeAt()), content.madeBy()),
        words.say("proof.software"),
        content.software(),
        words.say("proof.configuration"),
        words.say("proof.configuration.line", content.schema()));
    body.leaf("p", words.say("proof.hash"));
    body.leaf("p", data.sha256(), "class", "mono", "id", "hash");
    LedgerExtract.Head ledger = content.ledger();
    if (ledger == null) {
      body.leaf("p", words.say("ledger.none"));
      return;
    }
    body.leaf("p", words.say("ledger.head"));
    Checkpoint head = ledger.checkpoint();
    Table.facts(
        body,
        words.say("ledger"),
        head.origin(),
        words.say("ledger.leaves"),
        words.say("ledger.leaves.line", words.count(head.size()), words.stamp(head.at())),
        words.say("ledger.root"),
        head.root().toString(),
        words.say("ledger.key"),
        ledger.key().toString());
  }

  private void signatures() {
    body.open("div", "class", "keep");
    section("signatures", words.say("signatures"));
    if (docket == null) {
      body.leaf("p", words.say("signatures.none"));
    } else {
      body.leaf("p", words.say("signatures.kept"));
      for (SignatureBox box : SignatureBox.values()) {
        body.leaf("div", "\u00a0", "class", "seal", "id", box.id());
      }
    }
    body.leaf("div", "\u00a0", "class", "seal", "id", SEAL_ID);
    body.close();
  }

  private void section(String id, String title) {
    body.leaf("h2", title, "id", id);
    bookmarks.add(id);
    bookmarks.add(title);
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
    for (int i = 0; i < bookmarks.size(); i += 2) {
      html.empty("bookmark", "name", bookmarks.get(i + 1), "href", "#" + bookmarks.get(i));
    }
    return html.close().close().open("body").raw(body.toString()).close().close().toString();
  }

  private String css() {
    try (InputStream sheet =
        Objects.requireNonNull(PageWriter.class.getResourceAsStream("report.css"))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8) + margins();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own report.css is broken.", broken);
    }
  }

  /// What stands on top and at the bottom of every page.
  private String margins() {
    String hash = content.data().sha256();
    Instant made = content.madeAt();
    return """
    @page {
      @top-left { content: %s; width: 35%%; font-family: 'Roboto', 'DejaVu Sans', 'Droid Sans Fallback'; font-size: 9pt;
        font-weight: 700; border-bottom: 1.2pt solid #1b2127; vertical-align: bottom;
        padding-bottom: 2.5mm; margin-bottom: 6mm; }
      @top-right { content: %s; width: 65%%; font-family: 'Roboto', 'DejaVu Sans', 'Droid Sans Fallback'; font-size: 9pt;
        text-align: right; border-bottom: 1.2pt solid #1b2127; vertical-align: bottom;
        padding-bottom: 2.5mm; margin-bottom: 6mm; }
      @bottom-left { content: %s; width: 65%%; font-family: 'JetBrains Mono';
        font-size: 6.8pt; color: #4c5761; border-top: 0.8pt solid #1b2127; white-space: pre;
        vertical-align: top; padding-top: 2.5mm; margin-top: 7mm; }
      @bottom-right { content: %s counter(page) %s counter(pages); width: 35%%;
        font-family: 'JetBrains Mono'; font-size: 6.8pt; color: #4c5761; text-align: right;
        border-top: 0.8pt solid #1b2127; white-space: pre; vertical-align: top;
        padding-top: 2.5mm; margin-top: 7mm; }
    }
    """
        .formatted(
            quoted(request.letterhead().facilityName()),
            quoted(
                words.say(
                    "document.title",
                    words.say(request.kind()),
                    words.days(request.from(), request.until()))),
            quoted(
                words.say("footer.data", hash.substring(0, 8) + "…" + hash.substring(60))
                    + "\n"
                    + words.say("footer.check")),
            quoted(
                words.say("made", content.software(), words.stamp(made))
                    + "\n"
                    + words.say("page")
                    + " "),
            quoted(" " + words.say("page.of") + " "));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(at -> {
          if (at == '\n') {
            quoted.append("\\A ");
          } else if (at == '"' || at == '\\' || at < 0x20) {
            quoted.append("\\%x ".formatted(at));
          } else {
            quoted.appendCodePoint(at);
          }
        });
    return quoted.append('"').toString();
  }
}
