package ai.cryox.backend.api;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.page.PageRequest;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The query of one request, read strictly: what is wrong is refused and named, what is unknown is
/// let pass (gateways add their own).
final class QueryParameters {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

  private final Context ctx;

  QueryParameters(Context ctx) {
    this.ctx = ctx;
  }

  /// A point in time, rounded up to the whole milliseconds that readings are kept in, so that `≤`
  /// and `<` mean the same as on the unrounded value.
  @Nullable Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
        return Instant.ofEpochMilli(Math.ceilDiv(time.getNano(), 1_000_000))
            .plusSeconds(time.getEpochSecond());
      }
    } catch (DateTimeException e) {
      throw noTime(name, text);
    }
    throw noTime(name, text);
  }

  private static ProblemException noTime(String name, String text) {
    String hint = text.indexOf(' ') > 0 ? " In a query a plus sign must be written as %2B." : "";
    return ProblemException.badRequest(
        "%s must be a time with its offset such as 2024-12-01T14:30:22Z, from 1970 to 9999, not '%s'.%s"
            .formatted(name, text, hint));
  }

  /// How many items a page may have.
  int pageSize() {
    String text = text("pageSize");
    if (text == null) {
      return PageRequest.DEFAULT_SIZE;
    }
    try {
      int size = Integer.parseInt(text);
      if (size >= 1 && size <= PageRequest.LARGEST) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw noPageSize(text);
    }
    throw noPageSize(text);
  }

  /// A window's length, or `null` for single readings.
  @Nullable Duration resolution() {
    String text = text("resolution");
    if (text == null) {
      return null;
    }
    try {
      Duration length = Duration.parse(text);
      if (length.compareTo(SHORTEST_WINDOW) >= 0 && length.compareTo(LONGEST_WINDOW) <= 0) {
        return length;
      }
    } catch (DateTimeException e) {
      throw noResolution(text);
    }
    throw noResolution(text);
  }

  /// A whole number, or the least one if it is left out.
  int wholeNumber(String name, int least, int most) {
    String text = text(name);
    if (text == null) {
      return least;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw noWholeNumber(name, least, most, text);
    }
    throw noWholeNumber(name, least, most, text);
  }

  private static ProblemException noWholeNumber(String name, int least, int most, String text) {
    return ProblemException.badRequest(
        "%s must be a whole number from %d to %d, not '%s'.".formatted(name, least, most, text));
  }

  /// A number of days that must be given.
  int days() {
    String text = text("days");
    try {
      return Integer.parseInt(text == null ? "" : text);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest(
          "days must be a whole number, not '%s'.".formatted(text == null ? "" : text));
    }
  }

  private static ProblemException noResolution(String text) {
    return ProblemException.badRequest(
        "resolution must be a length of time from PT0.001S to P31D such as PT5M, not '%s'."
            .formatted(text));
  }

  private static ProblemException noPageSize(String text) {
    return ProblemException.badRequest(
        "pageSize must be a whole number from 1 to %d, not '%s'."
            .formatted(PageRequest.LARGEST, text));
  }

  /// `Critical`, `Warning`, or nothing for any.
  @Nullable Severity severity() {
    String text = text("severity");
    if (text == null) {
      return null;
    }
    for (Severity severity : Severity.values()) {
      if (severity.wireName().equalsIgnoreCase(text)) {
        return severity;
      }
    }
    throw ProblemException.badRequest(
        "severity must be Critical or Warning, not '%s'.".formatted(text));
  }

  /// A parameter that must be given.
  String required(String name) {
    String text = text(name);
    if (text == null) {
      throw ProblemException.badRequest(name + " must be given.");
    }
    return text;
  }

  /// A parameter as it stands, or `null` if it does not.
  @Nullable String text(String name) {
    List<String> all = ctx.queryParams(name);
    if (all.size() > 1) {
      throw ProblemException.badRequest(name + " must be given once only.");
    }
    return all.isEmpty() ? null : all.getFirst();
  }
}
