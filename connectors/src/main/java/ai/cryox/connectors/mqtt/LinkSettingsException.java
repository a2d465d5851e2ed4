package ai.cryox.connectors.mqtt;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What was given for a link cannot be used: a file that is missing, or holds something else.
public final class LinkSettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param message what, where, and what to do
  public LinkSettingsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
