package ai.cryox.app.cli;

import ai.cryox.app.settings.Setting;
import ai.cryox.app.settings.SettingsFile;
import ai.cryox.connectors.mqtt.BrokerAddress;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.connectors.mqtt.Login;
import ai.cryox.connectors.mqtt.MqttVersion;
import ai.cryox.connectors.mqtt.RetryPace;
import ai.cryox.connectors.mqtt.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// One broker that readings are taken from.
final class BrokerOptions {
  /// Where the password comes from when no file is given: never from the command line, which others
  /// can read.
  private static final String PASSWORD_VARIABLE = "CRYOX_BROKER_PASSWORD";

  @Option(
      names = "--broker",
      required = true,
      paramLabel = "URI",
      description = "tcp://HOST:PORT or ssl://HOST:PORT. Give it again for a further broker.")
  private @Nullable BrokerAddress address;

  @Option(
      names = "--broker-version",
      paramLabel = "3|5",
      description = "MQTT 3.1.1 or 5. Usual: 5.")
  private MqttVersion version = MqttVersion.FIVE;

  @Option(names = "--broker-user", paramLabel = "NAME", description = "The user name.")
  private @Nullable String user;

  @Option(
      names = "--broker-password-file",
      paramLabel = "FILE",
      description =
          "Its first line is the password. Usual: the variable " + PASSWORD_VARIABLE + ".")
  private @Nullable Path passwordFile;

  @Option(
      names = "--broker-ca",
      paramLabel = "FILE",
      description = "PEM certificates of the broker's authority. Usual: those Java trusts.")
  private @Nullable Path authority;

  @Option(
      names = "--broker-cert",
      paramLabel = "FILE",
      description = "Our own certificate: PEM, or PKCS#12 (.p12, .pfx) with its key.")
  private @Nullable Path certificate;

  @Option(
      names = "--broker-key",
      paramLabel = "FILE",
      description = "The PEM key to it, PKCS#8 without a password.")
  private @Nullable Path key;

  @Option(
      names = "--broker-cert-password-file",
      paramLabel = "FILE",
      description = "Its first line is the password of the PKCS#12 file.")
  private @Nullable Path certificatePasswordFile;

  @Option(
      names = "--broker-topic",
      paramLabel = "FILTER",
      description =
          "What to subscribe to; may be given again. Usual: devices/+/messages/events/# and"
              + " cryox/+/+/telemetry.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--broker-connections",
      paramLabel = "N",
      description = "1 to 8 connections that share the messages. Usual: 1.")
  private int connections = 1;

  @Option(
      names = "--broker-client-id",
      paramLabel = "PREFIX",
      description =
          "What our client ids begin with. Usual: made from this machine and data folder.")
  private @Nullable String clientId;

  /// A broker of the settings file.
  static BrokerOptions of(Map<Setting, SettingsFile.Value> settings) {
    BrokerOptions broker = new BrokerOptions();
    CommandSpec options = CommandSpec.forAnnotatedObject(broker);
    settings.forEach(
        (setting, value) -> options.findOption(setting.option()).setValue(value.value()));
    return broker;
  }

  /// @param usualClientId where none is given
  /// @throws ParameterException with a sentence, if it makes no sense
  BrokerSettings settings(String usualClientId, @Nullable CommandSpec spec) {
    try {
      return new BrokerSettings(
          Objects.requireNonNull(address),
          version,
          clientId == null ? usualClientId : clientId,
          login(),
          new TlsFiles(authority, certificate, key, firstLine(certificatePasswordFile)),
          topics.isEmpty() ? BrokerSettings.USUAL_TOPICS : topics,
          connections,
          BrokerSettings.USUAL_EXPIRY,
          RetryPace.USUAL);
    } catch (IllegalArgumentException nonsense) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), nonsense.getMessage(), nonsense);
    }
  }

  private @Nullable Login login() {
    if (user == null) {
      if (passwordFile != null) {
        throw new IllegalArgumentException(
            "--broker-password-file needs --broker-user: a password without a user name is not"
                + " allowed in MQTT.");
      }
      return null;
    }
    String password =
        passwordFile == null ? System.getenv(PASSWORD_VARIABLE) : firstLine(passwordFile);
    return new Login(user, password == null ? "" : password);
  }

  private static @Nullable String firstLine(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "The password file %s cannot be read.".formatted(file), unreadable);
    }
  }
}
