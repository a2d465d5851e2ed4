package ai.cryox.backend.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The key store of a Linux desktop (Secret Service: GNOME Keyring, KWallet, KeePassXC), by
/// libsecret's own program `secret-tool`. It must be unlocked, as it is while its person is signed
/// in. Thread-safe.
final class SecretService {
  private static final String PROGRAM = "secret-tool";

  /// A keyring that is locked asks its person, who may take a while.
  private static final long PATIENCE_SECONDS = 60;

  private final String folder;

  /// @param data whose passphrase it is
  SecretService(Path data) {
    this.folder = data.toAbsolutePath().normalize().toString();
  }

  /// The passphrase, or `null` if it keeps none.
  ///
  /// @throws IOException if there is no key store that answers
  @Nullable String read() throws IOException {
    Answer answer = run(null, "lookup");
    return answer.code() == 0 && !answer.text().isEmpty() ? answer.text() : null;
  }

  /// Keeps it.
  ///
  /// @throws IOException if there is no key store that answers, or it refuses
  void keep(String passphrase) throws IOException {
    Answer answer = run(passphrase, "store", "--label=Cryox " + folder);
    if (answer.code() != 0) {
      throw new IOException("it keeps nothing: " + answer.text());
    }
  }

  /// Forgets it.
  ///
  /// @throws IOException if there is no key store that answers
  void forget() throws IOException {
    run(null, "clear");
  }

  /// @param input nobody else sees it, unlike arguments
  private Answer run(@Nullable String input, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(words));
    command.addAll(List.of("application", "cryox", "folder", folder));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      if (input != null) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it does not answer");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the wait for it was broken off", stop);
    }
    return new Answer(process.exitValue(), text.strip());
  }

  private record Answer(int code, String text) {}
}
