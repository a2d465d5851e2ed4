package ai.cryox.backend.api;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test whose every method has a server of its own over an empty folder.
abstract class WithApi {
  ApiFixture api;

  @BeforeEach
  final void start(@TempDir Path folder) {
    api = new ApiFixture(folder);
  }

  @AfterEach
  final void stop() {
    api.close();
  }
}
