package ai.cryox.backend.store;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A data folder opened for work: nobody else has it, and what it holds is brought up to date.
///
/// @param directory the folder, locked
/// @param database its file
/// @param series what devices said
public record DataStore(DataDirectory directory, SqliteDatabase database, SeriesStore series)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataStore.class);

  /// Opens it.
  ///
  /// @throws StoreException if it is in use, cannot be written, or holds something that is not
  ///   ours: then nothing is left open
  public static DataStore open(Path folder) {
    DataDirectory directory = DataDirectory.open(folder);
    try {
      SqliteDatabase database = SqliteDatabase.open(directory);
      try {
        return new DataStore(directory, database, new SeriesStore(database));
      } catch (RuntimeException failed) {
        database.close();
        throw failed;
      }
    } catch (RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /// Empties the log, so that the next start is quick, and lets the folder go. A full disk need not
  /// stop that.
  @Override
  public void close() {
    try {
      series.settle();
    } catch (StoreException failed) {
      LOG.warn(
          "The log could not be emptied ({}); the next start replays it.", failed.getMessage());
    }
    database.close();
    directory.close();
  }
}
