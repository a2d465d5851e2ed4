package ai.cryox.backend.store;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the last item's time and id, bound to the query it belongs to.
///
/// @param time epoch milliseconds
/// @param id of the last item
record PageToken(long time, String id) {
  /// Reads a token.
  ///
  /// @param query what it must have been made for
  /// @return `null` for `null`: the first page
  /// @throws BadTokenException if it is none, or was made for something else
  static @Nullable PageToken parse(@Nullable String token, String query) {
    if (token == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String[] part = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
      if (part.length == 3 && part[0].equals(mark(query))) {
        return new PageToken(Long.parseLong(part[1]), part[2]);
      }
    } catch (IllegalArgumentException garbled) {
      throw new BadTokenException(token);
    }
    throw new BadTokenException(token);
  }

  /// Cuts what was found to one page.
  ///
  /// @param found up to one item more than the page holds: then there is a next one
  static <T> Page<T> page(
      List<T> found, int size, String query, ToLongFunction<T> time, Function<T, String> id) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, size);
    T last = items.getLast();
    String text = mark(query) + "\n" + time.applyAsLong(last) + "\n" + id.apply(last);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static String mark(String query) {
    CRC32C sum = new CRC32C();
    sum.update(query.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
