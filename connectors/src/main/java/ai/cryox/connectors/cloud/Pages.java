package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages of a long answer, one after the other. A server may forget its continuation tokens; then
/// we begin again at the last item that we have, and leave out what we have already. For that our
/// own tokens carry the server's, and the last item's time and id.
///
/// @param <T> an item
final class Pages<T> {
  private final Function<T, Instant> time;
  private final Function<T, String> id;
  private final boolean newestFirst;

  /// @param time by which the items are sorted
  /// @param id tells items of one time apart
  Pages(Function<T, Instant> time, Function<T, String> id, boolean newestFirst) {
    this.time = time;
    this.id = id;
    this.newestFirst = newestFirst;
  }

  /// Asks the server for a page.
  interface Fetch<T> {
    /// @param token the server's, or `null` for the first page
    /// @param from to begin with items of this time, both ends included, or `null` at the beginning
    Page<T> fetch(@Nullable String token, @Nullable Instant from, int size);
  }

  /// @param at time of the last item we have, or `null` before the first
  /// @param ids of the items of that time that we have
  private record Place(@Nullable String token, @Nullable Instant at, Set<String> ids) {
    static final Place START = new Place(null, null, Set.of());
  }

  /// One page, never empty if there is another after it.
  ///
  /// @param query what is asked for, in words that differ for another query
  /// @throws BadTokenException if the token belongs to another query, or is none of ours
  Page<T> next(String query, PageRequest wanted, Fetch<T> fetch) {
    String ours = wanted.continuationToken();
    Place place = ours == null ? Place.START : decoded(query, ours);
    Page<T> page = fetched(place, wanted.size(), fetch);
    while (page.items().isEmpty() && page.continuationToken() != null) {
      place = new Place(page.continuationToken(), place.at(), place.ids());
      page = fetched(place, wanted.size(), fetch);
    }
    String token = page.continuationToken();
    return new Page<>(
        page.items(), token == null ? null : encoded(query, after(place, page.items(), token)));
  }

  private Page<T> fetched(Place place, int size, Fetch<T> fetch) {
    if (place.token() == null) {
      return fetch.fetch(null, null, size);
    }
    try {
      return fetch.fetch(place.token(), null, size);
    } catch (CallException refused) {
      boolean forgotten =
          refused.kind() == Kind.REFUSED && (refused.status() == 400 || refused.status() == 410);
      if (!forgotten) {
        throw refused;
      }
      return again(place, size, fetch);
    }
  }

  private Page<T> again(Place place, int size, Fetch<T> fetch) {
    Page<T> page = fetch.fetch(null, place.at(), size);
    List<T> fresh =
        page.items().stream()
            .filter(item ->
                !time.apply(item).equals(place.at()) || !place.ids().contains(id.apply(item)))
            .toList();
    return new Page<>(fresh, page.continuationToken());
  }

  private Place after(Place before, List<T> items, String token) {
    if (items.isEmpty()) {
      return new Place(token, before.at(), before.ids());
    }
    Instant last = time.apply(items.getLast());
    Set<String> ids = new HashSet<>(last.equals(before.at()) ? before.ids() : Set.of());
    items.stream().filter(item -> time.apply(item).equals(last)).map(id).forEach(ids::add);
    return new Place(token, last, ids);
  }

  /// Those of some items that lie in `from` ≤ time < `until`.
  List<T> within(List<T> items, Instant from, Instant until) {
    return items.stream()
        .filter(item -> !time.apply(item).isBefore(from) && time.apply(item).isBefore(until))
        .toList();
  }

  /// Whether the newest items come first.
  boolean newestFirst() {
    return newestFirst;
  }

  private static String encoded(String query, Place place) {
    Map<String, @Nullable Object> tree =
        Map.of(
            "query",
            query,
            "token",
            String.valueOf(place.token()),
            "at",
            String.valueOf(place.at()),
            "ids",
            new ArrayList<>(place.ids()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JsonTree.write(tree));
  }

  private static Place decoded(String query, String encoded) {
    try {
      Tree tree = Tree.of(JsonTree.object(Base64.getUrlDecoder().decode(encoded)));
      String token = tree.text("token");
      if (token != null && query.equals(tree.text("query"))) {
        return new Place(token, tree.time("at"), new HashSet<>(tree.texts("ids")));
      }
    } catch (IllegalArgumentException none) {
      throw bad(encoded);
    }
    throw bad(encoded);
  }

  private static BadTokenException bad(String encoded) {
    byte[] shown = encoded.getBytes(StandardCharsets.UTF_8);
    return new BadTokenException(
        new String(shown, 0, Math.min(shown.length, 64), StandardCharsets.UTF_8));
  }
}
