package ai.cryox.backend.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The one SQLite file. Write-ahead log, synchronised at every commit (FULL): what is committed
/// survives the loss of power. One writer, which belongs to the pipeline's thread; readers come
/// from any thread and never block it. The write-ahead log is worked off by a thread of its own.
public final class SqliteDatabase implements Snapshots, AutoCloseable {
  /// The file's name in the data folder.
  static final String FILE = "cryox.db";

  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
  private static final int MOST_IDLE_READERS = 4;

  /// Takes part in each of the writer's transactions. Called on the writer's thread.
  interface Participant {
    /// Writes what is still to be written, just before the commit.
    void write() throws SQLException;

    /// The transaction is durable.
    void committed();

    /// The transaction never happened.
    void rolledBack();
  }

  private final Path file;
  private final SQLiteDataSource forWriting;
  private final SQLiteDataSource forReading;
  private final List<Participant> participants = new ArrayList<>();
  private final Deque<Handle> idleReaders = new ArrayDeque<>();
  private final Checkpointer checkpointer;
  private Handle writer;
  private long writerNumber;
  private boolean closed;

  private SqliteDatabase(Path file) throws SQLException {
    this.file = file;
    this.forWriting = dataSource(file, false);
    this.forReading = dataSource(file, true);
    this.writer = openWriter(forWriting);
    this.checkpointer = new Checkpointer(file, dataSource(file, false));
  }

  /// Loads the driver with its native library, and asks it a question; any thread.
  ///
  /// @throws JdbiException if there is no such library for this system
  public static void prepare() {
    try (Handle nowhere = Jdbi.create("jdbc:sqlite::memory:").open()) {
      nowhere.createQuery("SELECT :one").bind("one", 1L).mapTo(Long.class).one();
    }
  }

  /// Opens the file and brings its tables up to date.
  ///
  /// @throws StoreException if the file cannot be opened, is no database of ours, or is newer than
  ///   us
  public static SqliteDatabase open(DataDirectory directory) {
    Path file = directory.path().resolve(FILE);
    try {
      bringUpToDate(file);
      return new SqliteDatabase(file);
    } catch (FlywayException | SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be opened: %s. If the disk is sound, restore the file from a backup."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  /// The size of its pages, and that a file gives space back, must be said before anything is
  /// written to it.
  private static void bringUpToDate(Path file) throws SQLException {
    if (!Files.exists(file)) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA page_size = 8192");
        statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
        statement.execute("VACUUM");
      }
    }
    Migrations.apply(dataSource(file, false));
  }

  private static Handle openWriter(SQLiteDataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 0");
    }
    connection.setAutoCommit(false);
    return Jdbi.create(connection).open();
  }

  static SQLiteDataSource dataSource(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    config.setCacheSize(-8_192);
    config.setReadOnly(readOnly);
    // Else every INSERT is followed by a query for its key, left open until the next one.
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// Takes part in every commit from now on.
  void join(Participant participant) {
    participants.add(participant);
  }

  /// The writer. Only for the pipeline's thread (or before it starts).
  Handle writer() {
    return writer;
  }

  /// Rises whenever the writer's connection is another one: its statements are gone then.
  long writerNumber() {
    return writerNumber;
  }

  /// Writes the file anew without its free pages, and so that they can be given back bit by bit
  /// from then on. No transaction may be open, and nobody may read.
  void rewrite() throws SQLException {
    Connection connection = writer.getConnection();
    connection.setAutoCommit(true);
    try (Statement pragma = connection.createStatement()) {
      pragma.executeUpdate("PRAGMA auto_vacuum = INCREMENTAL");
      pragma.executeUpdate("VACUUM");
    } finally {
      connection.setAutoCommit(false);
    }
  }

  /// Commits the writer's open transaction.
  ///
  /// @throws StoreException if that failed: the writer must be abandoned
  void commit() {
    try {
      for (Participant participant : participants) {
        participant.write();
      }
      writer.commit();
    } catch (SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be written: %s.".formatted(file, failed.getMessage()), failed);
    }
    participants.forEach(Participant::committed);
    checkpointer.committed();
  }

  /// Gives up the writer's transaction and its connection. After a full disk SQLite has ended the
  /// transaction by itself, and on the old connection the next statements would each be committed
  /// alone.
  void abandonWriter() {
    participants.forEach(Participant::rolledBack);
    try {
      // The connection is ours, not the handle's: closing it ends an open transaction.
      writer.getConnection().close();
    } catch (SQLException alreadyBroken) {
      LOG.debug("The broken connection could not be closed in order.", alreadyBroken);
    }
  }

  /// Opens another writer after {@link #abandonWriter}.
  ///
  /// @throws StoreException if the file cannot be opened now; may be tried again
  void renewWriter() {
    try {
      writer = openWriter(forWriting);
      writerNumber++;
    } catch (SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be opened: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// Asks what is committed, all of it as of one moment; any thread. Must not take long: while it
  /// lasts the write-ahead log grows.
  ///
  /// @throws StoreException if the file cannot be read
  @Override
  public <T> T read(Function<Handle, T> question) {
    try {
      Handle handle = reader();
      T answer;
      try {
        handle.begin();
        answer = question.apply(handle);
        handle.commit();
      } catch (RuntimeException failed) {
        // Closing ends the transaction; to be told of that would hide what failed.
        handle.getConfig(Handles.class).setForceEndTransactions(false);
        handle.close();
        throw failed;
      }
      giveBack(handle);
      return answer;
    } catch (JdbiException failed) {
      throw new StoreException(
          "The data file %s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// Bytes of the file that hold something; the rest waits to be used again.
  ///
  /// @throws StoreException if the file cannot be read
  public long liveBytes() {
    return read(handle ->
        pragma(handle, "page_size")
            * (pragma(handle, "page_count") - pragma(handle, "freelist_count")));
  }

  static long pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(Long.class).one();
  }

  private Handle reader() {
    synchronized (idleReaders) {
      if (!idleReaders.isEmpty()) {
        return idleReaders.pop();
      }
    }
    return Jdbi.create(forReading).open();
  }

  private void giveBack(Handle handle) {
    synchronized (idleReaders) {
      if (!closed && idleReaders.size() < MOST_IDLE_READERS) {
        idleReaders.push(handle);
        return;
      }
    }
    handle.close();
  }

  @Override
  public void close() {
    synchronized (idleReaders) {
      closed = true;
      idleReaders.forEach(Handle::close);
      idleReaders.clear();
    }
    checkpointer.close();
    abandonWriter();
  }
}
