package ai.cryox.backend.control;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Change;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The call `audit/page`: lines of the audit trail, newest first, and last a row with nothing but
/// the {@link #TOKEN} for the next page, if there is one.
///
/// @param session of whoever calls
public record AuditControl(Session session) implements Control {
  /// What a line has, in the order of a table.
  public static final List<String> COLUMNS =
      List.of(
          "at",
          "who",
          "userId",
          "what",
          "deviceId",
          "subject",
          "address",
          "outcome",
          "occurrences",
          "detail",
          "before",
          "after",
          "why");

  /// Asks for the next page, and is in the last row of a page that has one.
  public static final String TOKEN = "continuationToken";

  private static final int PAGE = 1_000;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    if (!call.equals("audit/page")) {
      throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    }
    AuditQuery query =
        new AuditQuery(
            time(with, "from", Instant.EPOCH),
            time(with, "until", END),
            with.get("who"),
            with.get("what"),
            with.get("deviceId"),
            with.get("subject"));
    Page<AuditEntry> page;
    try {
      page = session.audit(query, new PageRequest(PAGE, with.get(TOKEN)));
    } catch (BadTokenException foreign) {
      throw new IllegalArgumentException("The token belongs to another query.", foreign);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    page.items().forEach(entry -> rows.add(row(entry)));
    String token = page.continuationToken();
    if (token != null) {
      rows.add(Map.of(TOKEN, token));
    }
    return rows;
  }

  private static Instant time(Map<String, String> with, String name, Instant usual) {
    String text = with.get(name);
    if (text == null) {
      return usual;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("%s is no time: '%s'.".formatted(name, text), none);
    }
  }

  private static Map<String, String> row(AuditEntry entry) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("at", entry.at().toString());
    row.put("who", entry.who());
    put(row, "userId", entry.userId());
    row.put("what", entry.what());
    put(row, "deviceId", entry.deviceId());
    put(row, "subject", entry.subject());
    put(row, "address", entry.address());
    row.put("outcome", entry.outcome().name());
    row.put("occurrences", Integer.toString(entry.occurrences()));
    row.put("detail", entry.detail());
    Change change = entry.change();
    if (change != null) {
      put(row, "before", change.before());
      put(row, "after", change.after());
    }
    row.put("why", entry.why());
    return row;
  }

  private static void put(Map<String, String> row, String name, @Nullable String value) {
    if (value != null) {
      row.put(name, value);
    }
  }
}
