package ai.cryox.backend.people;

import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.identity.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The key in the file `people/token-key` of the data folder, for its owner only: made when it is
/// first needed. Thread-safe.
public final class TokenKeyFile implements TokenKey {
  private static final int KEY_BYTES = 32;

  private final Path file;
  private byte @Nullable [] key;

  /// @param data the data folder
  public TokenKeyFile(Path data) {
    this.file = data.resolve("people").resolve("token-key");
  }

  /// @throws IdentityException if it can be neither read nor made, or is damaged
  @Override
  public synchronized byte[] bytes() {
    byte[] ready = key;
    if (ready == null) {
      ready = open();
      key = ready;
    }
    return ready.clone();
  }

  private byte[] open() {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        OwnerOnlyFile.makeFolder(Objects.requireNonNull(file.getParent()));
        OwnerOnlyFile.write(file, fresh);
      }
      byte[] stored = Files.readAllBytes(file);
      if (stored.length != KEY_BYTES) {
        throw new IOException("it has %d bytes instead of %d".formatted(stored.length, KEY_BYTES));
      }
      return stored;
    } catch (IOException failed) {
      throw new IdentityException(
          "The key file %s cannot be used: %s. Delete it to have another one made; everybody signs in again then."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }
}
