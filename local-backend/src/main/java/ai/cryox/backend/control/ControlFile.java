package ai.cryox.backend.control;

import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.backend.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the backend of a data folder answers, and the token that opens its control calls: the file
/// `control.json`, for its owner only, there while the backend runs.
///
/// @param api such as `http://127.0.0.1:8080`
/// @param token whoever knows it could read the file
public record ControlFile(URI api, String token) {
  private static final String NAME = "control.json";
  private static final int TOKEN_BYTES = 32;

  /// A token that nobody can guess.
  public static String freshToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /// Puts the file into the data folder, in the place of one that a crash has left.
  ///
  /// @throws StoreException if it cannot be written
  public void write(Path data) {
    try {
      OwnerOnlyFile.write(
          data.resolve(NAME), ControlJson.write(Map.of("api", api.toString(), "token", token)));
    } catch (IOException failed) {
      throw new StoreException(
          "The file %s cannot be written: %s. Make the data folder writable."
              .formatted(data.resolve(NAME), failed.getMessage()),
          failed);
    }
  }

  /// Reads the file.
  ///
  /// @return `null` if there is none that can be used
  public static @Nullable ControlFile read(Path data) {
    try {
      Map<String, String> texts = ControlJson.read(Files.readAllBytes(data.resolve(NAME)));
      String api = texts.get("api");
      String token = texts.get("token");
      return api == null || token == null ? null : new ControlFile(URI.create(api), token);
    } catch (IOException | IllegalArgumentException unusable) {
      return null;
    }
  }

  /// Takes the file away.
  public static void delete(Path data) {
    try {
      Files.deleteIfExists(data.resolve(NAME));
    } catch (IOException failed) {
      throw new StoreException(
          "The file %s cannot be deleted: %s. It opens nothing any more."
              .formatted(data.resolve(NAME), failed.getMessage()),
          failed);
    }
  }

  /// Without the token.
  @Override
  public String toString() {
    return "ControlFile[%s]".formatted(api);
  }
}
