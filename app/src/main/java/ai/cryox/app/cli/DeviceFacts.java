package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells a person what a device needs to connect. Keys are shown once, when they are made.
final class DeviceFacts {
  private static final String LINE = "  %-14s %s%n";
  private static final String USUAL_PORT = "8883";
  private final PrintWriter out;

  DeviceFacts(PrintWriter out) {
    this.out = out;
  }

  void added(Map<String, String> row) {
    String id = text(row, "deviceId");
    switch (text(row, "method")) {
      case "KEYS" -> {
        out.printf("%s was added. Its keys are shown this once:%n%n", id);
        keys(row);
      }
      case "AUTHORITY" ->
          out.printf("%1$s was added. `cryox device cert %1$s` makes its certificate.%n%n", id);
      default -> out.printf("%s was added. It connects with the certificate it has.%n%n", id);
    }
    connection(row, passwordWords(row));
    out.flush();
  }

  void rotated(Map<String, String> row) {
    String id = text(row, "deviceId");
    switch (text(row, "method")) {
      case "KEYS" -> {
        out.printf("%s has a new primary key. Its keys are shown this once:%n%n", id);
        keys(row);
      }
      case "AUTHORITY" ->
          out.printf(
              "All certificates of %1$s are revoked. `cryox device cert %1$s` makes a new one.%n",
              id);
      default ->
          out.printf("%s has a new thumbprint; the former one goes on until the next.%n", id);
    }
    out.flush();
  }

  void token(Map<String, String> row) {
    out.printf("A token for %s; it is the password:%n%n", text(row, "deviceId"));
    connection(row, text(row, "token"));
    out.printf("%nTry it:%n%n  ");
    publish(
        row,
        "--cafile %s -u '%s' -P '%s'"
            .formatted(text(row, "authority"), userName(row), text(row, "token")));
    out.flush();
  }

  void certified(Map<String, String> row, CertificateFiles files) {
    out.printf(
        "A certificate for %s, good until %s:%n%n", text(row, "deviceId"), text(row, "expires"));
    out.printf(LINE, "certificate", files.certificate());
    out.printf(LINE, "key", files.key());
    out.printf(LINE, "both, PKCS#12", files.keyStore());
    out.printf(LINE, "its password", text(row, "pkcs12Password") + "   (shown this once)");
    out.printf(LINE, "authority", files.authority());
    out.println();
    connection(row, "none");
    out.printf("%nTry it:%n%n  ");
    publish(
        row,
        "--cafile %s --cert %s --key %s"
            .formatted(files.authority(), files.certificate(), files.key()));
    out.flush();
  }

  private void keys(Map<String, String> row) {
    String primary = text(row, "primaryKey");
    out.printf(LINE, "primary key", primary);
    out.printf(LINE, "secondary key", text(row, "secondaryKey"));
    out.printf(
        "%nDevices made for Azure IoT Hub take them as a connection string:%n%n"
            + "  HostName=%s;DeviceId=%s;SharedAccessKey=%s%n%n",
        text(row, "host"), text(row, "deviceId"), primary);
  }

  private void connection(Map<String, String> row, String password) {
    out.printf("It connects with MQTT 3.1.1 or 5 over TLS 1.2 or 1.3:%n%n");
    out.printf(LINE, "host", text(row, "host"));
    out.printf(LINE, "port", portWords(row.get("port")));
    out.printf(LINE, "trusts", text(row, "authority"));
    out.printf(LINE, "client id", text(row, "deviceId"));
    out.printf(LINE, "user name", userName(row));
    out.printf(LINE, "password", password);
    out.printf(LINE, "topic", topic(row));
  }

  private static String passwordWords(Map<String, String> row) {
    return text(row, "method").equals("KEYS")
        ? "a token; `cryox device token %s` makes one".formatted(text(row, "deviceId"))
        : "none";
  }

  private static String portWords(@Nullable String port) {
    return port == null
        ? USUAL_PORT + ", once `cryox serve --mqtts 0.0.0.0:" + USUAL_PORT + "` runs"
        : port;
  }

  private void publish(Map<String, String> row, String proof) {
    String id = text(row, "deviceId");
    out.printf(
        "mosquitto_pub -h %s -p %s %s -i %s -q 1 \\%n    -t %s -m %s%n",
        text(row, "host"),
        row.getOrDefault("port", USUAL_PORT),
        proof,
        id,
        topic(row),
        example(id, text(row, "facilityId")));
  }

  /// With the time at which the shell reads it.
  private static String example(String deviceId, String facilityId) {
    return "'{\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"'$(date -u +%%FT%%TZ)'\",\"temperature\":2.5}'"
        .formatted(deviceId, facilityId);
  }

  private static String topic(Map<String, String> row) {
    return "devices/%s/messages/events/".formatted(text(row, "deviceId"));
  }

  private static String userName(Map<String, String> row) {
    return "%s/%s/?api-version=2021-04-12".formatted(text(row, "host"), text(row, "deviceId"));
  }

  private static String text(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }
}
