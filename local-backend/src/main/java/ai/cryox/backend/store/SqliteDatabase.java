package ai.cryox.backend.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The one SQLite file. Write-ahead log, synchronised at every commit (FULL): what is committed
/// survives the loss of power. One writer, which belongs to the pipeline's thread; readers open as
/// they come, from any thread, and never block it.
public final class SqliteDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

  private final Path file;
  private final Jdbi readers;
  private final SQLiteDataSource forWriting;
  private Handle writer;

  private SqliteDatabase(Path file, SQLiteDataSource forWriting) throws SQLException {
    this.file = file;
    this.readers = Jdbi.create(dataSource(file, true));
    this.forWriting = forWriting;
    this.writer = openWriter(forWriting);
  }

  /// Opens the file and brings its tables up to date.
  ///
  /// @throws StoreException if the file cannot be opened, is no database of ours, or is newer than
  ///   us
  public static SqliteDatabase open(DataDirectory directory) {
    Path file = directory.path().resolve("cryox.db");
    try {
      SQLiteDataSource forWriting = dataSource(file, false);
      migrate(forWriting);
      return new SqliteDatabase(file, forWriting);
    } catch (FlywayException | SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be opened: %s. If the disk is sound, restore the file from a backup."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static Handle openWriter(SQLiteDataSource source) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    return Jdbi.create(connection).open();
  }

  private static SQLiteDataSource dataSource(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(8192);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    config.setCacheSize(-8_192);
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void migrate(SQLiteDataSource source) {
    Flyway.configure(SqliteDatabase.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:ai/cryox/backend/store/migration")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /// The writer. Only for the pipeline's thread (or before it starts).
  Handle writer() {
    return writer;
  }

  /// Gives up the writer's transaction and its connection. After a full disk SQLite has ended the
  /// transaction by itself, and on the old connection the next statements would each be committed
  /// alone.
  void abandonWriter() {
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
    } catch (SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be opened: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// Asks what is committed; any thread.
  ///
  /// @throws StoreException if the file cannot be read
  <T> T read(Function<Handle, T> question) {
    try (Handle handle = readers.open()) {
      return question.apply(handle);
    } catch (JdbiException failed) {
      throw new StoreException(
          "The data file %s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  @Override
  public void close() {
    abandonWriter();
  }
}
