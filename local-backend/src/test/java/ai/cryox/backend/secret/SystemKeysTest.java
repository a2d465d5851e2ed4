package ai.cryox.backend.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.core.escalation.SecretName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the key stores of the operating systems are told, seen by programs in their place: real
/// processes that write down their arguments and keep what comes by standard input.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts of a shell")
class SystemKeysTest {
  private static final String PASSPHRASE = "s3cret_-Zq9";

  /// `security`: reads command lines, as macOS' does, when it is told `-i`.
  private static final String SECURITY =
      """
      case "$1" in
        -i)
          read -r line
          eval "set -- $line"
          [ "$1 $2 $3 $4 $5" = "add-generic-password -U -s Cryox -a" ] || exit 2
          [ "$7" = "-w" ] || exit 2
          printf '%s' "$6" > "$HERE/account"
          printf '%s' "$8" > "$HERE/kept"
          ;;
        find-generic-password)
          [ "$5" = "$(cat "$HERE/account" 2>/dev/null)" ] || exit 44
          cat "$HERE/kept" || exit 44
          ;;
        delete-generic-password) rm -f "$HERE/kept" "$HERE/account" ;;
        *) exit 1 ;;
      esac
      """;

  private static final String SECRET_TOOL =
      """
      case "$1" in
        store) cat > "$HERE/kept" ;;
        lookup) cat "$HERE/kept" 2>/dev/null || exit 1 ;;
        clear) rm -f "$HERE/kept" ;;
      esac
      """;

  /// Turns around what it gets, in place of encryption.
  private static final String POWERSHELL =
      """
      [ "$1 $2 $3" = "-NoProfile -NonInteractive -Command" ] || exit 1
      case "$4" in
        *::Protect*) base64 -d | rev | base64 ;;
        *::Unprotect*) base64 -d | rev | base64 ;;
        *) exit 1 ;;
      esac
      """;

  @TempDir Path folder;

  /// Installs a program that also writes down its arguments.
  private String program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file, "#!/bin/sh\nHERE='" + folder + "'\necho \"$@\" >> \"$HERE/arguments\"\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve("data \"quoted\" folder"));
  }

  private void keepsGivesBackAndForgets(
      String name, String script, BiFunction<Path, String, SystemKeys> keys) throws IOException {
    SystemKeys store = keys.apply(data(), program(name, script));
    assertFalse(store.title().isBlank());
    assertNull(store.read());
    store.keep(PASSPHRASE);
    assertEquals(PASSPHRASE, store.read());
    store.keep("another");
    assertEquals("another", store.read());
    store.forget();
    assertNull(store.read());
    String arguments = Files.readString(folder.resolve("arguments"));
    assertFalse(arguments.contains(PASSPHRASE), arguments);
    assertFalse(arguments.contains("another"), arguments);
  }

  @Test
  void theKeychainOfMacIsToldByStandardInput() throws IOException {
    keepsGivesBackAndForgets("security", SECURITY, Keychain::new);
  }

  @Test
  void theSecretServiceOfLinuxIsToldByStandardInput() throws IOException {
    keepsGivesBackAndForgets("secret-tool", SECRET_TOOL, SecretService::new);
  }

  @Test
  void theDataProtectionOfWindowsIsToldByStandardInput() throws IOException {
    keepsGivesBackAndForgets("powershell", POWERSHELL, DataProtection::new);
  }

  @Test
  void whatWindowsProtectedLiesInTheFolderAndIsNotThePassphrase() throws IOException {
    Path data = data();
    new DataProtection(data, program("powershell", POWERSHELL)).keep(PASSPHRASE);
    String kept = Files.readString(data.resolve("secrets").resolve(DataProtection.FILE));
    assertFalse(kept.contains(PASSPHRASE));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("secrets").resolve(DataProtection.FILE))));
  }

  @Test
  void theKeychainsCommandLineCannotBeBrokenOutOf() throws IOException {
    Keychain keychain = new Keychain(data(), program("security", SECURITY));
    for (String crooked : List.of("a b", "a\nquit", "a\"b", "$(id)", "")) {
      assertThrows(IOException.class, () -> keychain.keep(crooked), crooked);
    }
    assertFalse(Files.exists(folder.resolve("arguments")), "it was not even started");
  }

  @Test
  void eachOperatingSystemHasItsOwn() {
    assertInstanceOf(DataProtection.class, SystemKeys.of("Windows 11", folder));
    assertInstanceOf(Keychain.class, SystemKeys.of("Mac OS X", folder));
    assertInstanceOf(SecretService.class, SystemKeys.of("Linux", folder));
  }

  @Test
  void aPassphraseMovesIntoAKeyStoreAndBackAndLeavesNothingBehind() throws IOException {
    Path data = data();
    SystemKeys keys = new Keychain(data, program("security", SECURITY));
    Passphrase passphrase = new Passphrase(data, Map.of(), keys);
    KeyStoreSecrets secrets = new KeyStoreSecrets(data, passphrase);
    secrets.write(SecretName.SMS_PASSWORD, "geheim".toCharArray());
    passphrase.moveToSystem();
    assertEquals(Passphrase.Place.SYSTEM, passphrase.place());
    assertFalse(Files.exists(data.resolve("secrets").resolve("passphrase")));
    assertEquals("geheim", String.valueOf(secrets.read(SecretName.SMS_PASSWORD)));
    passphrase.moveToFile();
    assertEquals(Passphrase.Place.FILE, passphrase.place());
    assertFalse(Files.exists(folder.resolve("kept")));
    assertEquals("geheim", String.valueOf(secrets.read(SecretName.SMS_PASSWORD)));
  }

  @Test
  void aKeyStoreThatKeepsNothingLeavesThePassphraseWhereItWas() throws IOException {
    Path data = data();
    SystemKeys broken = new SecretService(data, program("secret-tool", "exit 1\n"));
    Passphrase passphrase = new Passphrase(data, Map.of(), broken);
    Path file = data.resolve("secrets").resolve("passphrase");
    OwnerOnlyFile.makeFolder(data.resolve("secrets"));
    OwnerOnlyFile.write(file, PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    IOException said = assertThrows(IOException.class, passphrase::moveToSystem);
    assertFalse(String.valueOf(said.getMessage()).contains(PASSPHRASE));
    assertTrue(Files.exists(file));
    SystemKeys missing = new Keychain(data, folder.resolve("nothing").toString());
    assertThrows(IOException.class, () -> missing.keep(PASSPHRASE));
    assertThrows(IOException.class, missing::read);
  }
}
