package ai.cryox.backend.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/// Moves what is committed from the write-ahead log into the file, on a thread of its own, so that
/// no commit ever waits for it.
final class Checkpointer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  /// A write-ahead log is worked off from this length on, or when nothing was written for a while.
  private static final long WORTH_IT_BYTES = 1024 * 1024;

  private static final int QUIET_LOOKS = 20;

  /// So long it gets only if a reader holds it up; after that its space is given back.
  private static final long TOO_LONG_BYTES = 256L * 1024 * 1024;

  private final Path log;
  private final SQLiteDataSource source;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("checkpoint").daemon().factory());
  private volatile long commits;
  private long worked;
  private long seen;
  private int quiet;

  Checkpointer(Path file, SQLiteDataSource source) {
    this.log = file.resolveSibling(file.getFileName() + "-wal");
    this.source = source;
    // It must not wait for a reader: it would hold up the writer as long.
    source.setBusyTimeout(0);
    thread.scheduleWithFixedDelay(
        this::look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Called by the writer's thread alone.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void committed() {
    commits++;
  }

  private void look() {
    long now = commits;
    quiet = now == seen ? quiet + 1 : 0;
    seen = now;
    try {
      if (now != worked && (quiet == QUIET_LOOKS || length() > WORTH_IT_BYTES)) {
        checkpoint(length() > TOO_LONG_BYTES ? "TRUNCATE" : "PASSIVE");
        worked = now;
      }
    } catch (SQLException | IOException failed) {
      // A full disk, most often: the writer says so to people, and the next look tries again.
      LOG.debug("The write-ahead log could not be worked off.", failed);
    }
  }

  private long length() throws IOException {
    return Files.exists(log) ? Files.size(log) : 0;
  }

  private void checkpoint(String how) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(" + how + ")")) {
      if (result.next() && result.getInt("log") != result.getInt("checkpointed")) {
        LOG.debug("{} of {} pages moved.", result.getInt("checkpointed"), result.getInt("log"));
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Working off the write-ahead log takes unusually long; the next start goes on.");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
