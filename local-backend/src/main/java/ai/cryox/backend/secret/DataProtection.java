package ai.cryox.backend.secret;

import ai.cryox.backend.identity.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Windows' Data Protection (DPAPI), by the PowerShell that every Windows has: only the same person
/// on the same machine can undo it. What comes out lies in the file `secrets/passphrase.dpapi`.
final class DataProtection implements SystemKeys {
  static final String PROGRAM = "powershell.exe";

  /// The file with what only Windows can undo.
  static final String FILE = "passphrase.dpapi";

  private final Path folder;
  private final Path file;
  private final String program;

  DataProtection(Path data, String program) {
    this.folder = data.resolve("secrets");
    this.file = folder.resolve(FILE);
    this.program = program;
  }

  @Override
  public String title() {
    return "Windows Data Protection";
  }

  @Override
  public @Nullable String read() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    byte[] kept = Base64.getMimeDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII));
    return new String(run("Unprotect", kept), StandardCharsets.UTF_8);
  }

  @Override
  public void keep(String passphrase) throws IOException {
    byte[] kept = run("Protect", passphrase.getBytes(StandardCharsets.UTF_8));
    OwnerOnlyFile.makeFolder(folder);
    OwnerOnlyFile.write(file, Base64.getEncoder().encode(kept));
  }

  @Override
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /// Bytes in and out as base64, for the current user's eyes only.
  private static String script(String what) {
    return "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Security;"
        + " $b=[Convert]::FromBase64String([Console]::In.ReadToEnd().Trim());"
        + " [Convert]::ToBase64String([Security.Cryptography.ProtectedData]::"
        + what
        + "($b,$null,'CurrentUser'))";
  }

  private byte[] run(String what, byte[] bytes) throws IOException {
    List<String> command =
        List.of(program, "-NoProfile", "-NonInteractive", "-Command", script(what));
    Program.Outcome answer = Program.run(command, Base64.getEncoder().encodeToString(bytes));
    if (answer.code() != 0 || answer.text().isEmpty()) {
      throw new IOException(
          "Windows does not %s it for this person (exit code %d)"
              .formatted(what.equals("Protect") ? "protect" : "give back", answer.code()));
    }
    try {
      return Base64.getMimeDecoder().decode(answer.text());
    } catch (IllegalArgumentException nonsense) {
      throw new IOException("Windows answers something else than what was asked for", nonsense);
    }
  }
}
