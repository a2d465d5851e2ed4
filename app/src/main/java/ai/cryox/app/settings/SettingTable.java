package ai.cryox.app.settings;

import ai.cryox.app.log.LogLevel;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.connectors.mqtt.BrokerAddress;
import ai.cryox.connectors.mqtt.MqttVersion;
import ai.cryox.connectors.oidc.RedirectAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that can be set. The checks, the example and what `cryox settings show` prints all
/// come from here and from the options of the same names.
public final class SettingTable {
  /// The section that may come several times: one for each broker.
  public static final String BROKER = "broker";

  private static final int MOST_CONNECTIONS = 8;

  /// Where everything lies.
  static final Setting DATA = new Setting("", "data", "--data", Kind.FILE, "\"/var/lib/cryox\"");

  /// All of them, in the order of the example.
  public static final List<Setting> ALL =
      List.of(
          DATA,
          new Setting("api", "http", "--http", Kind.ADDRESS, ""),
          new Setting("api", "https-port", "--https-port", Kind.whole(0, 65_535), "8443"),
          new Setting("api", "https-address", "--https-address", Kind.TEXT, ""),
          new Setting("api", "https-cert", "--https-cert", Kind.FILE, "\"/etc/cryox/server.pem\""),
          new Setting("api", "https-key", "--https-key", Kind.FILE, "\"/etc/cryox/server.key\""),
          new Setting(
              "api",
              "https-cert-password-file",
              "--https-cert-password-file",
              Kind.FILE,
              "\"/etc/cryox/server-password\""),
          new Setting("devices", "mqtt", "--mqtt", Kind.ADDRESS, ""),
          new Setting("devices", "insecure-loopback", "--insecure-loopback", Kind.FLAG, ""),
          new Setting("devices", "mqtts", "--mqtts", Kind.ADDRESS, "\"0.0.0.0:8883\""),
          new Setting("devices", "relay", "--relay", Kind.FLAG, ""),
          new Setting("devices", "relay-deny", "--relay-deny", Kind.TEXTS, "[\"site/+/secret\"]"),
          new Setting("tls", "names", "--tls-name", Kind.TEXTS, "[\"coldstore.example\"]"),
          new Setting("people", "password-days", "--password-days", Kind.whole(0, 36_525), ""),
          new Setting("ledger", "head", "--ledger-head", Kind.FILE, "\"/mnt/other/cryox-ledger\""),
          new Setting(
              "ledger", "stamp", "--ledger-stamp", Kind.URL, "\"http://stamps.example/tsr\""),
          new Setting("log", "level", "--log-level", Kind.choice(LogLevel.class), ""),
          new Setting("log", "size", "--log-size", Kind.whole(1, 10_000), ""),
          new Setting("log", "files", "--log-files", Kind.whole(0, 10_000), ""),
          new Setting("log", "days", "--log-days", Kind.whole(1, 10_000), ""),
          new Setting("service", "ready-file", "--ready-file", Kind.FILE, "\"/run/cryox/ready\""),
          new Setting("otlp", "endpoint", "--otlp-endpoint", Kind.URL, "\"http://localhost:4318\""),
          new Setting("otlp", "interval", "--otlp-interval", Kind.whole(1, 86_400), ""),
          new Setting("console", "theme", "--theme", Kind.choice(ThemePreference.class), ""),
          new Setting("console", "lock-minutes", "--lock-minutes", Kind.whole(0, 1_440), ""),
          new Setting(
              "console",
              "lock-minutes-operators",
              "--lock-minutes-operators",
              Kind.whole(0, 1_440),
              ""),
          new Setting(
              "console",
              "oidc-redirect",
              "--oidc-redirect",
              Kind.parsedTexts(
                  "addresses of this machine in brackets, like"
                      + " [\"http://localhost:8765/callback\"]",
                  RedirectAddress::parse),
              "[\"http://localhost:8765/callback\"]"),
          new Setting(
              BROKER,
              "uri",
              "--broker",
              Kind.parsed(
                  "tcp://HOST:PORT or ssl://HOST:PORT in quotes, without user or password",
                  BrokerAddress::parse),
              "\"ssl://broker.example:8883\""),
          new Setting(
              BROKER,
              "version",
              "--broker-version",
              Kind.parsed("3 or 5", MqttVersion::parse),
              "5"),
          new Setting(BROKER, "user", "--broker-user", Kind.TEXT, "\"cryox\""),
          new Setting(
              BROKER,
              "password-file",
              "--broker-password-file",
              Kind.FILE,
              "\"/etc/cryox/broker-password\""),
          new Setting(BROKER, "ca", "--broker-ca", Kind.FILE, "\"/etc/cryox/broker-ca.pem\""),
          new Setting(BROKER, "cert", "--broker-cert", Kind.FILE, "\"/etc/cryox/cryox.pem\""),
          new Setting(BROKER, "key", "--broker-key", Kind.FILE, "\"/etc/cryox/cryox.key\""),
          new Setting(
              BROKER,
              "cert-password-file",
              "--broker-cert-password-file",
              Kind.FILE,
              "\"/etc/cryox/cert-password\""),
          new Setting(BROKER, "topics", "--broker-topic", Kind.TEXTS, "[\"cryox/+/+/telemetry\"]"),
          new Setting(
              BROKER, "connections", "--broker-connections", Kind.whole(1, MOST_CONNECTIONS), "1"),
          new Setting(BROKER, "client-id", "--broker-client-id", Kind.TEXT, "\"cryox-north\""));

  private SettingTable() {}

  /// The setting of this section and key.
  ///
  /// @return `null` if there is none
  static @Nullable Setting find(String section, String key) {
    for (Setting setting : ALL) {
      if (setting.section().equals(section) && setting.key().equals(key)) {
        return setting;
      }
    }
    return null;
  }

  /// The sections, in the order of the example; the empty one first.
  public static Set<String> sections() {
    Set<String> sections = new LinkedHashSet<>();
    ALL.forEach(setting -> sections.add(setting.section()));
    return sections;
  }

  /// Those of one section.
  public static List<Setting> in(String section) {
    return ALL.stream().filter(setting -> setting.section().equals(section)).toList();
  }
}
