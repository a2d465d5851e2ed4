package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real key store of a Linux desktop, in a session bus of its own, keeps what opens the secrets.
class DesktopKeyStoreTest {
  private static final String SECRET = "planted-4711-geheim";

  @TempDir Path home;

  private static void assumeInstalled() {
    for (String program : List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool")) {
      assumeTrue(
          Stream.of("/usr/bin", "/bin").anyMatch(in -> Files.isExecutable(Path.of(in, program))),
          program + " is not installed here");
    }
  }

  /// Runs lines of a shell in a session with an unlocked key store; `cryox` is this program.
  private String session(String lines) throws IOException, InterruptedException {
    Path script = home.resolve("script");
    Files.writeString(
        script,
        """
        set -e
        printf unlock | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        cryox() { "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$CLASSES" ai.cryox.app.Main "$@"; }
        """
            + lines);
    ProcessBuilder builder =
        new ProcessBuilder("dbus-run-session", "--", "bash", script.toString())
            .redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("share").toString());
    builder.environment().put("XDG_RUNTIME_DIR", home.toString());
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void thePassphraseMovesIntoTheKeyStoreAndBackAndLeavesNothingBehind() throws Exception {
    assumeInstalled();
    Path data = home.resolve("data");
    Path file = data.resolve("secrets").resolve("passphrase");
    String first =
        session(
            """
            printf '%s\\n' | cryox callouts secret sms-password --data "$HOME/data"
            cp "$HOME/data/secrets/passphrase" "$HOME/before"
            cryox secrets move system --data "$HOME/data"
            """
                .formatted(SECRET));
    assertTrue(first.contains("Kept: sms-password."), first);
    assertTrue(first.contains("in the key store of the operating system"), first);
    assertFalse(first.contains(SECRET), first);
    assertFalse(Files.exists(file), "the passphrase lies in the data folder no more");
    byte[] passphrase = Files.readAllBytes(home.resolve("before"));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertFalse(
            content.contains(new String(passphrase, StandardCharsets.ISO_8859_1)), each::toString);
        assertFalse(content.contains(SECRET), each::toString);
      }
    }
    String second = session("cryox secrets move file --data \"$HOME/data\"\n");
    assertTrue(second.contains("Kept: sms-password."), second);
    assertEquals(new String(passphrase, StandardCharsets.UTF_8), Files.readString(file).strip());
  }
}
