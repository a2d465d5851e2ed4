package ai.cryox.core.audit;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.List;

/// The audit trail on disk. Port. It can be added to and read, nothing else.
public interface AuditStore {
  /// Adds lines. Belongs to the writer's open transaction.
  void append(List<AuditEntry> entries);

  /// One page of lines, newest first; any thread.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<AuditEntry> read(AuditQuery query, PageRequest page);
}
