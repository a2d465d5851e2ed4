package ai.cryox.backend.store;

import ai.cryox.core.reading.ReadingStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadingStoreTest extends ReadingStoreContract {
  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private ReadingStore store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    store = new SqliteReadingStore(new SeriesStore(database));
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  @Override
  ReadingStore store() {
    return store;
  }

  @Override
  void commit() {
    database.commit();
  }

  @Override
  void reopen() {
    close();
    open();
  }
}
