package ai.cryox.backend.api;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Which part of which period a request asks for: `startTime` ≤ time < `endTime`. Without `endTime`
/// it ends now, without `startTime` it began 24 hours before its end.
///
/// @param from included
/// @param until not included
/// @param page which part
record PagedPeriod(Instant from, Instant until, PageRequest page) {
  private static final Duration DEFAULT_LENGTH = Duration.ofHours(24);

  /// Reads `startTime`, `endTime`, `pageSize` and `continuationToken`.
  static PagedPeriod of(QueryParameters query, Instant now) {
    Instant from = query.time("startTime");
    Instant until = query.time("endTime");
    int size = query.pageSize();
    String token = query.text("continuationToken");
    return token == null ? first(from, until, size, now) : next(from, until, size, token);
  }

  private static PagedPeriod first(
      @Nullable Instant startTime, @Nullable Instant endTime, int size, Instant now) {
    Instant until = endTime == null ? now : endTime;
    Instant from = startTime == null ? until.minus(DEFAULT_LENGTH) : startTime;
    if (from.isAfter(until)) {
      throw ProblemException.badRequest(
          "startTime (%s) must not be after endTime (%s).".formatted(from, until));
    }
    return new PagedPeriod(from, until, PageRequest.first(size));
  }

  private static PagedPeriod next(
      @Nullable Instant startTime, @Nullable Instant endTime, int size, String encoded) {
    PageToken token = PageToken.decoded(encoded);
    boolean sameStart = startTime == null || startTime.equals(token.from());
    boolean sameEnd = endTime == null || endTime.equals(token.until());
    if (!sameStart || !sameEnd) {
      throw new BadTokenException(encoded);
    }
    return new PagedPeriod(token.from(), token.until(), new PageRequest(size, token.token()));
  }

  /// Answers with a page of this period, and with the token for the next one.
  ///
  /// @param item writes one of what is on the page
  <T> void answer(Context ctx, Page<T> answered, BiConsumer<JsonGenerator, T> item) {
    EntityTags.answerPast(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          answered.items().forEach(one -> item.accept(json, one));
          json.writeEndArray();
          Json.text(json, "continuationToken", tokenAfter(answered));
        });
  }

  /// The token with which a caller gets the page after this one, or `null` after the last.
  private @Nullable String tokenAfter(Page<?> answered) {
    String token = answered.continuationToken();
    return token == null ? null : new PageToken(from, until, token).encoded();
  }
}
