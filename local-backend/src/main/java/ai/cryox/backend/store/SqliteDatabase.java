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
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The one SQLite file. Write-ahead log, synchronised at every commit (FULL): what is committed
/// survives the loss of power. One writer, which belongs to the pipeline's thread; readers open as
/// they come, from any thread, and never block it.
public final class SqliteDatabase implements AutoCloseable {
  private final Path file;
  private final Jdbi readers;
  private final Handle writer;

  private SqliteDatabase(Path file, Jdbi readers, Handle writer) {
    this.file = file;
    this.readers = readers;
    this.writer = writer;
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
      Connection connection = forWriting.getConnection();
      connection.setAutoCommit(false);
      return new SqliteDatabase(
          file, Jdbi.create(dataSource(file, true)), Jdbi.create(connection).open());
    } catch (FlywayException | SQLException failed) {
      throw new StoreException(
          "The data file %s cannot be opened: %s. If the disk is sound, restore the file from a backup."
              .formatted(file, failed.getMessage()),
          failed);
    }
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
    writer.close();
  }
}
