package ai.cryox.backend;

import java.nio.file.Path;

/// What a local backend needs to know before it starts.
///
/// @param data the folder that holds everything; made if need be
/// @param queueBytes what may wait between the wires and the pipeline, bytes
public record BackendSettings(Path data, long queueBytes) {
  /// Enough for about a second of the fastest wire.
  public static final long DEFAULT_QUEUE_BYTES = 32L * 1024 * 1024;

  /// The usual queue.
  public static BackendSettings at(Path data) {
    return new BackendSettings(data, DEFAULT_QUEUE_BYTES);
  }
}
