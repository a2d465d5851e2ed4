package ai.cryox.backend.secret;

import ai.cryox.backend.identity.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What opens the secrets of a data folder, and where it lies: in the environment, in a file that
/// the environment names, in the file `secrets/passphrase`, or in the key store of the operating
/// system. Thread-safe.
public final class Passphrase {
  /// The environment variable that has it.
  public static final String VARIABLE = "CRYOX_SECRETS_PASSPHRASE";

  /// The environment variable that names a file whose first line it is; for credentials that a
  /// service manager hands in.
  public static final String FILE_VARIABLE = "CRYOX_PASSPHRASE_FILE";

  private static final int BYTES = 32;

  /// Where one lies.
  public enum Place {
    /// In the environment, or a file that it names.
    ENVIRONMENT,
    /// In the data folder, for its owner only.
    FILE,
    /// In the key store of the operating system.
    SYSTEM,
    /// Nowhere yet.
    NOWHERE
  }

  private final Path folder;
  private final Path file;
  private final Map<String, String> environment;
  private final SystemKeys keys;

  /// @param data the data folder
  public Passphrase(Path data, Map<String, String> environment) {
    this(data, environment, SystemKeys.of(data));
  }

  /// With another key store than this operating system's.
  Passphrase(Path data, Map<String, String> environment, SystemKeys keys) {
    this.folder = data.resolve("secrets");
    this.file = folder.resolve("passphrase");
    this.environment = Map.copyOf(environment);
    this.keys = keys;
  }

  /// Where it lies.
  public Place place() {
    if (given(VARIABLE) != null || given(FILE_VARIABLE) != null) {
      return Place.ENVIRONMENT;
    }
    if (Files.exists(file)) {
      return Place.FILE;
    }
    return Files.exists(folder.resolve(KeyStoreSecrets.FILE)) ? Place.SYSTEM : Place.NOWHERE;
  }

  /// What people call the key store of this operating system.
  public String system() {
    return keys.title();
  }

  /// The passphrase; made if there is none.
  ///
  /// @throws IOException if it cannot be read or written
  synchronized String get() throws IOException {
    String value = given(VARIABLE);
    String named = given(FILE_VARIABLE);
    return switch (place()) {
      case ENVIRONMENT -> value != null ? value : firstLine(Path.of(String.valueOf(named)));
      case FILE -> firstLine(file);
      case SYSTEM -> fromSystem();
      case NOWHERE -> make();
    };
  }

  /// Puts it into the key store of the operating system and takes the file away.
  ///
  /// @throws IOException if the key store does not keep it: the file stays then
  public synchronized void moveToSystem() throws IOException {
    String passphrase = get();
    keys.keep(passphrase);
    if (!passphrase.equals(keys.read())) {
      throw new IOException("the key store of the operating system gives back something else");
    }
    Files.deleteIfExists(file);
  }

  /// Puts it into the file `secrets/passphrase` and takes it out of the operating system's key
  /// store.
  ///
  /// @throws IOException if it cannot be read or written: it stays where it is then
  public synchronized void moveToFile() throws IOException {
    write(get());
    keys.forget();
  }

  private String fromSystem() throws IOException {
    String passphrase = keys.read();
    if (passphrase == null) {
      throw new IOException("the key store of the operating system is locked or has none");
    }
    return passphrase;
  }

  private String make() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String passphrase = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    write(passphrase);
    return passphrase;
  }

  private void write(String passphrase) throws IOException {
    OwnerOnlyFile.makeFolder(folder);
    OwnerOnlyFile.write(file, passphrase.getBytes(StandardCharsets.UTF_8));
  }

  private static String firstLine(Path file) throws IOException {
    String line = Files.readString(file).lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw new IOException("the file of the passphrase is empty");
    }
    return line;
  }

  private @Nullable String given(String variable) {
    String value = environment.get(variable);
    return value == null || value.isEmpty() ? null : value;
  }
}
