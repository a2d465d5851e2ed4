package ai.cryox.core.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a longer answer.
///
/// @param items in the order the query asked for, never more than its page size
/// @param continuationToken opaque; hand it back with the same query for the next part; `null` on
///   the last. A page with a token is never empty.
public record Page<T>(List<T> items, @Nullable String continuationToken) {
  public Page {
    items = List.copyOf(items);
  }
}
