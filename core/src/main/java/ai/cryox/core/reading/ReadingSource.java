package ai.cryox.core.reading;

import ai.cryox.core.link.LinkStatus;
import java.util.List;

/// Something that fetches readings and hands them in to a {@link ReadingSink}. Port: implemented by
/// `connectors`. It connects by itself, again and again, and tells its other side that a message is
/// safe only after the commit.
public interface ReadingSource extends AutoCloseable {
  /// Begins to fetch; returns at once, whether the other side can be reached or not. Once only.
  void start();

  /// How its links are now; never blocks; any thread.
  List<LinkStatus> links();

  /// Fetches no more, waits a little for commits under way, and says goodbye. What was not
  /// acknowledged comes again after the next start.
  @Override
  void close();
}
