package ai.cryox.core.backend;

import java.util.List;
import java.util.Map;

/// What the person who owns the data folder may have done to a backend, running or not: the port of
/// the command line. Calls and answers are named texts, so that a new one needs no new wire. Any
/// thread; may block on the disk.
public interface Control {
  /// Does it; durable when it returns.
  ///
  /// @param call such as `device/add`
  /// @param with its parameters by name
  /// @return rows of named texts
  /// @throws IllegalArgumentException if the call makes no sense, with a sentence; nothing was done
  /// @throws BackendException if the backend cannot do it
  List<Map<String, String>> call(String call, Map<String, String> with);
}
