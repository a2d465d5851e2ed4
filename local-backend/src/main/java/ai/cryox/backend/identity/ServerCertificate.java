package ai.cryox.backend.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// The server's side of TLS. Its certificate is made anew at every start, for the names and
/// addresses that this machine has then; devices trust the authority that signs it.
final class ServerCertificate {
  /// A DNS name or an IP address, as far as a certificate holds it.
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");

  private ServerCertificate() {}

  /// Refuses what no device could be told.
  static void requireHosts(Collection<String> hosts) {
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IdentityException(
            "'%s' is no host name nor an IP address; write international names in their ASCII form (xn--…)."
                .formatted(host));
      }
    }
  }

  /// What the machine is called, by itself and from outside.
  static Set<String> hostsOfThisMachine() {
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(hostName());
    hosts.add("localhost");
    hosts.add("127.0.0.1");
    hosts.add("::1");
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> hosts.add(withoutScope(address)));
    } catch (SocketException unknown) {
      // The names will do; more can be given with --tls-name.
      hosts.add(hostName());
    }
    hosts.removeIf(host -> !HOST.matcher(host).matches());
    return hosts;
  }

  /// The machine's own name.
  static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  private static String withoutScope(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  /// TLS with a fresh certificate for these hosts; takes the client certificates that {@link
  /// DeviceTrust} lets through.
  ///
  /// @throws IdentityException if a host is none that can stand in a certificate
  static SSLContext context(FacilityAuthority authority, Collection<String> hosts, Instant now) {
    TrustManager[] devices = {new DeviceTrust(authority)};
    return make(authority, hosts, now, devices).context();
  }

  /// The same for clients that show no certificate.
  ///
  /// @throws IdentityException if a host is none that can stand in a certificate
  static ServerCredential credential(
      FacilityAuthority authority, Collection<String> hosts, Instant now) {
    return make(authority, hosts, now, null);
  }

  private static ServerCredential make(
      FacilityAuthority authority,
      Collection<String> hosts,
      Instant now,
      TrustManager @Nullable [] trust) {
    char[] password = new char[0];
    try {
      Issued issued = authority.issueForServer(hosts, now);
      KeyStore store = KeyStore.getInstance("PKCS12");
      byte[] bytes =
          FacilityAuthority.keyStore("server", issued, List.of(authority.certificate()), password);
      store.load(new ByteArrayInputStream(bytes), password);
      // The one called PKIX opens the key in its store anew for each handshake, by a function that
      // is slow on purpose: more than half of the whole handshake's work.
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust, null);
      return new ServerCredential(context, issued.certificate());
    } catch (GeneralSecurityException | IOException | IllegalArgumentException failed) {
      throw new IdentityException(
          "TLS cannot be set up for %s (%s)."
              .formatted(String.join(", ", hosts), failed.getMessage()),
          failed);
    }
  }
}
