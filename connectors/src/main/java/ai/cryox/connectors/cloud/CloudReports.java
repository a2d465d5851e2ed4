package ai.cryox.connectors.cloud;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The kept reports of a server.
final class CloudReports implements Reports {
  private static final TreeReader READER = TreeReader.lenient();

  private final CloudHttp http;
  private final CloudMaking making;
  private final CloudDocument documents;
  private final @Nullable Schedules schedules;
  private final CloudNames names;

  /// @param makesByItself whether the server makes reports by itself
  CloudReports(CloudHttp http, boolean makesByItself, InstantSource clock) {
    this.http = http;
    this.making = new CloudMaking(http);
    this.documents = new CloudDocument(http);
    this.schedules = makesByItself ? new CloudSchedules(http) : null;
    this.names = new CloudNames(this::facilities, clock);
  }

  @Override
  public Page<StoredReport> list(ReportQuery query, PageRequest page) {
    HttpUrl.Builder url = http.url("reports");
    ReportState state = query.state();
    with(url, "facilityId", query.facilityId());
    with(url, "state", state == null ? null : state.wireName());
    with(url, "kind", query.kind() == null ? null : query.kind().wireName());
    with(url, "deviceId", query.deviceId());
    with(url, "scheduleId", query.scheduleId());
    with(url, "pageSize", Integer.toString(page.size()));
    with(url, "continuationToken", page.continuationToken());
    Tree body = Asking.ask(Action.WATCH, () -> listed(url.build(), page));
    return new Page<>(
        READER.list(StoredReport.class, body.values("items")), body.text("continuationToken"));
  }

  private Tree listed(HttpUrl url, PageRequest page) {
    String token = page.continuationToken();
    try {
      return http.past(url).tree();
    } catch (CallException refused) {
      if (refused.kind() == CallException.Kind.REFUSED && token != null) {
        throw new BadTokenException(token);
      }
      throw refused;
    }
  }

  private static void with(HttpUrl.Builder url, String name, @Nullable String value) {
    if (value != null) {
      url.addQueryParameter(name, value);
    }
  }

  private static StoredReport report(Tree tree) {
    return READER.read(StoredReport.class, tree.members());
  }

  @Override
  public StoredReport get(String reportId) {
    return report(
        Asking.ask(
            Action.WATCH,
            () -> known(() -> http.past(http.url("reports", reportId).build()).tree())));
  }

  /// That there is no such report is the caller's mistake, not the server's.
  static <T> T known(Supplier<T> call) {
    try {
      return call.get();
    } catch (CallException failed) {
      if (failed.kind() == CallException.Kind.NOT_THERE) {
        throw new IllegalArgumentException(failed.sentence(), failed);
      }
      throw failed;
    }
  }

  @Override
  public StoredReport make(ReportOrder order, ReportWatch watch) {
    return get(making.make(http.url("reports").build(), TreeWriter.write(order), watch));
  }

  @Override
  public StoredReport correct(String reportId, String reason, ReportWatch watch) {
    HttpUrl url = http.url("reports", reportId, "corrections").build();
    return get(making.make(url, Map.of("reason", reason), watch));
  }

  @Override
  public StoredReport sign(String reportId, ReportStep step, char[] password, String comment) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("step", step.wireName());
    body.put("password", new String(password));
    body.put("comment", comment);
    Arrays.fill(password, '\0');
    HttpUrl url = http.url("reports", reportId, "signatures").build();
    return report(
        Asking.act(Action.REVIEW_REPORT, () -> known(() -> http.send("POST", url, body).tree())));
  }

  @Override
  public void export(String reportId, ReportForm form, Consumer<byte[]> into) {
    documents.export(get(reportId), form, into);
  }

  @Override
  public Optional<Schedules> schedules() {
    return Optional.ofNullable(schedules);
  }

  @Override
  public List<NamedFacility> facilities() {
    Tree all =
        Asking.ask(
            Action.WATCH, () -> http.get(Lane.HISTORY, http.url("facilities").build()).tree());
    return all.trees("items").stream()
        .filter(one -> one.has("name") && one.has("zone"))
        .map(one -> READER.read(NamedFacility.class, one.members()))
        .toList();
  }

  @Override
  public @Nullable String nameOf(String facilityId) {
    return names.of(facilityId);
  }

  /// Asks what the facilities are called. Blocks; never fails.
  void learnNames() {
    names.learn();
  }

  private HttpUrl letterheadOf(String facilityId) {
    return http.url("facilities", facilityId, "letterhead").build();
  }

  @Override
  public Letterhead letterhead(String facilityId) {
    Tree tree =
        Asking.ask(Action.WATCH, () -> http.get(Lane.HISTORY, letterheadOf(facilityId)).tree());
    return READER.read(Letterhead.class, tree.members());
  }

  @Override
  public Letterhead saveLetterhead(String facilityId, Letterhead letterhead) {
    Tree saved =
        Asking.act(
            Action.SET_UP_REPORTS,
            () -> http.send("PUT", letterheadOf(facilityId), TreeWriter.write(letterhead)).tree());
    Letterhead kept = READER.read(Letterhead.class, saved.members());
    names.rename(new NamedFacility(facilityId, kept.facilityName(), kept.zone()));
    return kept;
  }
}
