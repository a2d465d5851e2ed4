package ai.cryox.backend.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.SecretName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreSecretsTest {
  @TempDir Path data;

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  @Test
  void whatWasWrittenIsReadByTheNextOneAndAnEmptyOneRemovesIt() {
    KeyStoreSecrets first = new KeyStoreSecrets(data, null);
    assertNull(first.read(SecretName.TEAMS_URL));
    first.write(SecretName.TEAMS_URL, chars("https://x/?sig=ä"));
    first.write(SecretName.WEBHOOK_KEY, chars("k"));
    first.write(SecretName.WEBHOOK_KEY, chars("kk"));
    KeyStoreSecrets next = new KeyStoreSecrets(data, "");
    assertArrayEquals(chars("https://x/?sig=ä"), next.read(SecretName.TEAMS_URL));
    assertArrayEquals(chars("kk"), next.read(SecretName.WEBHOOK_KEY));
    next.write(SecretName.TEAMS_URL, new char[0]);
    assertEquals(Set.of(SecretName.WEBHOOK_KEY), first.names());
  }

  @Test
  void anotherPassphraseOpensNothingAndTheSentenceTellsNothing() {
    new KeyStoreSecrets(data, "right").write(SecretName.SMS_PASSWORD, chars("geheim"));
    BackendException refused =
        assertThrows(
            BackendException.class,
            () -> new KeyStoreSecrets(data, "wrong").read(SecretName.SMS_PASSWORD));
    assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
    assertFalse(String.valueOf(refused.getMessage()).contains("wrong"));
    assertFalse(Files.exists(data.resolve("secrets/passphrase")));
  }

  @Test
  void aDamagedFileIsSaidAndNotOverwritten() throws Exception {
    KeyStoreSecrets secrets = new KeyStoreSecrets(data, null);
    secrets.write(SecretName.SMS_PASSWORD, chars("geheim"));
    Path file = data.resolve("secrets/secrets.p12");
    byte[] damaged = "damaged".getBytes(StandardCharsets.US_ASCII);
    Files.write(file, damaged);
    assertThrows(
        BackendException.class, () -> secrets.write(SecretName.SMS_PASSWORD, chars("new")));
    assertArrayEquals(damaged, Files.readAllBytes(file));
  }

  @Test
  void onlyItsOwnerMayReadTheFiles() throws Exception {
    new KeyStoreSecrets(data, null).write(SecretName.SMS_PASSWORD, chars("geheim"));
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    for (String name : Set.of("secrets/secrets.p12", "secrets/passphrase")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))));
    }
  }
}
