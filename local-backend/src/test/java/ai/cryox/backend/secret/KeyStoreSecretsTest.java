package ai.cryox.backend.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.SecretName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreSecretsTest {
  @TempDir Path data;

  private KeyStoreSecrets secrets(Map<String, String> environment) {
    return new KeyStoreSecrets(data, new Passphrase(data, environment));
  }

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  @Test
  void whatWasWrittenIsReadByTheNextOneAndAnEmptyOneRemovesIt() {
    KeyStoreSecrets first = secrets(Map.of());
    assertNull(first.read(SecretName.TEAMS_URL));
    first.write(SecretName.TEAMS_URL, chars("https://x/?sig=ä"));
    first.write(SecretName.WEBHOOK_KEY, chars("k"));
    first.write(SecretName.WEBHOOK_KEY, chars("kk"));
    KeyStoreSecrets next = secrets(Map.of(Passphrase.VARIABLE, ""));
    assertArrayEquals(chars("https://x/?sig=ä"), next.read(SecretName.TEAMS_URL));
    assertArrayEquals(chars("kk"), next.read(SecretName.WEBHOOK_KEY));
    next.write(SecretName.TEAMS_URL, new char[0]);
    assertEquals(Set.of(SecretName.WEBHOOK_KEY), first.names());
  }

  @Test
  void anotherPassphraseOpensNothingAndTheSentenceTellsNothing() {
    secrets(Map.of(Passphrase.VARIABLE, "right")).write(SecretName.SMS_PASSWORD, chars("geheim"));
    BackendException refused =
        assertThrows(
            BackendException.class,
            () -> secrets(Map.of(Passphrase.VARIABLE, "wrong")).read(SecretName.SMS_PASSWORD));
    assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
    assertFalse(String.valueOf(refused.getMessage()).contains("wrong"));
    assertFalse(Files.exists(data.resolve("secrets/passphrase")));
  }

  @Test
  void aDamagedFileIsSaidAndNotOverwritten() throws Exception {
    KeyStoreSecrets secrets = secrets(Map.of());
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
    secrets(Map.of()).write(SecretName.SMS_PASSWORD, chars("geheim"));
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    for (String name : Set.of("secrets/secrets.p12", "secrets/passphrase")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))));
    }
  }

  @Test
  void aServiceManagersFileGivesThePassphraseAndNoneIsWritten() throws Exception {
    Path credential = Files.writeString(data.resolve("credential"), "right\nsecond line\n");
    Map<String, String> environment = Map.of(Passphrase.FILE_VARIABLE, credential.toString());
    secrets(environment).write(SecretName.SMS_PASSWORD, chars("geheim"));
    assertArrayEquals(
        chars("geheim"),
        secrets(Map.of(Passphrase.VARIABLE, "right")).read(SecretName.SMS_PASSWORD));
    assertFalse(Files.exists(data.resolve("secrets/passphrase")));
    assertEquals(Passphrase.Place.ENVIRONMENT, new Passphrase(data, environment).place());
  }

  @Test
  void aPassphraseThatIsNowhereIsNotMadeAnewForSecretsThatExist() throws Exception {
    secrets(Map.of()).write(SecretName.SMS_PASSWORD, chars("geheim"));
    Files.delete(data.resolve("secrets/passphrase"));
    assertEquals(Passphrase.Place.SYSTEM, new Passphrase(data, Map.of()).place());
    BackendException refused =
        assertThrows(BackendException.class, () -> secrets(Map.of()).read(SecretName.SMS_PASSWORD));
    assertTrue(String.valueOf(refused.getMessage()).contains("key store"));
    assertFalse(Files.exists(data.resolve("secrets/passphrase")));
  }
}
