package ai.cryox.backend.secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The key store of a Linux desktop (Secret Service: GNOME Keyring, KWallet, KeePassXC), by
/// libsecret's own program `secret-tool`.
final class SecretService implements SystemKeys {
  static final String PROGRAM = "secret-tool";

  private final String folder;
  private final String program;

  SecretService(Path data, String program) {
    this.folder = data.toAbsolutePath().normalize().toString();
    this.program = program;
  }

  @Override
  public String title() {
    return "Secret Service";
  }

  @Override
  public @Nullable String read() throws IOException {
    Program.Outcome answer = run("", "lookup");
    return answer.code() == 0 && !answer.text().isEmpty() ? answer.text() : null;
  }

  @Override
  public void keep(String passphrase) throws IOException {
    Program.Outcome answer = run(passphrase, "store", "--label=Cryox " + folder);
    if (answer.code() != 0) {
      throw new IOException("%s keeps nothing (exit code %d)".formatted(program, answer.code()));
    }
  }

  @Override
  public void forget() throws IOException {
    run("", "clear");
  }

  private Program.Outcome run(String input, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(words));
    command.addAll(List.of("application", "cryox", "folder", folder));
    return Program.run(command, input);
  }
}
