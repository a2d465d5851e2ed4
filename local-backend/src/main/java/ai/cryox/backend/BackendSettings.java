package ai.cryox.backend;

import ai.cryox.backend.people.PeopleSettings;
import ai.cryox.backend.report.StampClient;
import ai.cryox.core.ledger.Anchor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a local backend needs to know before it starts.
///
/// @param data the folder that holds everything; made if need be
/// @param queueBytes what may wait between the wires and the pipeline, bytes
/// @param people what is decided of passwords
/// @param ledgerHead the folder apart from the data that keeps the ledger's head; `null` = none
///   does
/// @param anchor confirms the ledger's checkpoints; `null` = nobody does
/// @param stamps confirms when kept reports are made and signed; `null` = nobody does
public record BackendSettings(
    Path data,
    long queueBytes,
    PeopleSettings people,
    @Nullable Path ledgerHead,
    @Nullable Anchor anchor,
    @Nullable StampClient stamps) {
  /// Enough for about a second of the fastest wire.
  public static final long DEFAULT_QUEUE_BYTES = 32L * 1024 * 1024;

  /// The usual decisions of passwords; the ledger's head is kept nowhere else.
  public BackendSettings(Path data, long queueBytes) {
    this(data, queueBytes, PeopleSettings.USUAL, null, null, null);
  }

  /// The usual queue, too.
  public static BackendSettings at(Path data) {
    return new BackendSettings(data, DEFAULT_QUEUE_BYTES);
  }

  /// The same with other decisions of passwords.
  public BackendSettings with(PeopleSettings decided) {
    return new BackendSettings(data, queueBytes, decided, ledgerHead, anchor, stamps);
  }

  /// The same with the ledger's head kept in that folder.
  public BackendSettings withLedgerHead(@Nullable Path folder) {
    return new BackendSettings(data, queueBytes, people, folder, anchor, stamps);
  }

  /// The same with the ledger confirmed by somebody else.
  public BackendSettings withAnchor(@Nullable Anchor other) {
    return new BackendSettings(data, queueBytes, people, ledgerHead, other, stamps);
  }

  /// The same with the time of kept reports confirmed by somebody else.
  public BackendSettings withStamps(@Nullable StampClient other) {
    return new BackendSettings(data, queueBytes, people, ledgerHead, anchor, other);
  }
}
