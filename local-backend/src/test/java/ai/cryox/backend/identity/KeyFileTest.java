package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private KeyFile open(String name) {
    return KeyFile.open(folder.resolve(name));
  }

  @Test
  void opensWhatItHasSealedAfterARestart() {
    String sealed = open("key").seal(SECRET, "temp_001");
    assertArrayEquals(SECRET, open("key").open(sealed, "temp_001"));
    assertNotEquals(sealed, open("key").seal(SECRET, "temp_001"), "every seal is another one");
  }

  @Test
  void opensNothingForAnotherOwnerNorWithAnotherKey() {
    String sealed = open("key").seal(SECRET, "temp_001");
    assertThrows(IdentityException.class, () -> open("key").open(sealed, "temp_002"));
    assertThrows(IdentityException.class, () -> open("other").open(sealed, "temp_001"));
  }

  @Test
  void opensNothingThatWasTamperedWith() {
    KeyFile key = open("key");
    String sealed = key.seal(SECRET, "temp_001");
    char changed = sealed.charAt(20) == 'A' ? 'B' : 'A';
    String other = sealed.substring(0, 20) + changed + sealed.substring(21);
    assertThrows(IdentityException.class, () -> key.open(other, "temp_001"));
    assertThrows(IdentityException.class, () -> key.open("", "temp_001"));
    assertThrows(IdentityException.class, () -> key.open("***", "temp_001"));
  }

  @Test
  void aKeyFileOfAnotherLengthIsRefusedWithASentence() throws IOException {
    Files.writeString(folder.resolve("key"), "short");
    IdentityException refused = assertThrows(IdentityException.class, () -> open("key"));
    assertEquals(true, String.valueOf(refused.getMessage()).contains("backup"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyButItsOwnerMayReadIt() throws IOException {
    OwnerOnlyFile.makeFolder(folder.resolve("identity"));
    KeyFile.open(folder.resolve("identity").resolve("key"));
    assertEquals("rwx------", permissions(folder.resolve("identity")));
    assertEquals("rw-------", permissions(folder.resolve("identity").resolve("key")));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
