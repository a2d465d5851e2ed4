package ai.cryox.simulator.publish;

import ai.cryox.core.identity.SasToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.jspecify.annotations.Nullable;

/// What simulated devices show a broker that asks who they are: tokens made with keys of their own.
/// Any thread.
public final class Credentials {
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final SSLSocketFactory sockets;
  private final Map<String, Key> keys;
  private final InstantSource clock;

  /// What one connection string says.
  private record Key(String host, byte[] bytes) {}

  private Credentials(SSLSocketFactory sockets, Map<String, Key> keys, InstantSource clock) {
    this.sockets = sockets;
    this.keys = keys;
    this.clock = clock;
  }

  /// Reads them.
  ///
  /// @param authority a PEM file with the certificate that the broker's own is signed with
  /// @param keys a file with one connection string a line, as Azure IoT Hub spells it:
  ///   `HostName=…;DeviceId=…;SharedAccessKey=…`
  /// @throws IllegalArgumentException with a sentence, if a file cannot be used
  public static Credentials read(Path authority, Path keys, InstantSource clock) {
    return new Credentials(trusting(authority), keys(keys), clock);
  }

  private static SSLSocketFactory trusting(Path authority) {
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          "%s holds no certificate that can be used (%s)."
              .formatted(authority, unusable.getMessage()),
          unusable);
    }
  }

  private static Map<String, Key> keys(Path file) {
    Map<String, Key> keys = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          add(line.strip(), keys);
        }
      }
    } catch (IOException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "%s cannot be used: each line must be HostName=…;DeviceId=…;SharedAccessKey=… (%s)."
              .formatted(file, unusable.getMessage()),
          unusable);
    }
    return keys;
  }

  private static void add(String line, Map<String, Key> into) {
    Map<String, String> parts = new HashMap<>();
    for (String part : line.split(";", -1)) {
      int equals = part.indexOf('=');
      parts.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
    }
    String host = parts.getOrDefault("HostName", "");
    String deviceId = parts.getOrDefault("DeviceId", "");
    byte[] key = Base64.getDecoder().decode(parts.getOrDefault("SharedAccessKey", ""));
    if (host.isEmpty() || deviceId.isEmpty() || key.length == 0) {
      throw new IllegalArgumentException("a part is missing");
    }
    into.put(deviceId, new Key(host, key));
  }

  /// Whether a connection of this id can show anything.
  public boolean isFor(String clientId) {
    return keys.containsKey(clientId);
  }

  /// Gives a connection what it needs, with a fresh token.
  void apply(MqttConnectOptions options, String clientId) {
    options.setSocketFactory(sockets);
    @Nullable Key key = keys.get(clientId);
    if (key != null) {
      options.setUserName(key.host() + "/" + clientId + "/?api-version=2021-04-12");
      options.setPassword(
          SasToken.make(key.host(), clientId, key.bytes(), clock.instant().plus(TOKEN_LIFE))
              .toCharArray());
    }
  }
}
