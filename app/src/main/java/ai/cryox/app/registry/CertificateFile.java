package ai.cryox.app.registry;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.WholeFile;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/// A device's certificate with its key, as a PKCS#12 file.
///
/// @param file where it is
/// @param password opens it; kept nowhere
/// @param expiresAt until when it is good
record CertificateFile(Path file, String password, Instant expiresAt) {
  /// Has one made and writes it. Blocks.
  ///
  /// @param desk makes it
  /// @param days it is good for
  /// @throws IllegalArgumentException with a sentence if the device gets none
  /// @throws BackendException with a sentence if it cannot be made or written
  static CertificateFile make(
      Control desk, Messages messages, String deviceId, int days, Path file) {
    Map<String, String> row =
        desk.call("device/cert", Map.of("deviceId", deviceId, "days", String.valueOf(days)))
            .getFirst();
    byte[] store = Base64.getDecoder().decode(text(row, "pkcs12"));
    try {
      return WholeFile.write(
          file,
          draft -> {
            Files.write(draft, store);
            return new CertificateFile(
                file, text(row, "pkcs12Password"), Instant.parse(text(row, "expires")));
          });
    } catch (IOException failed) {
      throw new BackendException(
          messages.text("registry.notWritten", String.valueOf(failed.getMessage())), failed);
    }
  }

  private static String text(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }
}
