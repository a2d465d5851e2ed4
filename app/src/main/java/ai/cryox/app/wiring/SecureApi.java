package ai.cryox.app.wiring;

import ai.cryox.backend.api.ApiException;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ApiTls;
import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.identity.ServerCredential;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The API over TLS, with a certificate that is replaced in time while it serves.
final class SecureApi implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SecureApi.class.getName());
  private static final long BETWEEN_LOOKS_SECONDS = 60;

  private final HostPort where;
  private final CertificateSource source;
  private final InstantSource clock;
  private final ApiServer server;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("certificate").daemon().factory());

  /// @param server makes it of its settings
  /// @throws IdentityException if there is no certificate that can be used
  SecureApi(
      HostPort where,
      CertificateSource source,
      InstantSource clock,
      Function<ApiSettings, ApiServer> server) {
    this.where = where;
    this.source = source;
    this.clock = clock;
    ServerCredential first = source.fetch(clock.instant());
    ApiTls tls = new ApiTls(first.context(), source.names());
    this.server = server.apply(new ApiSettings(where.host(), where.port()).with(tls));
  }

  /// Binds and answers from now on.
  ///
  /// @throws ApiException if the address cannot be had
  void start() {
    server.start();
    looks.scheduleWithFixedDelay(
        this::look, BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
  }

  /// Takes another certificate if one is due. One that cannot be used changes nothing.
  void look() {
    if (!source.isDue(clock.instant())) {
      return;
    }
    try {
      ServerCredential next = source.fetch(clock.instant());
      server.replaceCertificate(next.context());
      LOG.log(
          Level.INFO,
          "HTTPS shows another certificate from now on, {0}, until {1}.",
          next.fingerprint(),
          next.certificate().getNotAfter().toInstant());
    } catch (IdentityException | ApiException unusable) {
      LOG.log(
          Level.WARNING, "{0} HTTPS goes on with the certificate before.", unusable.getMessage());
    }
  }

  /// Where it answers.
  HostPort where() {
    return new HostPort(where.host(), server.port());
  }

  @Override
  public void close() {
    looks.shutdownNow();
    server.close();
  }
}
