package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a device may do that was let in, and how long it may stay.
class AdmittedDeviceTest extends SecureGround {
  @Test
  void aRevokedCertificateIsCutOffAndRefused() {
    backend.add("temp_001", "authority");
    TlsClient.Identity certificate = certificate("temp_001");
    try (TlsClient client = backend.client(certificate)) {
      client.enter(5, "temp_001", null);
      backend.call("device/rotate", "temp_001");
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
    assertEquals(REFUSED_311, answer(certificate, "temp_001"));
    assertEquals("20020000", answer(certificate("temp_001"), "temp_001"));
  }

  @Test
  void aDisabledDeviceIsCutOffAndRefusedUntilItIsConfirmed() {
    Map<String, String> added = backend.add("temp_001", "keys");
    String token = token(added, "primaryKey");
    try (TlsClient client = backend.client()) {
      client.enter(4, "temp_001", token);
      backend.call("device/disable", "temp_001");
      assertEquals("", client.read());
    }
    assertEquals(REFUSED_311, answer(4, token));
    backend.call("device/confirm", "temp_001");
    backend.client().enter(4, "temp_001", token).close();
  }

  @Test
  void aConnectionEndsWithItsToken() {
    Map<String, String> added = backend.add("temp_001", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(5, "temp_001", token(added, "primaryKey"));
      backend.move(Duration.ofMinutes(59));
      publishes(client, 5);
      backend.move(Duration.ofMinutes(1));
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices/temp_002/messages/events/",
        "cryox/north/temp_002/telemetry",
        "cryox/south/temp_001/telemetry",
        "anything"
      })
  void aDeviceThatSpeaksUnderAnotherIdIsCutOff(String topic) {
    Map<String, String> added = backend.add("temp_001", "keys");
    backend.add("temp_002", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(5, "temp_001", token(added, "primaryKey"));
      client.send(TlsClient.publishPacket(5, 1, topic, "2.5"));
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
    assertEquals(0, backend.stored());
    AuditEntry line = refusals().getFirst();
    assertEquals("device.publish", line.what());
    assertEquals("temp_001", line.deviceId());
    assertEquals("127.0.0.1", line.address());
    assertTrue(line.detail().contains(topic), line.detail());
  }

  @Test
  void aDeviceThatListensToAnotherIsCutOff() {
    Map<String, String> added = backend.add("temp_001", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(4, "temp_001", token(added, "primaryKey"));
      client.send(TlsClient.subscribePacket(4, 1, "devices/temp_001/messages/devicebound/#"));
      assertEquals("9003000101", client.read());
      client.send(TlsClient.subscribePacket(4, 2, "devices/+/messages/devicebound/#"));
      assertEquals("", client.read());
    }
    assertEquals("device.subscribe", refusals().getFirst().what());
  }

  @Test
  void aWillMustSpeakUnderItsOwnIdToo() {
    backend.add("temp_001", "authority");
    TlsClient.Identity certificate = certificate("temp_001");
    try (TlsClient client = backend.client(certificate)) {
      client.send(TlsClient.connectPacket("temp_001", "devices/temp_002/messages/events/"));
      assertEquals(REFUSED_311, client.read());
    }
    try (TlsClient client = backend.client(certificate)) {
      client.send(TlsClient.connectPacket("temp_001", OWN));
      assertEquals("20020000", client.read());
    }
  }

  @Test
  void aGatewaySpeaksForItsFacilityAndForNoOther() {
    Map<String, String> added = backend.add("gate", "keys", "gateway", "true");
    String token = token(added, "primaryKey", "gate", Duration.ofHours(1));
    try (TlsClient client = backend.client()) {
      client.enter(4, "gate", token);
      client.send(TlsClient.publishPacket(4, 1, "cryox/north/temp_009/telemetry", "4"));
      assertEquals("40020001", client.read());
      client.send(TlsClient.publishPacket(4, 2, "cryox/south/temp_009/telemetry", "5"));
      assertEquals("", client.read());
    }
    assertEquals(1, backend.stored());
  }
}
