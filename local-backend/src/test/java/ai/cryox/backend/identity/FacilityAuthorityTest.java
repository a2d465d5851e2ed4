package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacilityAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir Path folder;

  private FacilityAuthority open() {
    return FacilityAuthority.open(folder, KeyFile.open(folder.resolve("key")), NOW);
  }

  @Test
  void isMadeOnce() throws IOException {
    FacilityAuthority made = open();
    assertEquals(made.certificate(), open().certificate());
    assertEquals(
        made.certificate(),
        TestCertificates.read(Files.readString(folder.resolve("authority.pem"))));
  }

  @Test
  void knowsWhatItHasSigned() {
    Issued issued = open().issueFor("temp,=001", NOW, YEAR);
    assertTrue(open().hasSigned(issued.certificate()));
    assertEquals("temp,=001", Certificates.commonName(issued.certificate()));
    assertFalse(
        open()
            .hasSigned(
                TestCertificates.foreign(open().certificate(), "temp_001", NOW).certificate()));
    assertFalse(open().hasSigned(TestCertificates.selfSigned("temp_001", NOW).certificate()));
  }

  @Test
  void itsServersAreNoDevices() {
    Issued server = open().issueForServer(List.of("cold.example", "10.0.0.1", "::1"), NOW);
    assertFalse(open().hasSigned(server.certificate()));
    assertFalse(open().hasSigned(open().certificate()), "nor is the authority itself");
  }

  @Test
  void signsNothingThatOutlivesIt() {
    Issued issued = open().issueFor("temp_001", NOW, YEAR.multipliedBy(50));
    assertEquals(open().certificate().getNotAfter(), issued.certificate().getNotAfter());
  }

  @Test
  void anotherKeyFileDoesNotOpenItAndTheSentenceSaysSo() throws IOException {
    open();
    Files.write(folder.resolve("key"), new byte[32]);
    IdentityException refused = assertThrows(IdentityException.class, this::open);
    assertTrue(String.valueOf(refused.getMessage()).contains("backup"), refused::getMessage);
  }
}
