package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.identity.SasToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttSecurityException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The secure port with the clients that devices really use.
class PahoTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";

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

  private String uri() {
    return "ssl://localhost:" + backend.endpoint.securePort();
  }

  private String token() {
    Map<String, String> added = backend.add("temp_001", "keys");
    byte[] key = Base64.getDecoder().decode(Objects.requireNonNull(added.get("secondaryKey")));
    return SasToken.make("localhost", "temp_001", key, backend.instant().plus(Duration.ofHours(1)));
  }

  private TlsClient.Identity certificate() {
    backend.add("temp_001", "authority");
    return TestCertificates.issued(backend.call("device/cert", "temp_001", "days", "3"));
  }

  private void publishThree(TlsClient.@Nullable Identity identity, @Nullable String password)
      throws Exception {
    try (MqttClient client = new MqttClient(uri(), "temp_001", null)) {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
      options.setSocketFactory(TlsClient.context(backend.authority(), identity).getSocketFactory());
      if (password != null) {
        options.setUserName("localhost/temp_001/?api-version=2021-04-12");
        options.setPassword(password.toCharArray());
      }
      client.connect(options);
      client.publish(TOPIC, "2.5".getBytes(StandardCharsets.UTF_8), 1, false);
      client.disconnect();
    }
  }

  private void publishFive(TlsClient.@Nullable Identity identity, @Nullable String password)
      throws Exception {
    var client = new org.eclipse.paho.mqttv5.client.MqttClient(uri(), "temp_001", null);
    try {
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setSocketFactory(TlsClient.context(backend.authority(), identity).getSocketFactory());
      if (password != null) {
        options.setUserName("temp_001");
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
      }
      client.connect(options);
      MqttMessage message = new MqttMessage("3.5".getBytes(StandardCharsets.UTF_8));
      message.setQos(1);
      client.publish(TOPIC, message);
      client.disconnect();
    } finally {
      client.close();
    }
  }

  @Test
  void pahoPublishesWithAToken() throws Exception {
    String token = token();
    publishThree(null, token);
    publishFive(null, token);
    assertEquals(2, backend.stored());
  }

  @Test
  void pahoPublishesWithACertificate() throws Exception {
    TlsClient.Identity certificate = certificate();
    publishThree(certificate, null);
    publishFive(certificate, null);
    assertEquals(2, backend.stored());
  }

  @Test
  void pahoIsToldThatItIsNotAuthorized() {
    token();
    MqttSecurityException three =
        assertThrows(MqttSecurityException.class, () -> publishThree(null, "guess"));
    assertEquals(5, three.getReasonCode());
    MqttException five = assertThrows(MqttException.class, () -> publishFive(null, "guess"));
    assertEquals(0x87, five.getReasonCode());
  }
}
