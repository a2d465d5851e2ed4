package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {
  /// @param second seven items share a second
  private record Item(long second, int id) {
    Instant time() {
      return Instant.ofEpochSecond(second);
    }
  }

  private static final List<Item> ALL =
      IntStream.range(0, 40).mapToObj(i -> new Item(i / 7, i)).toList();

  private final Pages<Item> pages =
      new Pages<>(Item::time, item -> Integer.toString(item.id()), false);
  private int asked;

  /// A server that forgets its tokens at every third question, and likes empty pages.
  private Page<Item> server(@Nullable String token, @Nullable Instant from, int size) {
    asked++;
    if (token != null && asked % 3 == 0) {
      throw new CallException(Kind.REFUSED, "forgotten", 400, Duration.ZERO);
    }
    if (token == null && from == null) {
      return new Page<>(List.of(), "0");
    }
    int start =
        token == null
            ? (int) ALL.stream().filter(item -> item.time().isBefore(from)).count()
            : Integer.parseInt(token);
    int end = Math.min(ALL.size(), start + size);
    return new Page<>(ALL.subList(start, end), end < ALL.size() ? Integer.toString(end) : null);
  }

  @Test
  void whatTheServerForgotIsFetchedWithoutHoleOrDouble() {
    for (int size = 8; size < 12; size++) {
      List<Item> got = new ArrayList<>();
      String token = null;
      do {
        Page<Item> page = pages.next("q", new PageRequest(size, token), this::server);
        got.addAll(page.items());
        token = page.continuationToken();
      } while (token != null);
      assertEquals(ALL, got);
    }
  }

  @Test
  void aTokenOfAnotherQueryOrOfNobodyIsRefused() {
    String token =
        pages
            .next("q", PageRequest.first(3), (t, f, s) -> new Page<>(ALL.subList(0, 3), "3"))
            .continuationToken();
    assertThrows(
        BadTokenException.class,
        () -> pages.next("other", new PageRequest(3, token), this::server));
    assertThrows(
        BadTokenException.class, () -> pages.next("q", new PageRequest(3, "x"), this::server));
  }
}
