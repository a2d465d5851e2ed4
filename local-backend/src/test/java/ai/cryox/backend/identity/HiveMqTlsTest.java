package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.Publication;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The secure port with HiveMQ's client and a certificate of the facility's authority.
class HiveMqTlsTest {
  private static final String EVENTS = "devices/temp_001/messages/events/";
  private static final String DEVICE_BOUND = "devices/temp_001/messages/devicebound/";

  @TempDir Path folder;
  private SecureFixture backend;
  private TlsClient.Identity identity;

  @BeforeEach
  void start() {
    backend = new SecureFixture(folder);
    backend.add("temp_001", "authority");
    identity = TestCertificates.issued(backend.call("device/cert", "temp_001", "days", "3"));
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  private MqttClientBuilder client(String clientId, String protocol) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", backend.authority());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(identity.store(), identity.password());
    return MqttClient.builder()
        .identifier(clientId)
        .serverHost("localhost")
        .serverPort(backend.endpoint.securePort())
        .sslConfig(
            MqttClientSslConfig.builder()
                .trustManagerFactory(trust)
                .keyManagerFactory(keys)
                .protocols(List.of(protocol))
                .build());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void send(String text) throws Exception {
    Publication message = Publication.of(DEVICE_BOUND, bytes(text), 1);
    backend.backend.downlink().send("temp_001", message).get(60, TimeUnit.SECONDS);
  }

  /// Each value is a reading of its own.
  private void awaitStored(int count) {
    SecureFixture.await(count + " readings", () -> backend.stored() == count);
    assertEquals(0, backend.rejections());
  }

  @Test
  void threePublishesWithEveryQosAndHearsAgainAfterAReconnection() throws Exception {
    Mqtt3BlockingClient client = client("temp_001", "TLSv1.2").useMqttVersion3().buildBlocking();
    client.connectWith().cleanSession(false).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.AT_MOST_ONCE).payload(bytes("1")).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.AT_LEAST_ONCE).payload(bytes("2")).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.EXACTLY_ONCE).payload(bytes("3")).send();
    awaitStored(3);
    client.subscribeWith().topicFilter(DEVICE_BOUND + "#").qos(MqttQos.AT_LEAST_ONCE).send();
    client.disconnect();
    send("set");
    try (var heard = client.publishes(MqttGlobalPublishFilter.ALL)) {
      assertTrue(client.connectWith().cleanSession(false).send().isSessionPresent());
      var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
      assertEquals("set", new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }
    client.disconnect();
  }

  @Test
  void fivePublishesWithEveryQosAndHearsAgainAfterAReconnection() throws Exception {
    Mqtt5BlockingClient client = client("temp_001", "TLSv1.3").useMqttVersion5().buildBlocking();
    client.connectWith().sessionExpiryInterval(600).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.AT_MOST_ONCE).payload(bytes("1")).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.AT_LEAST_ONCE).payload(bytes("2")).send();
    client.publishWith().topic(EVENTS).qos(MqttQos.EXACTLY_ONCE).payload(bytes("3")).send();
    awaitStored(3);
    client.subscribeWith().topicFilter(DEVICE_BOUND + "#").qos(MqttQos.AT_LEAST_ONCE).send();
    client.disconnect();
    send("set");
    try (var heard = client.publishes(MqttGlobalPublishFilter.ALL)) {
      var answer = client.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
      assertTrue(answer.isSessionPresent());
      var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
      assertEquals("set", new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }
    client.disconnect();
  }

  @Test
  void aCertificateOpensNothingForAnotherDevice() throws Exception {
    backend.add("temp_002", "authority");
    Mqtt5BlockingClient client = client("temp_002", "TLSv1.3").useMqttVersion5().buildBlocking();
    Mqtt5ConnAckException refused = assertThrows(Mqtt5ConnAckException.class, client::connect);
    assertEquals(0x87, refused.getMqttMessage().getReasonCode().getCode());
    Mqtt3BlockingClient old = client("temp_002", "TLSv1.2").useMqttVersion3().buildBlocking();
    Mqtt3ConnAckException refusedToo = assertThrows(Mqtt3ConnAckException.class, old::connect);
    assertEquals(5, refusedToo.getMqttMessage().getReturnCode().getCode());
  }
}
