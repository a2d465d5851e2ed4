package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.device.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialDeskTest {
  @TempDir Path folder;

  private SecureFixture backend;

  @BeforeEach
  void start() {
    backend = new SecureFixture(folder);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  private void refused(String sentencePart, String call, String deviceId, String... more) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> backend.call(call, deviceId, more), call);
    assertTrue(String.valueOf(refused.getMessage()).contains(sentencePart), refused::getMessage);
  }

  private List<Map<String, String>> list() {
    return backend.control.call("device/list", Map.of());
  }

  @Test
  void whatMakesNoSenseIsRefusedWithASentence() {
    backend.add("keyed", "keys");
    backend.add("signed", "authority");
    refused(
        "has credentials already", "device/add", "keyed", "facilityId", "north", "method", "keys");
    refused("cannot be a device id", "device/add", "a/b", "facilityId", "north", "method", "keys");
    refused("cannot be a facility", "device/add", "d", "facilityId", "a/b", "method", "keys");
    refused("facilityId is missing", "device/add", "d", "method", "keys");
    refused("method must be", "device/add", "d", "facilityId", "north", "method", "magic");
    refused("thumbprint is needed", "device/add", "d", "facilityId", "n", "method", "thumbprint");
    refused("profile", "device/add", "d", "facilityId", "n", "method", "keys", "profile", "x");
    refused("hours must be", "device/token", "keyed", "hours", "0");
    refused("hours must be", "device/token", "keyed", "hours", "soon");
    refused("has no keys", "device/token", "signed", "hours", "1");
    refused("no certificates", "device/cert", "keyed", "days", "1");
    refused("days must be", "device/cert", "signed", "days", "99999");
    refused("has no credentials", "device/rotate", "nobody");
    refused("has no credentials", "device/disable", "nobody");
    refused("There is no device", "device/confirm", "nobody");
    refused("no call", "device/destroy", "keyed");
    backend.call("device/disable", "keyed");
    refused("is disabled", "device/token", "keyed", "hours", "1");
    assertEquals(2, list().size());
  }

  @Test
  void aCertificateNamesNoMoreThanItCan() {
    String id = "x".repeat(65);
    backend.add(id, "authority");
    refused("at most 64", "device/cert", id, "days", "1");
  }

  private void registersItself() {
    backend.session.register(Device.unconfirmed("temp_001", "north", backend.instant()));
    awaitConfirmed("false");
  }

  /// Live values move ten times a second, by the clock.
  private void awaitConfirmed(String expected) {
    backend.move(Duration.ofSeconds(1));
    SecureFixture.await(
        "the next snapshot",
        () -> list().stream().anyMatch(row -> expected.equals(row.get("confirmed"))));
  }

  @Test
  void aDeviceThatRegisteredItselfIsConfirmedByItsCredentials() {
    registersItself();
    refused(
        "is registered in facility north",
        "device/add",
        "temp_001",
        "facilityId",
        "south",
        "method",
        "keys");
    backend.add("temp_001", "keys");
    awaitConfirmed("true");
  }

  @Test
  void aDeviceWithoutCredentialsCanBeConfirmed() {
    registersItself();
    backend.call("device/confirm", "temp_001");
    awaitConfirmed("true");
    assertNull(list().getFirst().get("method"));
  }

  @Test
  void keysAreShownOnceAndNeverListed() {
    Map<String, String> added = backend.add("temp_001", "keys");
    assertEquals(44, added.getOrDefault("primaryKey", "").length());
    assertFalse(list().toString().contains("Key"), () -> list().toString());
  }

  @Test
  void everyChangeIsInTheAuditTrailWithWhoMadeIt() {
    backend.add("temp_001", "keys");
    backend.call("device/rotate", "temp_001");
    backend.call("device/token", "temp_001", "hours", "1");
    backend.call("device/disable", "temp_001");
    backend.call("device/confirm", "temp_001");
    List<AuditEntry> lines = backend.stopAndReadAudit();
    assertEquals(
        List.of("device.add", "device.rotate", "device.token", "device.disable", "device.confirm"),
        lines.stream().map(AuditEntry::what).toList());
    assertTrue(lines.stream().allMatch(line -> line.who().equals("tester")), lines::toString);
  }
}
