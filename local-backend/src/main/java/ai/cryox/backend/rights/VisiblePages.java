package ai.cryox.backend.rights;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Pages without what somebody may not see. A page may be shorter than asked for, but none but the
/// last is empty.
final class VisiblePages {
  private VisiblePages() {}

  static <T> Page<T> of(
      PageRequest first, Function<PageRequest, Page<T>> read, Predicate<T> isVisible) {
    PageRequest next = first;
    while (true) {
      Page<T> page = read.apply(next);
      List<T> visible = page.items().stream().filter(isVisible).toList();
      String token = page.continuationToken();
      if (!visible.isEmpty() || token == null) {
        return new Page<>(visible, token);
      }
      next = new PageRequest(first.size(), token);
    }
  }
}
