package ai.cryox.backend.store;

import ai.cryox.backend.ledger.LedgerSigner;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  /// Opens it; nobody signs its ledger.
  ///
  /// @throws StoreException if it is in use, cannot be written, or holds something that is not
  ///   ours: then nothing is left open
  public static DataStore open(Path folder) {
    return open(folder, locked -> null);
  }

  /// Opens it.
  ///
  /// @param signer gives who signs the ledger, from the folder when it is locked; `null` = nobody
  /// @throws StoreException if it is in use, cannot be written, or holds something that is not
  ///   ours: then nothing is left open
  public static DataStore open(Path folder, Function<Path, @Nullable LedgerSigner> signer) {
    DataDirectory directory = DataDirectory.open(folder);
    try {
      SqliteDatabase database = SqliteDatabase.open(directory);
      try {
        return new DataStore(
            directory, database, new SeriesStore(database, signer.apply(directory.path())));
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
