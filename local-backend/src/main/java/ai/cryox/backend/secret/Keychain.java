package ai.cryox.backend.secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The login keychain of macOS, by its own program `security`. What is kept goes in as a command
/// line on its standard input (`security -i`), since its option would be an argument.
final class Keychain implements SystemKeys {
  static final String PROGRAM = "security";

  /// Nothing that its command line could take for something else.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+/=.~-]+");

  private static final String SERVICE = "Cryox";

  private final String folder;
  private final String program;

  Keychain(Path data, String program) {
    this.folder = data.toAbsolutePath().normalize().toString();
    this.program = program;
  }

  @Override
  public String title() {
    return "macOS keychain";
  }

  @Override
  public @Nullable String read() throws IOException {
    Program.Outcome answer =
        Program.run(
            List.of(program, "find-generic-password", "-s", SERVICE, "-a", folder, "-w"), "");
    return answer.code() == 0 && !answer.text().isEmpty() ? answer.text() : null;
  }

  @Override
  public void keep(String passphrase) throws IOException {
    if (!PLAIN.matcher(passphrase).matches()) {
      throw new IOException(
          "the passphrase has characters that the keychain's command line would take for its own;"
              + " use letters, digits and _ + / = . ~ -");
    }
    String line =
        "add-generic-password -U -s %s -a \"%s\" -w %s%n"
            .formatted(SERVICE, folder.replace("\\", "\\\\").replace("\"", "\\\""), passphrase);
    Program.Outcome answer = Program.run(List.of(program, "-i"), line);
    if (answer.code() != 0) {
      throw new IOException("the keychain keeps nothing (exit code %d)".formatted(answer.code()));
    }
  }

  @Override
  public void forget() throws IOException {
    Program.run(List.of(program, "delete-generic-password", "-s", SERVICE, "-a", folder), "");
  }
}
