package ai.cryox.backend.secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The key store of the operating system, for the passphrase of one data folder. It is open while
/// its person is signed in to a desktop, and nobody else can use it. Thread-safe.
interface SystemKeys {
  /// The one of this operating system.
  ///
  /// @param data whose passphrase it is
  static SystemKeys of(Path data) {
    return of(System.getProperty("os.name", ""), data);
  }

  /// The one of an operating system, by the name that Java gives it.
  static SystemKeys of(String system, Path data) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new DataProtection(data, DataProtection.PROGRAM);
    }
    return name.startsWith("mac")
        ? new Keychain(data, Keychain.PROGRAM)
        : new SecretService(data, SecretService.PROGRAM);
  }

  /// What people call it.
  String title();

  /// The passphrase, or `null` if it keeps none.
  ///
  /// @throws IOException if there is no key store that answers
  @Nullable String read() throws IOException;

  /// Keeps it.
  ///
  /// @throws IOException if there is no key store that answers, or it refuses
  void keep(String passphrase) throws IOException;

  /// Forgets it.
  ///
  /// @throws IOException if there is no key store that answers
  void forget() throws IOException;
}
