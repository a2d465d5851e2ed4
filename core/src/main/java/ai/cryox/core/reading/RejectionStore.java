package ai.cryox.core.reading;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.List;
import java.util.Map;

/// The rejected lane. Port. {@link #append} belongs to the writer's open transaction, the others
/// may be called from any thread.
public interface RejectionStore {
  /// Adds to the lane as part of the writer's open transaction.
  void append(List<Rejection> rejections);

  /// One page, newest first.
  Page<Rejection> read(PageRequest page);

  /// How many there are of each reason.
  Map<Fault.Reason, Long> counts();
}
