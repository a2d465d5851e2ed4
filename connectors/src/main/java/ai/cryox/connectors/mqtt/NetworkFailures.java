package ai.cryox.connectors.mqtt;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What exceptions of sockets and TLS mean, in plain words.
final class NetworkFailures {
  private NetworkFailures() {}

  /// The innermost cause that means something.
  ///
  /// @return `null` if none does
  static @Nullable LinkFailure of(Throwable problem, BrokerAddress address) {
    LinkFailure found = null;
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      LinkFailure failure = one(cause, address);
      found = failure == null ? found : failure;
      cause = cause.getCause();
    }
    return found;
  }

  private static @Nullable LinkFailure one(Throwable cause, BrokerAddress address) {
    return switch (cause) {
      case UnknownHostException _ ->
          LinkFailure.passing("There is no host named %s.".formatted(address.host()));
      case ConnectException _ ->
          LinkFailure.passing(
              "Nobody answers at %s: the broker does not run, or a firewall is in between."
                  .formatted(address.name()));
      case NoRouteToHostException _ ->
          LinkFailure.passing("The network has no way to %s.".formatted(address.name()));
      case SocketTimeoutException _ ->
          LinkFailure.passing("%s did not answer in time.".formatted(address.name()));
      case SSLException tls -> tls(String.valueOf(tls.getMessage()), address);
      case CertificateExpiredException _ ->
          LinkFailure.refusal("The certificate of %s has expired.".formatted(address.name()));
      case CertificateNotYetValidException _ ->
          LinkFailure.refusal(
              "The certificate of %s is not valid yet; check the clocks of both machines."
                  .formatted(address.name()));
      case CertPathBuilderException _ -> unknownAuthority(address);
      case CertificateException other -> certificate(String.valueOf(other.getMessage()), address);
      case EOFException _ ->
          LinkFailure.passing("%s closed the connection.".formatted(address.name()));
      case IOException broken ->
          LinkFailure.passing(
              "The connection to %s broke: %s.".formatted(address.name(), broken.getMessage()));
      default -> null;
    };
  }

  private static LinkFailure tls(String message, BrokerAddress address) {
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("received fatal alert")) {
      return alert(words.substring(words.lastIndexOf(':') + 1).strip(), address);
    }
    if (words.contains("unsupported or unrecognized ssl message")) {
      return LinkFailure.refusal(
          "%s does not encrypt at this port; use tcp:// or the broker's TLS port."
              .formatted(address.name()));
    }
    if (words.contains("unable to find valid certification path")) {
      return unknownAuthority(address);
    }
    return LinkFailure.passing(
        "No encrypted connection to %s could be made: %s.".formatted(address.name(), message));
  }

  private static LinkFailure alert(String alert, BrokerAddress address) {
    return switch (alert) {
      case "certificate_required" ->
          LinkFailure.refusal(
              "%s wants a client certificate; give one with its key.".formatted(address.name()));
      case "bad_certificate", "unknown_ca", "certificate_unknown", "unsupported_certificate" ->
          LinkFailure.refusal(
              "%s does not accept our client certificate (%s)."
                  .formatted(address.name(), alert.replace('_', ' ')));
      case "certificate_expired" ->
          LinkFailure.refusal(
              "Our client certificate for %s has expired.".formatted(address.name()));
      case "certificate_revoked" ->
          LinkFailure.refusal(
              "Our client certificate for %s was revoked.".formatted(address.name()));
      default ->
          LinkFailure.passing(
              "%s ended the encrypted connection (%s)."
                  .formatted(address.name(), alert.replace('_', ' ')));
    };
  }

  private static LinkFailure unknownAuthority(BrokerAddress address) {
    return LinkFailure.refusal(
        "The certificate of %s is signed by an authority that is not trusted here; give the authority's certificate file."
            .formatted(address.name()));
  }

  private static @Nullable LinkFailure certificate(String message, BrokerAddress address) {
    boolean otherName =
        message.startsWith("No subject alternative")
            || message.startsWith("No name matching")
            || message.contains("doesn't match");
    return otherName
        ? LinkFailure.refusal(
            "The certificate of %s is made out for another host name; use the name that stands in it."
                .formatted(address.name()))
        : null;
  }
}
