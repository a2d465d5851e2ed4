package ai.cryox.backend.api;

import ai.cryox.core.backend.Session;
import ai.cryox.core.reading.PayloadEncoder;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The HTTP API of one backend: Javalin's routes in a small Jetty of our own. Our own because it
/// needs neither sessions nor WebSockets, and because a busy port is then a plain exception instead
/// of a stack trace in the log.
///
/// Without TLS it listens on loopback addresses only.
public final class ApiServer implements AutoCloseable {
  /// What all routes but health begin with.
  static final String ROOT = "/api/v1";

  /// The seed's controller name comes out in its routes like this; both spellings work.
  private static final String SEED_LITERAL_ROOT = ROOT + "/temperature";

  /// Platform threads, as few as will do: a reader in SQLite would pin a virtual thread's carrier.
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 3;
  private static final long STOP_MILLIS = 2_000;

  private final ApiSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final SslContextFactory.@Nullable Server tls;
  private final LivePump pump;
  private final ChangeLog changes;

  /// Without control calls.
  ///
  /// @param session whose rights every request has
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  public ApiServer(
      ApiSettings settings, Session session, PayloadEncoder encoder, InstantSource clock) {
    this(settings, session, encoder, clock, null);
  }

  /// @param session whose rights every request has
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  /// @param control what the owner of the data folder may call; `null` = nothing
  public ApiServer(
      ApiSettings settings,
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      @Nullable ControlAccess control) {
    this.settings = settings;
    this.server = new Server(threads());
    this.tls = ApiConnector.tls(settings.tls());
    this.connector = ApiConnector.of(server, tls);
    this.changes =
        new ChangeLog(session.live(), encoder, Long.toString(clock.millis(), Character.MAX_RADIX));
    this.pump = new LivePump(changes);
    server.addConnector(connector);
    server.setErrorHandler(new WireProblems());
    server.setHandler(handler(session, encoder, clock, control));
    server.setStopTimeout(STOP_MILLIS);
  }

  /// Binds and answers from now on.
  ///
  /// @throws ApiException if the address cannot be had, or is no loopback address and there is no
  ///   TLS
  public void start() {
    InetAddress address = address(settings.host());
    connector.setHost(address.getHostAddress());
    connector.setPort(settings.port());
    bind();
    try {
      server.start();
      pump.start();
    } catch (Exception e) {
      close();
      throw new ApiException(
          "The HTTP API on %s could not start: %s.".formatted(where(), e.getMessage()), e);
    }
  }

  /// The TCP port it listens on; the settings' own unless those say 0.
  public int port() {
    return connector.getLocalPort();
  }

  /// Uses another certificate from the next connection on.
  ///
  /// @param context has it and its key
  /// @throws ApiException if the server has no TLS, or cannot use it; the old one stays then
  public void replaceCertificate(SSLContext context) {
    if (tls == null) {
      throw new ApiException("The HTTP API on %s has no TLS.".formatted(where()), null);
    }
    try {
      tls.reload(factory -> factory.setSslContext(context));
    } catch (Exception e) {
      throw new ApiException(
          "The HTTP API on %s cannot use the new certificate: %s."
              .formatted(where(), e.getMessage()),
          e);
    }
  }

  /// Lets requests under way finish for two seconds, then stops. Does nothing the second time.
  @Override
  public void close() {
    pump.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new ApiException("The HTTP API on %s did not stop cleanly.".formatted(where()), e);
    }
  }

  private void bind() {
    try {
      connector.open();
    } catch (IOException e) {
      throw new ApiException(
          "The HTTP API cannot listen on %s: another program uses that port or it is reserved. Stop that program or choose another port."
              .formatted(where()),
          e);
    }
  }

  private String where() {
    return settings.host() + ":" + settings.port();
  }

  private InetAddress address(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isLoopbackAddress() || tls != null) {
        return address;
      }
    } catch (UnknownHostException e) {
      throw new ApiException(
          "The HTTP API cannot listen on '%s': there is no such address here. Use 127.0.0.1."
              .formatted(host),
          e);
    }
    throw new ApiException(
        "The HTTP API will not listen on '%s': without TLS it serves this machine only. Use 127.0.0.1 or [::1]."
            .formatted(host),
        null);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    return threads;
  }

  private ServletContextHandler handler(
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      @Nullable ControlAccess control) {
    Javalin javalin = Javalin.create(config -> configure(config, session, encoder, clock, control));
    ServletContextHandler handler =
        new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    handler.addServlet(new ServletHolder(new JavalinServlet(javalin.unsafe)), "/*");
    handler.setErrorHandler(new WireProblems());
    return handler;
  }

  private void configure(
      JavalinConfig config,
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      @Nullable ControlAccess control) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.router.handlerWrapper(endpoint -> Problems.catchingErrors(endpoint.handler));
    RoutesConfig routes = config.routes;
    routes.before(new HostGuard(settings.tls()));
    routes.after(ctx -> ctx.header("Cache-Control", "no-store"));
    Problems.register(routes);
    Callers callers = ctx -> onThisMachine(ctx, session);
    KnownDevices devices = new KnownDevices(callers);
    ReadingRoutes readings = new ReadingRoutes(callers, encoder, clock, devices);
    AlertRoutes alerts = new AlertRoutes(callers, clock, devices);
    DeviceRoutes registry = new DeviceRoutes(callers, clock, devices);
    for (String prefix : List.of(ROOT, SEED_LITERAL_ROOT)) {
      readings.register(routes, prefix);
      alerts.register(routes, prefix);
      registry.register(routes, prefix);
    }
    alerts.registerLists(routes);
    new AlertActionRoutes(callers, devices).register(routes);
    registry.registerLists(routes);
    new RoutingRoutes(callers).register(routes);
    new TwinRoutes(callers, devices).register(routes);
    new ExcursionRoutes(callers, clock, devices).register(routes);
    new HealthRoutes(callers, clock, devices).register(routes);
    new WhatIfRoutes(callers, devices).register(routes);
    new ProfileRoutes(callers, devices).register(routes);
    new RetentionRoutes(callers).register(routes);
    new AuditRoutes(callers, clock).register(routes);
    new HistoryRoutes(callers, encoder, clock).register(routes);
    new AlertBatchRoutes(callers, devices).register(routes);
    new CalloutRoutes(callers).register(routes);
    new DesignRoutes(callers).register(routes);
    new StreamRoutes(callers, changes, pump, server.getThreadPool()).register(routes);
    new ServiceRoutes(session.live()).register(routes);
    if (control != null) {
      new ControlRoutes(control).register(routes);
    }
  }

  /// The desk's session, for those who sit at it.
  private static Session onThisMachine(Context ctx, Session session) {
    if (isLoopback(ctx.ip())) {
      return session;
    }
    throw ProblemException.unauthorized("Nobody can sign in here from another machine yet.");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
