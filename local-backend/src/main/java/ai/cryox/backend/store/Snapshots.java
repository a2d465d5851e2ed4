package ai.cryox.backend.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Where committed data are asked, each question as of one moment.
public interface Snapshots {
  /// Answers one question. Must not take long: while it lasts the write-ahead log grows.
  ///
  /// @throws StoreException if the file cannot be read
  <T> T read(Function<Handle, T> question);
}
