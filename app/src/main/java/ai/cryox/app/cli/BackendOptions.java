package ai.cryox.app.cli;

import ai.cryox.app.settings.SettingsException;
import ai.cryox.app.settings.SettingsFile;
import ai.cryox.app.wiring.Doors;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Https;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.people.PeopleSettings;
import ai.cryox.backend.proof.StampAnchor;
import ai.cryox.backend.report.HttpStampClient;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.ledger.Anchor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where a backend keeps its data and where it listens.
final class BackendOptions {
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private LedgerHeadOption ledgerHead = new LedgerHeadOption();

  @Option(
      names = "--ledger-stamp",
      paramLabel = "URL",
      description =
          "A time-stamp authority (RFC 3161) that confirms the ledger once an hour, so that not"
              + " even whoever has its key can write another history, and when kept reports are"
              + " made and signed. Usual: none.")
  private @Nullable URI ledgerStamp;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "Where the API answers. Usual: ${DEFAULT-VALUE}.")
  private HostPort http = HostPort.ANY;

  @Option(
      names = "--mqtt",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:1883",
      description =
          "Where devices of this machine connect, without credentials. Usual: ${DEFAULT-VALUE}.")
  private HostPort mqtt = HostPort.ANY;

  @ArgGroup(
      exclusive = false,
      multiplicity = "0..*",
      heading = "%nReadings from other brokers; what follows a --broker belongs to it:%n")
  private List<BrokerOptions> brokers = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--mqtts",
      paramLabel = "HOST:PORT",
      description =
          "Where devices with credentials connect, over TLS; such as 0.0.0.0:8883. Usual: nowhere.")
  private @Nullable HostPort mqtts;

  @Option(
      names = "--tls-name",
      paramLabel = "NAME",
      description =
          "A name or address by which this machine is reached, besides its own; it stands in the"
              + " certificates that devices and callers check. May be given several times.")
  private List<String> tlsNames = List.of();

  @Option(
      names = "--password-days",
      paramLabel = "DAYS",
      defaultValue = "365",
      description =
          "So long a password is good; then its owner chooses another one. 0 = for ever. Usual:"
              + " ${DEFAULT-VALUE}.")
  private int passwordDays = 365;

  Path folder() {
    return settings.folder();
  }

  HostPort http() {
    return http;
  }

  HostPort mqtt() {
    return mqtt;
  }

  @Nullable HostPort mqtts() {
    return mqtts;
  }

  /// Takes what the command line leaves out from the settings.
  ///
  /// @param command whose command line was parsed
  /// @throws SettingsException if the settings are wrong
  void takeSettings(@Nullable CommandSpec command) {
    SettingsFile file = settings.applyTo(command);
    if (brokers.isEmpty()) {
      brokers = file.brokers().stream().map(BrokerOptions::of).toList();
    }
  }

  /// @param plain whether devices of this machine are let in without credentials
  /// @param relay whether MQTT clients may speak to each other
  /// @param https how the API serves other machines; `null` = not at all
  Monitoring start(InstantSource clock, boolean plain, RelaySettings relay, @Nullable Https https) {
    Doors doors = new Doors(http, plain ? mqtt : null, mqtts, tlsNames, https);
    CommandLines.require(passwordDays >= 0, spec, "--password-days must be 0 or more.");
    PeopleSettings people =
        new PeopleSettings(Duration.ofDays(passwordDays), PeopleSettings.USUAL.hashCost());
    return new Wiring(clock)
        .start(
            BackendSettings.at(folder())
                .with(people)
                .withLedgerHead(ledgerHead.folder())
                .withAnchor(anchor())
                .withStamps(ledgerStamp == null ? null : new HttpStampClient(ledgerStamp)),
            doors,
            relay,
            new SignIn.Desk(CommandLines.userName()),
            brokerSettings());
  }

  private @Nullable Anchor anchor() {
    URI address = ledgerStamp;
    return address == null
        ? null
        : new StampAnchor(address.toString(), new HttpStampClient(address));
  }

  private List<BrokerSettings> brokerSettings() {
    String clientId = ClientIds.usual(folder());
    return brokers.stream().map(broker -> broker.settings(clientId, spec)).toList();
  }
}
