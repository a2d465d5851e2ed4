package ai.cryox.backend.archive;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.report.Countersigner;
import ai.cryox.backend.report.OptionalStamps;
import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.report.SignatureBox;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.report.StoredReport.Maker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The stored reports as one person sees, makes and signs them. Each change leaves a line in the
/// audit trail, and so in the ledger.
///
/// @param archive does the work
/// @param scheduled what is made by itself, as the same person sees it
record LocalReports(ReportArchive archive, Schedules scheduled, Attributed person)
    implements Reports {
  private static final int LONGEST_COMMENT = 1_000;

  @Override
  public Page<StoredReport> list(ReportQuery query, PageRequest page) {
    return ask(() -> archive.store().read(query, page));
  }

  @Override
  public StoredReport get(String reportId) {
    return ask(() -> archive.store().find(reportId))
        .orElseThrow(() -> ReportBook.unknown(reportId));
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }

  private Maker maker() {
    SignedIn who = person.who();
    return new Maker(who.userId(), who.name());
  }

  @Override
  public StoredReport make(ReportOrder order, ReportWatch watch) {
    Letterhead letterhead = letterhead(order.facilityId());
    refuse(archive.problem(order, letterhead));
    Maker maker = maker();
    StoredReport begun =
        person.change(
            batch -> archive.book().begin(order, letterhead.zone(), maker, null, "", batch));
    return archive.make(begun, person, watch);
  }

  @Override
  public StoredReport correct(String reportId, String reason, ReportWatch watch) {
    String why = required(reason, "Say why it is corrected: the reason is printed on it.");
    Maker maker = maker();
    StoredReport begun =
        person.change(batch -> archive.book().beginCorrection(reportId, why, maker, batch));
    return archive.make(begun, person, watch);
  }

  private static String required(String text, String sentence) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(sentence);
    }
    return requireShort(stripped);
  }

  private static String requireShort(String text) {
    if (text.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException(
          "At most %d characters fit here, not %d.".formatted(LONGEST_COMMENT, text.length()));
    }
    return text;
  }

  @Override
  public StoredReport sign(String reportId, ReportStep step, char[] password, String comment) {
    try {
      boolean must = step == ReportStep.REJECT || step == ReportStep.WITHDRAW;
      String said =
          must ? required(comment, "Say why, in a few words.") : requireShort(comment.strip());
      StoredReport seen = get(reportId);
      refuse(seen.problem(step, person.who().userId()));
      confirm(password);
      return sign(seen, step, said);
    } catch (IOException | ReportException failed) {
      throw new BackendException(
          "The signature could not be stored: %s Nothing was signed."
              .formatted(failed.getMessage()),
          failed);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static void refuse(@Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  private void confirm(char[] password) {
    try {
      archive.accounts().confirm(person, password);
    } catch (SignInRefusedException wrong) {
      throw new IllegalArgumentException(wrong.getMessage() + " Nothing was signed.", wrong);
    }
  }

  private StoredReport sign(StoredReport seen, ReportStep step, String comment) throws IOException {
    SignedIn who = person.who();
    Instant at = archive.clock().instant();
    Path document = archive.folder().intact(seen);
    String signed = seen.document();
    long bytes = seen.bytes();
    OptionalStamps stamps = archive.stamps();
    if (step != ReportStep.WITHDRAW) {
      Letterhead letterhead = letterhead(seen.facilityId());
      Path draft = archive.folder().draft(seen.reportId() + "-" + step.wireName());
      try {
        new Countersigner(archive.seal(letterhead), stamps)
            .sign(
                document,
                draft,
                seen.state() == ReportState.DRAFT ? SignatureBox.REVIEW : SignatureBox.APPROVE,
                new Countersigner.Words(step, who.name(), at, comment, signed, letterhead.zone()));
        bytes = Files.size(draft);
        signed = archive.folder().keep(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    String after = signed;
    long size = bytes;
    return person.change(batch -> {
      StoredReport now = archive.book().require(seen.reportId(), batch);
      refuse(now.problem(step, who.userId()));
      if (!now.document().equals(seen.document())) {
        throw new IllegalArgumentException(
            "Somebody else has signed it at this moment. Look again.");
      }
      ReportSignature signature =
          ReportSignature.of(
              seen.reportId(),
              now.signatures().size() + 1,
              step,
              who.userId(),
              who.name(),
              at,
              comment,
              now.document(),
              after,
              now.signatures().isEmpty() ? "" : now.signatures().getLast().hash());
      StoredReport moved = archive.book().put(now.signed(signature, size), batch);
      batch.audit.add(
          person
              .done(
                  batch,
                  "report." + step.wireName(),
                  moved.order().deviceId(),
                  "Signed %s as %s; document SHA-256 %s, then %s.%s"
                      .formatted(
                          moved.reportId(),
                          step.to().wireName(),
                          signature.signed(),
                          signature.document(),
                          ReportArchive.unstamped(ReportArchive.missing(stamps))))
              .about(moved.reportId())
              .changing(now.state().name(), signature.hash())
              .because(comment));
      return moved;
    });
  }

  @Override
  public void export(String reportId, ReportForm form, Consumer<byte[]> into) {
    StoredReport report = get(reportId);
    try {
      Path document = archive.folder().intact(report);
      new ReportExport(document, report, () -> letterhead(report.facilityId())).write(form, into);
    } catch (IOException failed) {
      throw new BackendException(
          "%s cannot be read: %s.".formatted(reportId, failed.getMessage()), failed);
    }
  }

  @Override
  public Optional<Schedules> schedules() {
    return Optional.of(scheduled);
  }

  @Override
  public List<NamedFacility> facilities() {
    return ask(() -> archive.store().facilities());
  }

  @Override
  public @Nullable String nameOf(String facilityId) {
    return archive.names().of(facilityId);
  }

  @Override
  public Letterhead letterhead(String facilityId) {
    return ask(() -> archive.letterhead(facilityId));
  }

  @Override
  public Letterhead saveLetterhead(String facilityId, Letterhead wanted) {
    LetterheadRules.require(facilityId, wanted);
    Letterhead letterhead = LetterheadRules.drawn(wanted);
    Letterhead saved =
        person.change(batch -> {
          batch.reports.letterheads.put(
              facilityId, new SavedLetterhead(0, batch.now(), person.who().name(), letterhead));
          archive.schedules().moveTo(facilityId, letterhead.zone(), batch);
          batch.audit.add(
              person
                  .done(
                      batch,
                      "report.letterhead",
                      null,
                      "%s, %s, %s, %s."
                          .formatted(
                              letterhead.facilityName(),
                              letterhead.zone(),
                              letterhead.language(),
                              letterhead.logo().length == 0 ? "no logo" : "with a logo"))
                  .about(facilityId));
          return letterhead;
        });
    archive.names().learn();
    return saved;
  }
}
