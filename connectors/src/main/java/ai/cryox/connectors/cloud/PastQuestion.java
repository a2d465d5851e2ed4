package ai.cryox.connectors.cloud;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What an address asks of the past: the same thing may be asked for another period.
///
/// @param words everything but the period
/// @param from where the period begins; the epoch if it has no beginning
record PastQuestion(String words, Instant from, Instant until) {
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Set<String> PERIOD = Set.of("startTime", "endTime", "pageSize");

  static PastQuestion of(HttpUrl url) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < url.querySize(); i++) {
      if (!PERIOD.contains(url.queryParameterName(i))) {
        words.add(url.queryParameterName(i) + "=" + url.queryParameterValue(i));
      }
    }
    Collections.sort(words);
    return new PastQuestion(
        url.encodedPath() + words,
        time(url.queryParameter("startTime"), Instant.EPOCH),
        time(url.queryParameter("endTime"), END));
  }

  private static Instant time(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeException none) {
      return otherwise;
    }
  }

  /// How much of this question's period another one's answer covers; zero if it asks for something
  /// else.
  Duration coveredBy(PastQuestion other) {
    Instant begin = from.isAfter(other.from) ? from : other.from;
    Instant end = until.isBefore(other.until) ? until : other.until;
    return words.equals(other.words) && begin.isBefore(end)
        ? Duration.between(begin, end)
        : Duration.ZERO;
  }
}
