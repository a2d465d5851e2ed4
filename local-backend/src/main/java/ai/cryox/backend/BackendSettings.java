package ai.cryox.backend;

import ai.cryox.backend.people.PeopleSettings;
import java.nio.file.Path;

/// What a local backend needs to know before it starts.
///
/// @param data the folder that holds everything; made if need be
/// @param queueBytes what may wait between the wires and the pipeline, bytes
/// @param people what is decided of passwords
public record BackendSettings(Path data, long queueBytes, PeopleSettings people) {
  /// Enough for about a second of the fastest wire.
  public static final long DEFAULT_QUEUE_BYTES = 32L * 1024 * 1024;

  /// The usual queue.
  public static BackendSettings at(Path data) {
    return new BackendSettings(data, DEFAULT_QUEUE_BYTES);
  }

  /// The usual decisions of passwords.
  public BackendSettings(Path data, long queueBytes) {
    this(data, queueBytes, PeopleSettings.USUAL);
  }

  /// The same with other decisions of passwords.
  public BackendSettings with(PeopleSettings decided) {
    return new BackendSettings(data, queueBytes, decided);
  }
}
