package ai.cryox.backend.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The secrets of one data folder, in its folder `identity`: made when they are first needed.
/// Thread-safe.
final class IdentityFiles {
  private final Path folder;
  private final InstantSource clock;
  private @Nullable KeyFile key;
  private @Nullable FacilityAuthority authority;

  IdentityFiles(Path data, InstantSource clock) {
    this.folder = data.resolve("identity");
    this.clock = clock;
  }

  /// Where the authority's certificate lies, for devices.
  Path certificateFile() {
    return folder.resolve("authority.pem");
  }

  /// @throws IdentityException if it can be neither read nor made
  synchronized KeyFile key() {
    if (key == null) {
      try {
        OwnerOnlyFile.makeFolder(folder);
      } catch (IOException failed) {
        throw new IdentityException(
            "The folder %s cannot be made: %s. Make the data folder writable."
                .formatted(folder, failed.getMessage()),
            failed);
      }
      key = KeyFile.open(folder.resolve("key"));
    }
    return key;
  }

  /// @throws IdentityException if it can be neither read nor made
  synchronized FacilityAuthority authority() {
    if (authority == null) {
      authority = FacilityAuthority.open(folder, key(), clock.instant());
    }
    return authority;
  }
}
