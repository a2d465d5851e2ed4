package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Https;
import ai.cryox.backend.identity.GivenCertificate;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// How the API is served to other machines.
final class HttpsOptions {
  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      description =
          "Serve the API to other machines on this port, over TLS; 8443 is a good one. Usual: not"
              + " at all.")
  private @Nullable Integer port;

  @Option(
      names = "--https-address",
      paramLabel = "ADDRESS",
      defaultValue = "0.0.0.0",
      description = "On which address of this machine. Usual: ${DEFAULT-VALUE}, on all.")
  private String address = "0.0.0.0";

  @Option(
      names = "--https-cert",
      paramLabel = "FILE",
      description =
          "The certificate to show: PEM, those that vouch for it behind it, or PKCS#12 with its"
              + " key. Read again when it changes. Usual: one of our own authority, renewed by"
              + " itself.")
  private @Nullable Path certificate;

  @Option(
      names = "--https-key",
      paramLabel = "FILE",
      description = "The PEM key to it, without a password.")
  private @Nullable Path key;

  @Option(
      names = "--https-cert-password-file",
      paramLabel = "FILE",
      description = "Its first line is the password of the PKCS#12 file.")
  private @Nullable Path passwordFile;

  /// @return `null` if the API serves this machine only
  /// @throws picocli.CommandLine.ParameterException with a sentence, if it makes no sense
  @Nullable Https settings(@Nullable CommandSpec spec) {
    CommandLines.require(
        port != null || (certificate == null && key == null),
        spec,
        "--https-cert and --https-key mean nothing without --https-port.");
    CommandLines.require(
        certificate != null || (key == null && passwordFile == null),
        spec,
        "--https-key and --https-cert-password-file need --https-cert.");
    CommandLines.require(
        key == null || passwordFile == null,
        spec,
        "--https-key is for PEM files, --https-cert-password-file for PKCS#12; give one of them.");
    if (port == null) {
      return null;
    }
    CommandLines.require(
        port >= 0 && port <= 65_535, spec, "--https-port is 0 to 65535, not " + port + ".");
    return new Https(
        new HostPort(address, port),
        certificate == null ? null : new GivenCertificate(certificate, key, passwordFile));
  }
}
