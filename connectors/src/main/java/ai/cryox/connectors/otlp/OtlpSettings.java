package ai.cryox.connectors.otlp;

import java.net.URI;
import java.time.Duration;

/// Where figures go.
///
/// @param endpoint the collector's, `http://localhost:4318`; `/v1/metrics` is added to it
/// @param every how often
/// @param instance tells this backend from others
public record OtlpSettings(URI endpoint, Duration every, String instance) {
  URI metrics() {
    return URI.create(endpoint.toString().replaceFirst("/+$", "") + "/v1/metrics");
  }
}
