package ai.cryox.backend.identity;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Control;
import ai.cryox.core.identity.CredentialStore;
import ai.cryox.core.live.LiveFeed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything about who may come in, of one backend. Thread-safe.
public final class Identities implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
  private static final long LAST_LINE_SECONDS = 2;

  private final KnownCredentials known;
  private final IdentityFiles files;
  private final PipelineAgent agent;
  private final LiveFeed live;
  private final InstantSource clock;
  private final CredentialAuthenticator authenticator;
  private final CredentialDesk desk;
  private final PlaceDesk places;
  private final Entrance entrance = new Entrance(ServerCertificate.hostName());
  private CompletableFuture<Boolean> lastLine = CompletableFuture.completedFuture(true);

  /// @param data the folder in whose folder `identity` the secrets lie
  /// @param fleet touched on the pipeline's thread only
  /// @param delays for those who fail
  public Identities(
      Path data,
      CredentialStore store,
      Fleet fleet,
      PipelineAgent agent,
      LiveFeed live,
      InstantSource clock,
      Delays delays) {
    this.known = new KnownCredentials(store);
    this.files = new IdentityFiles(data, clock);
    this.agent = agent;
    this.live = live;
    this.clock = clock;
    this.desk = new CredentialDesk(known, files, fleet, agent, clock);
    this.places = new PlaceDesk(fleet, agent);
    this.authenticator = new CredentialAuthenticator(known, files, delays, clock, this::write);
  }

  /// What the endpoint asks.
  public Authenticator authenticator() {
    return authenticator;
  }

  /// Where credentials are made and closed.
  public CredentialDesk desk() {
    return desk;
  }

  /// The same for the command line.
  ///
  /// @param who for the audit trail
  public Control control(String who) {
    return new DeviceControl(desk, places, known, files, live, entrance, who);
  }

  /// TLS for a port, with a fresh certificate.
  ///
  /// @param more names or addresses by which devices reach this machine, besides its own
  /// @throws IdentityException if the authority cannot be read or made, or a name is none
  public SSLContext tls(Collection<String> more) {
    Set<String> hosts = hosts(more);
    entrance.isCalled(hosts.iterator().next());
    return ServerCertificate.context(files.authority(), hosts, clock.instant());
  }

  /// The names and addresses that this machine has now.
  ///
  /// @param more by which it is reached besides
  /// @throws IdentityException if one of them is none
  public Set<String> hosts(Collection<String> more) {
    ServerCertificate.requireHosts(more);
    Set<String> hosts = new LinkedHashSet<>(more);
    hosts.addAll(ServerCertificate.hostsOfThisMachine());
    return hosts;
  }

  /// A fresh certificate for a server that asks its clients for none.
  ///
  /// @param hosts at least one
  /// @throws IdentityException if the authority cannot be read or made
  public ServerCredential serverCredential(Collection<String> hosts) {
    return ServerCertificate.credential(files.authority(), hosts, clock.instant());
  }

  /// SHA-256 of the authority's certificate, `AB:CD:…`: what people compare on two screens.
  ///
  /// @throws IdentityException if the authority cannot be read or made
  public String authorityFingerprint() {
    return Certificates.fingerprint(files.authority().certificate());
  }

  /// Says where devices come in, for those who set up devices.
  ///
  /// @param port of those with credentials, 0 = nowhere
  /// @param plainPort of those of this machine without, 0 = nowhere
  public void listening(int port, int plainPort) {
    entrance.listensOn(port);
    entrance.listensPlainlyOn(plainPort);
  }

  /// The pipeline keeps the order: once the last line is stored, all are.
  private synchronized void write(AuditEntry line) {
    lastLine =
        agent
            .submit(batch -> batch.audit.add(line))
            .exceptionally(failed -> {
              LOG.warn("A line of the audit trail could not be stored: {}", line);
              return false;
            });
  }

  /// Writes down what was counted. Before the pipeline is closed.
  @Override
  public void close() {
    authenticator.settleAll();
    awaited().completeOnTimeout(false, LAST_LINE_SECONDS, TimeUnit.SECONDS).join();
  }

  private synchronized CompletableFuture<Boolean> awaited() {
    return lastLine;
  }
}
