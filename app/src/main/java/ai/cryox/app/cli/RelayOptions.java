package ai.cryox.app.cli;

import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.relay.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Whether MQTT clients may speak to each other.
final class RelayOptions {
  @Option(
      names = "--relay",
      description = "Relay MQTT topics that carry no readings between clients, like any broker.")
  private boolean enabled;

  @Option(
      names = "--relay-deny",
      paramLabel = "FILTER",
      description =
          "With --relay: topics that nobody may subscribe to. May be given several times.")
  private List<String> denied = new ArrayList<>();

  RelaySettings settings(@Nullable CommandSpec spec) {
    CommandLines.require(
        enabled || denied.isEmpty(), spec, "--relay-deny means nothing without --relay.");
    List<TopicFilter> filters = new ArrayList<>();
    for (String text : denied) {
      TopicFilter filter = TopicFilter.parse(text);
      CommandLines.require(
          filter != null,
          spec,
          "'%s' is no MQTT topic filter; write it like site/+/secret or site/#.".formatted(text));
      if (filter != null) {
        filters.add(filter);
      }
    }
    return enabled ? RelaySettings.on(filters) : RelaySettings.OFF;
  }
}
