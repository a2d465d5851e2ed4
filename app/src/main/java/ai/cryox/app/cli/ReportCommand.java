package ai.cryox.app.cli;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.report.HttpStampClient;
import ai.cryox.backend.report.Logo;
import ai.cryox.backend.report.ReportMaker;
import ai.cryox.backend.report.ReportMaker.Made;
import ai.cryox.backend.report.ReportProgress;
import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import ai.cryox.core.report.SavedLetterhead;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox report`: a signed PDF with its data inside, or those data alone.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Make a signed report with its data inside.",
    footer = {
      "",
      "T is a date (its beginning by the facility's clock), a time by that clock such as",
      "2026-03-01T06:00, or an instant such as 2026-03-01T05:00:00Z. Works while a backend runs.",
      "How it looks, `cryox letterhead` says; what is said here goes before that.",
      "Anybody can check the file, anywhere: cryox verify FILE; and whether data alone are those"
          + " of",
      "a report: cryox verify november.xlsx --report november.pdf",
      "",
      "  cryox report --facility warehouse_001 --from 2026-11-01 --to 2026-12-01 --out"
          + " november.pdf",
      "",
      "Exit code 1: it could not be made; then no file is left, and a former one stays as it was."
    })
public final class ReportCommand implements Callable<Integer> {
  /// Holds the password of `--seal`.
  static final String SEAL_PASSWORD = "CRYOX_SEAL_PASSWORD";

  private final InstantSource clock;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--facility", paramLabel = "F", required = true, description = "The facility.")
  private String facility = "";

  @Option(names = "--unit", paramLabel = "D", description = "Only this unit.")
  private @Nullable String unit;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description =
          "period, unit, excursion, alarms, audit, calibration, handover or trip. Usual: unit if"
              + " --unit is given, else period.")
  private @Nullable String kind;

  @Option(names = "--from", paramLabel = "T", required = true, description = "The first time.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "T",
      required = true,
      description = "The end; this time itself is not included.")
  private String until = "";

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description = "The facility's time zone, such as Europe/Berlin.")
  private @Nullable String zone;

  @Option(names = "--language", paramLabel = "L", description = "en or de.")
  private @Nullable String language;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What the facility is called on the pages.")
  private @Nullable String name;

  @Option(
      names = "--logo",
      paramLabel = "FILE",
      description = "A PNG, JPEG or SVG for the first page.")
  private @Nullable Path logo;

  @Option(
      names = "--seal",
      paramLabel = "FILE",
      description =
          "The facility's own key, PKCS#12; its password is in "
              + SEAL_PASSWORD
              + ". Usual: one"
              + " that is made in the data folder.")
  private @Nullable Path seal;

  @Option(
      names = "--stamp",
      paramLabel = "URL",
      description = "A time-stamp authority (RFC 3161) that confirms the time.")
  private @Nullable URI stamp;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "pdf, csv or xlsx. The last two are the data alone, to the byte those in the PDF. Usual:"
              + " what the name of --out ends with, or else pdf.")
  private @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file.")
  private Path out = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public ReportCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ReportRequest request = request();
    ReportForm form = form();
    PrintWriter err = CommandLines.err(spec);
    ReportMaker maker =
        new ReportMaker(
            data.folder(),
            seal(request.letterhead()),
            stamp == null ? null : new HttpStampClient(stamp),
            CommandLines.userName(),
            Commands.VERSION,
            clock);
    try (Interruption interruption = new Interruption()) {
      ReportProgress progress = (done, of) -> !interruption.isAsked();
      boolean pages = form == ReportForm.PDF;
      Made made =
          pages ? maker.pdf(request, out, progress) : maker.data(request, form, out, progress);
      err.printf(
          "%s: %s%s, %s, %s of data, SHA-256 %s.%n",
          out,
          pages ? CommandLines.count(made.pages(), "page") + ", " : "",
          CommandLines.count(made.units(), "unit"),
          CommandLines.count(made.excursions(), "excursion"),
          CommandLines.count(made.rows(), "row"),
          made.sha256());
      if (made.damaged() > 0) {
        err.printf(
            "cryox: %d damaged records were left out; `cryox check` names them.%n", made.damaged());
      }
      err.flush();
      return 0;
    } catch (CancellationException broken) {
      err.println("cryox: The report was broken off; no file is left.");
      err.flush();
      return 1;
    }
  }

  private ReportRequest request() {
    try {
      Letterhead letterhead = letterhead();
      ReportKind wanted =
          kind != null
              ? ReportKind.named(kind)
              : unit == null ? ReportKind.PERIOD : ReportKind.UNIT;
      Instant first = new ReportMoment(from).in(letterhead.zone());
      Instant end = new ReportMoment(until).in(letterhead.zone());
      ReportRequest request = new ReportRequest(wanted, facility, unit, first, end, letterhead);
      String problem = request.problem();
      CommandLines.require(problem == null, spec, String.valueOf(problem));
      return request;
    } catch (IllegalArgumentException | DateTimeException nonsense) {
      throw CommandLines.refusal(spec, String.valueOf(nonsense.getMessage()));
    }
  }

  /// What the options say, and for the rest what was saved for the facility.
  private Letterhead letterhead() {
    Letterhead saved = saved();
    return new Letterhead(
        Objects.requireNonNullElse(name, saved.facilityName()),
        saved.address(),
        zone == null ? saved.zone() : ZoneId.of(zone),
        language == null ? saved.language() : language.toLowerCase(Locale.ROOT),
        logo == null ? saved.logo() : Logo.read(logo));
  }

  private Letterhead saved() {
    try (StoreFile file = StoreFile.in(data.folder())) {
      return new FileRecords(file)
          .letterheads(facility).stream()
              .findFirst()
              .map(SavedLetterhead::letterhead)
              .orElseGet(() -> new Letterhead(facility, ZoneId.systemDefault(), usualLanguage()));
    }
  }

  private ReportForm form() {
    try {
      return format == null
          ? ReportForm.of(out.getFileName().toString())
          : ReportForm.named(format);
    } catch (IllegalArgumentException nonsense) {
      throw CommandLines.refusal(spec, String.valueOf(nonsense.getMessage()));
    }
  }

  private static String usualLanguage() {
    return Locale.getDefault().getLanguage().equals("de") ? "de" : "en";
  }

  private ReportSeal seal(Letterhead letterhead) {
    if (seal == null) {
      return ReportSeal.ofFolder(data.folder(), letterhead.facilityName(), clock);
    }
    String password = System.getenv(SEAL_PASSWORD);
    CommandLines.require(
        password != null, spec, "--seal needs its password in the variable " + SEAL_PASSWORD + ".");
    return ReportSeal.ofFile(seal, String.valueOf(password).toCharArray());
  }
}
