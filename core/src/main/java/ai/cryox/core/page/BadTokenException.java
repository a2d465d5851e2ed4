package ai.cryox.core.page;

/// A continuation token that was not made for this query, or not made by us at all. The caller
/// starts again from the first page.
public final class BadTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param token as it came
  public BadTokenException(String token) {
    super("This continuation token does not belong to this query: " + token);
  }
}
