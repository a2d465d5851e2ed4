package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void aFolderInUseIsRefusedUntilItIsFree() {
    try (DataDirectory first = DataDirectory.open(folder)) {
      assertTrue(Files.exists(first.path().resolve("cryox.lock")));
      StoreException inUse =
          assertThrows(StoreException.class, () -> DataDirectory.open(folder).close());
      assertTrue(String.valueOf(inUse.getMessage()).contains("in use"), inUse.getMessage());
    }
    DataDirectory.open(folder).close();
  }
}
