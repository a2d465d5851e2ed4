package ai.cryox.backend.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A data file opened only to look at it, while a backend writes it or alone. Never changes it. One
/// thread.
public final class StoreFile implements Snapshots, AutoCloseable {
  /// Files since then can be read; newer tables beside the series do not matter.
  private static final MigrationVersion FIRST_WITH_CHUNKS = MigrationVersion.fromVersion("2");

  private final Path file;
  private final Handle handle;

  private StoreFile(Path file, Handle handle) {
    this.file = file;
    this.handle = handle;
  }

  /// Opens the file of a data folder, without locking the folder.
  ///
  /// @throws StoreException if there is none, or it is of another version
  public static StoreFile in(Path folder) {
    return at(folder.resolve(SqliteDatabase.FILE));
  }

  /// Opens a file of any name.
  ///
  /// @throws StoreException if there is none, or it is of another version
  public static StoreFile at(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          "There is no data file %s. Say with --data which folder is meant.".formatted(file));
    }
    SQLiteDataSource source = source(file);
    try {
      requireThisVersion(file, source);
      return new StoreFile(file, Jdbi.create(source).open());
    } catch (FlywayException | JdbiException failed) {
      throw unreadable(file, failed);
    }
  }

  /// The same file once more, for another thread.
  ///
  /// @throws StoreException if it cannot be opened any more
  public StoreFile again() {
    try {
      return new StoreFile(file, Jdbi.create(source(file)).open());
    } catch (JdbiException failed) {
      throw unreadable(file, failed);
    }
  }

  /// The journal's mode is not touched: that of a copy is another one.
  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5_000);
    config.setCacheSize(-8_192);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void requireThisVersion(Path file, SQLiteDataSource source) {
    MigrationInfoService migrations = Migrations.flyway(source).info();
    if (Arrays.stream(migrations.all()).anyMatch(one -> !one.getState().isResolved())) {
      throw new StoreException(
          "The data file %s was written by a newer version of Cryox. Use that one."
              .formatted(file));
    }
    MigrationInfo newest = migrations.current();
    if (newest == null || FIRST_WITH_CHUNKS.compareTo(newest.getVersion()) > 0) {
      throw new StoreException(
          "The data file %s was written by a Cryox that kept readings in another way, or by another program. If it is ours, start the backend once: it brings the file up to date."
              .formatted(file));
    }
  }

  @Override
  public <T> T read(Function<Handle, T> question) {
    try {
      return handle.inTransaction(question::apply);
    } catch (JdbiException failed) {
      throw unreadable(file, failed);
    }
  }

  /// Writes all that is committed at this moment to another file, without what is free in it.
  ///
  /// @param copy must not be there, or be empty
  /// @throws StoreException if that fails
  public void copyTo(Path copy) {
    try {
      handle.execute("VACUUM INTO ?", copy.toString());
    } catch (JdbiException failed) {
      throw new StoreException(
          "The data file %s cannot be copied to %s: %s."
              .formatted(file, copy, Damage.reason(failed)),
          failed);
    }
  }

  private static StoreException unreadable(Path file, RuntimeException failed) {
    return new StoreException(
        "The data file %s cannot be read: %s. If the disk is sound, restore a backup."
            .formatted(file, Damage.reason(failed)),
        failed);
  }

  @Override
  public void close() {
    handle.close();
  }
}
