package ai.cryox.backend.api;

import org.jspecify.annotations.Nullable;

/// The API cannot listen where it was told to. The message says what, where and what to do, for
/// people.
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
