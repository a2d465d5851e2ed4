package ai.cryox.backend.archive;

import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.report.Docket;
import ai.cryox.backend.report.OptionalStamps;
import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.report.ReportMaker;
import ai.cryox.backend.report.ReportMaker.Made;
import ai.cryox.backend.report.StampClient;
import ai.cryox.backend.store.SqliteReportStore;
import ai.cryox.backend.store.SqliteScheduleStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Product;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportRequest;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The stored reports of one backend: makes them, one at a time, and keeps them. Any thread.
public final class ReportArchive {
  private static final long PATIENCE_MILLIS = 200;

  private final Path data;
  private final ReportFolder folder;
  private final SqliteReportStore store;
  private final ReportBook book;
  private final FacilityNames names;
  private final ScheduleBook schedules;
  private final Accounts accounts;
  private final LiveFeed live;
  private final @Nullable StampClient stamps;
  private final InstantSource clock;

  /// Memory is for one.
  private final Semaphore press = new Semaphore(1, true);

  /// @param data the data folder
  /// @param accounts ask for passwords again
  /// @param live which facilities and units there are
  /// @param stamps confirms the time of what is made and signed; `null` = nobody does
  public ReportArchive(
      Path data,
      SqliteReportStore store,
      SqliteScheduleStore scheduled,
      Accounts accounts,
      LiveFeed live,
      @Nullable StampClient stamps,
      InstantSource clock) {
    this.data = data;
    this.folder = new ReportFolder(data);
    this.store = store;
    this.book = new ReportBook(store);
    this.names = new FacilityNames(store::facilities);
    this.schedules = new ScheduleBook(scheduled, book);
    this.accounts = accounts;
    this.live = live;
    this.stamps = stamps;
    this.clock = clock;
  }

  /// The reports as one person sees and signs them; whether they may is not asked here.
  ///
  /// @param scheduled what is made by itself, as the same person sees it
  public Reports reports(Attributed person, Schedules scheduled) {
    return new LocalReports(this, scheduled, person);
  }

  /// Tidies up what a stop left half done: those reports are void. Before the first is made.
  public void recover(Attributed owner) {
    names.learn();
    folder.tidy();
    for (StoredReport left : store.unfinished()) {
      owner.submit(batch ->
          giveUp(left.reportId(), "The program was stopped while it was being made.", owner)
              .apply(batch));
    }
  }

  SqliteReportStore store() {
    return store;
  }

  FacilityNames names() {
    return names;
  }

  ScheduleBook schedules() {
    return schedules;
  }

  ReportBook book() {
    return book;
  }

  ReportFolder folder() {
    return folder;
  }

  Accounts accounts() {
    return accounts;
  }

  InstantSource clock() {
    return clock;
  }

  /// What people said of how a facility's reports look, newest first, the last few.
  public List<SavedLetterhead> letterheads(String facilityId) {
    return store.letterheads(facilityId);
  }

  /// How a facility's reports look.
  Letterhead letterhead(String facilityId) {
    List<SavedLetterhead> saved = letterheads(facilityId);
    return saved.isEmpty() ? usual(facilityId) : saved.getFirst().letterhead();
  }

  private static Letterhead usual(String facilityId) {
    String language = Locale.getDefault().getLanguage().equals("de") ? "de" : "en";
    return new Letterhead(facilityId, ZoneId.systemDefault(), language);
  }

  /// Why a report makes no sense, in a sentence; `null` if it does.
  @Nullable String problem(ReportOrder order, Letterhead letterhead) {
    String problem = order.request(letterhead).problem();
    if (problem != null) {
      return problem;
    }
    if (!order.from().isBefore(clock.instant())) {
      return "The period begins at %s, which is still to come.".formatted(order.from());
    }
    return unknown(order.facilityId(), order.deviceId());
  }

  /// Why a facility or a unit cannot be meant, in a sentence; `null` if it can.
  @Nullable String unknown(String facilityId, @Nullable String unit) {
    List<DeviceLive> devices = live.latest().devices();
    if (devices.stream().noneMatch(one -> one.device().facilityId().equals(facilityId))) {
      return "Nothing is known of the facility '%s'. Ids are case-sensitive.".formatted(facilityId);
    }
    return unit == null || live.latest().device(unit).isPresent()
        ? null
        : "There is no unit '%s'. Ids are case-sensitive.".formatted(unit);
  }

