package ai.cryox.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.contract.Site;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Control;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
  private static final String DEVICE = "temp_900";

  @TempDir Path folder;

  private final Messages messages = Messages.in(Locale.ENGLISH);
  private Site site;
  private Control desk;

  @BeforeEach
  void open() throws Exception {
    site = new Site(folder.resolve("site"));
    desk = site.desk.deviceDesk().orElseThrow();
    desk.call(
        "device/add", Map.of("deviceId", DEVICE, "facilityId", Site.NORTH, "method", "AUTHORITY"));
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  @Test
  void theFileOpensWithItsPasswordAndNamesTheDevice() throws Exception {
    Path file = folder.resolve("temp_900.p12");
    CertificateFile made = CertificateFile.make(desk, messages, DEVICE, 30, file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, made.password().toCharArray());
    }
    String alias =
        Collections.list(store.aliases()).stream()
            .filter(one -> {
              try {
                return store.isKeyEntry(one);
              } catch (KeyStoreException closed) {
                throw new AssertionError(closed);
              }
            })
            .findFirst()
            .orElseThrow();
    X509Certificate own = (X509Certificate) store.getCertificate(alias);
    assertTrue(own.getSubjectX500Principal().getName().contains("CN=" + DEVICE));
    assertEquals(own.getNotAfter().toInstant(), made.expiresAt());
    assertEquals(
        made.expiresAt(),
        desk.call("device/list", Map.of()).stream()
            .filter(row -> DEVICE.equals(row.get("deviceId")))
            .map(Proof::of)
            .findFirst()
            .orElseThrow()
            .expiresAt());
  }

  @Test
  void whereItCannotBeWrittenIsSaidAndWhatToDo() {
    Path nowhere = folder.resolve("no such folder").resolve("temp_900.p12");
    BackendException failed =
        assertThrows(
            BackendException.class,
            () -> CertificateFile.make(desk, messages, DEVICE, 30, nowhere));
    assertTrue(String.valueOf(failed.getMessage()).contains("Make another one"), failed::toString);
    assertFalse(Files.exists(nowhere));
  }

  @Test
  void aDeviceWithAKeyGetsNone() {
    desk.call(
        "device/add", Map.of("deviceId", "temp_901", "facilityId", Site.NORTH, "method", "KEYS"));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                CertificateFile.make(
                    desk, messages, "temp_901", 30, folder.resolve("temp_901.p12")));
    assertTrue(String.valueOf(refused.getMessage()).contains("another method"), refused::toString);
    assertFalse(Files.exists(folder.resolve("temp_901.p12")));
  }
}
