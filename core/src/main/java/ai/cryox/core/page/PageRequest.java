package ai.cryox.core.page;

import org.jspecify.annotations.Nullable;

/// Which part of a longer answer is wanted.
///
/// @param size items at most, 1 to {@value #LARGEST}
/// @param continuationToken from the page before, or `null` for the first
public record PageRequest(int size, @Nullable String continuationToken) {
  /// The seed's default.
  public static final int DEFAULT_SIZE = 100;

  /// No page is larger.
  public static final int LARGEST = 10_000;

  public PageRequest {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("pageSize must be 1 to " + LARGEST + ", not " + size);
    }
  }

  /// The first page.
  public static PageRequest first(int size) {
    return new PageRequest(size, null);
  }
}
