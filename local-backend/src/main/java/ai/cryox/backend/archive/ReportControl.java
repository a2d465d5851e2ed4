package ai.cryox.backend.archive;

import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.people.SessionSource;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.StoredReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The calls `report/…`: texts in, texts out. The owner of the data folder makes and lists reports;
/// to sign one takes an account, its password, and what its roles allow.
///
/// @param owner the session of whoever owns the data folder
/// @param sessions opens a session of somebody who signed in
/// @param letterheads those of a facility that were saved
public record ReportControl(
    Session owner,
    Accounts accounts,
    SessionSource sessions,
    Function<String, List<SavedLetterhead>> letterheads)
    implements Control {
  private static final int MOST = 1_000;

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    if (call.startsWith("report/schedule-")) {
      return new ScheduleControl(owner.reports().schedules().orElseThrow()).call(call, with);
    }
    return switch (call) {
      case "report/list" -> list(with);
      case "report/show" -> show(owner.reports().get(text(with, "reportId")));
      case "report/make" -> List.of(row(owner.reports().make(order(with), ReportWatch.NOBODY)));
      case "report/correct" ->
          List.of(
              row(
                  owner
                      .reports()
                      .correct(text(with, "reportId"), text(with, "why"), ReportWatch.NOBODY)));
      case "report/sign" -> show(sign(with));
      case "report/export" -> List.of(export(with));
      case "report/letterhead" ->
          new LetterheadControl(owner.reports(), letterheads).show(text(with, "facilityId"));
      case "report/saveLetterhead" ->
          new LetterheadControl(owner.reports(), letterheads).save(text(with, "facilityId"), with);
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private List<Map<String, String>> list(Map<String, String> with) {
    String state = with.get("state");
    String kind = with.get("kind");
    ReportQuery query =
        new ReportQuery(
            with.get("facilityId"),
            state == null ? null : ReportState.named(state),
            kind == null ? null : ReportKind.named(kind),
            with.get("deviceId"));
    return owner.reports().list(query, PageRequest.first(MOST)).items().stream()
        .map(ReportControl::row)
        .toList();
  }

  private static ReportOrder order(Map<String, String> with) {
    return new ReportOrder(
        ReportKind.named(text(with, "kind")),
        text(with, "facilityId"),
        with.get("deviceId"),
        Instant.parse(text(with, "from")),
        Instant.parse(text(with, "until")));
  }

  private StoredReport sign(Map<String, String> with) {
    String name = text(with, "signInName");
    String password = text(with, "password");
    try (Session theirs =
        accounts.signIn(new SignIn.Password(name, password.toCharArray()), sessions)) {
      return theirs
          .reports()
          .sign(
              text(with, "reportId"),
              ReportStep.named(text(with, "step")),
              password.toCharArray(),
              with.getOrDefault("comment", ""));
    } catch (SignInRefusedException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  private Map<String, String> export(Map<String, String> with) {
    StoredReport report = owner.reports().get(text(with, "reportId"));
    ReportFile.write(
        owner.reports(),
        report.reportId(),
        ReportForm.named(text(with, "form")),
        Path.of(text(with, "out")));
    return row(report);
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.getOrDefault(name, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  private static Map<String, String> row(StoredReport report) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("reportId", report.reportId());
    row.put("kind", report.order().kind().wireName());
    row.put("facilityId", report.facilityId());
    put(row, "deviceId", report.order().deviceId());
    row.put("from", report.order().from().toString());
    row.put("until", report.order().until().toString());
    row.put("state", report.state().wireName());
    row.put("madeBy", report.maker().name());
    row.put("madeAt", report.begunAt().toString());
    row.put("document", report.document());
    row.put("data", report.data());
    row.put("pages", Integer.toString(report.pages()));
    put(row, "corrects", report.corrects());
    row.put("reason", report.reason());
    row.put("note", report.note());
    return row;
  }

  private static void put(Map<String, String> row, String name, @Nullable String value) {
    if (value != null) {
      row.put(name, value);
    }
  }

  /// The report, then each of its signatures.
  private static List<Map<String, String>> show(StoredReport report) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(row(report));
    for (ReportSignature signature : report.signatures()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("step", signature.step().wireName());
      row.put("name", signature.name());
      row.put("userId", signature.userId());
      row.put("at", signature.at().toString());
      row.put("comment", signature.comment());
      row.put("signed", signature.signed());
      row.put("hash", signature.hash());
      rows.add(row);
    }
    return rows;
  }
}
