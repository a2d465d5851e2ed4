package ai.cryox.app.cli;

import ai.cryox.connectors.otlp.OtlpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Where figures of the backend go.
final class OtlpOptions {
  @Option(
      names = "--otlp-endpoint",
      paramLabel = "URL",
      description =
          "Send figures to this collector of OpenTelemetry (OTLP over HTTP). Usual: nowhere.")
  private @Nullable URI endpoint;

  @Option(
      names = "--otlp-interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How often. Usual: ${DEFAULT-VALUE}.")
  private int seconds = 60;

  /// @param data the data folder, which tells this backend from others of this machine
  /// @return `null` if they go nowhere
  /// @throws picocli.CommandLine.ParameterException with a sentence, if it makes no sense
  @Nullable OtlpSettings settings(Path data, @Nullable CommandSpec spec) {
    if (endpoint == null) {
      return null;
    }
    String scheme = String.valueOf(endpoint.getScheme());
    CommandLines.require(
        (scheme.equals("http") || scheme.equals("https"))
            && endpoint.getHost() != null
            && endpoint.getUserInfo() == null,
        spec,
        "--otlp-endpoint must be like http://localhost:4318, without user or password.");
    CommandLines.require(seconds >= 1, spec, "--otlp-interval is at least 1 second.");
    return new OtlpSettings(endpoint, Duration.ofSeconds(seconds), ClientIds.usual(data));
  }
}