  /// The document that goes along with a notification, as it was made.
  ///
  /// @throws IllegalStateException if it cannot be had, with a sentence
  public Optional<Enclosure> enclosure(Notification notification) {
    String hash = notification.facts().get(Enclosure.FACT);
    if (hash == null) {
      return Optional.empty();
    }
    String name = notification.facts().getOrDefault("reportId", hash) + ".pdf";
    Path file = folder.file(hash);
    try {
      if (ReportFolder.sha256(file).equals(hash)) {
        return Optional.of(new Enclosure(name, "application/pdf", Files.readAllBytes(file)));
      }
    } catch (IOException failed) {
      throw new IllegalStateException(
          "The document %s cannot be read: %s.".formatted(name, failed.getMessage()), failed);
    }
    throw new IllegalStateException(
        "The document %s was changed, so it is not sent. Tell quality assurance.".formatted(name));
  }

  ReportSeal seal(Letterhead letterhead) {
    return ReportSeal.ofFolder(data, letterhead.facilityName(), clock);
  }

  /// Makes the document of a report that was begun.
  ///
  /// @return the draft
  /// @throws BackendException if it could not be made; it is void then
  /// @throws CancellationException if whoever watches broke it off; it is void then
  StoredReport make(StoredReport begun, Attributed person, ReportWatch watch) {
    String id = begun.reportId();
    try {
      Letterhead letterhead = letterhead(begun.facilityId());
      return person.change(filed(begun, print(begun, letterhead, watch), person));
    } catch (CancellationException broken) {
      person.change(giveUp(id, "It was broken off.", person));
      throw broken;
    } catch (ReportException | StoreException | IdentityException | IOException failed) {
      String why = String.valueOf(failed.getMessage());
      person.change(giveUp(id, why, person));
      throw new BackendException(why, failed);
    }
  }

  /// What was printed and is not filed yet.
  ///
  /// @param unstamped why its time is not confirmed; empty if it is, or need not be
  record Printed(String hash, Made made, long bytes, String unstamped) {}

  /// Writes the document and keeps it; no commit names it yet.
  ///
  /// @throws CancellationException if whoever watches broke it off
  Printed print(StoredReport begun, Letterhead letterhead, ReportWatch watch) throws IOException {
    Path draft = folder.draft(begun.reportId());
    OptionalStamps asked = stamps();
    enter(watch);
    try {
      goOn(watch);
      ReportRequest request = begun.order().request(letterhead);
      Docket docket =
          new Docket(
              begun.reportId(), begun.version(), begun.corrects(), begun.reason(), begun.note());
      Made made =
          new ReportMaker(data, seal(letterhead), asked, begun.maker().name(), Product.NAME, clock)
              .pdf(request, docket, draft, watch::goesOn);
      long bytes = Files.size(draft);
      return new Printed(folder.keep(draft), made, bytes, missing(asked));
    } finally {
      press.release();
      Files.deleteIfExists(draft);
    }
  }

  /// Who confirms the time of one signature; `null` if nobody does.
  @Nullable OptionalStamps stamps() {
    StampClient client = stamps;
    return client == null ? null : new OptionalStamps(client);
  }

  static String missing(@Nullable OptionalStamps asked) {
    return asked == null ? "" : asked.whyMissing();
  }

  /// For the audit trail.
  static String unstamped(String why) {
    return why.isEmpty() ? "" : " Without a time stamp: " + why;
  }

  private void enter(ReportWatch watch) {
    try {
      while (!press.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        goOn(watch);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The report was broken off.");
    }
  }

  /// Before the first unit is read: whoever watches learns that the report has its number.
  private static void goOn(ReportWatch watch) {
    if (!watch.goesOn(0, 0)) {
      throw new CancellationException("The report was broken off.");
    }
  }

  /// Files what was printed as a draft.
  Change filed(StoredReport begun, Printed printed, Attributed person) {
    return batch -> {
      StoredReport draft =
          book.put(
              book.require(begun.reportId(), batch)
                  .made(
                      printed.hash(),
                      printed.made().sha256(),
                      printed.bytes(),
                      printed.made().pages()),
              batch);
      batch.audit.add(
          person
              .done(
                  batch,
                  draft.corrects() == null ? "report.make" : "report.correct",
                  draft.order().deviceId(),
                  "Report %s, %d pages, data SHA-256 %s.%s"
                      .formatted(
                          draft.reportId(),
                          draft.pages(),
                          draft.data(),
                          unstamped(printed.unstamped())))
              .about(draft.reportId())
              .changing(draft.corrects(), draft.document())
              .because(draft.reason()));
      return draft;
    };
  }

  /// The number is void and says why.
  Change giveUp(String reportId, String why, Attributed person) {
    return batch -> {
      StoredReport left = book.put(book.require(reportId, batch).voided(why), batch);
      AuditEntry line =
          person.done(batch, "report.void", left.order().deviceId(), why).about(reportId);
      batch.audit.add(line);
      return left;
    };
  }

  /// A change of one report on the pipeline's thread.
  interface Change extends Function<Batch, StoredReport> {}
}
