package ai.cryox.core.audit;

import java.util.List;

/// The audit trail on disk. Port. It can be added to and read, nothing else.
public interface AuditStore {
  /// Adds lines. Belongs to the writer's open transaction.
  void append(List<AuditEntry> entries);

  /// The newest lines, newest first; any thread.
  List<AuditEntry> newest(int most);
}
