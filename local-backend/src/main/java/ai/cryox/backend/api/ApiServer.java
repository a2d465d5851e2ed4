package ai.cryox.backend.api;

import ai.cryox.core.backend.Session;
import ai.cryox.core.reading.PayloadEncoder;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The HTTP API of one backend: Javalin's routes in a small Jetty of our own. Our own because it
/// needs neither sessions nor WebSockets, and because a busy port is then a plain exception instead
/// of a stack trace in the log.
///
/// Until sign-in exists it listens on loopback addresses only.
public final class ApiServer implements AutoCloseable {
  /// What all routes but health begin with.
  static final String ROOT = "/api/v1";

  /// The seed's controller name comes out in its routes like this; both spellings work.
  private static final String SEED_LITERAL_ROOT = ROOT + "/temperature";

  /// Platform threads, as few as will do: a reader in SQLite would pin a virtual thread's carrier.
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 3;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 2_000;

  private final ApiSettings settings;
  private final Server server;
  private final ServerConnector connector;

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
    this.connector = connector(server);
    server.addConnector(connector);
    server.setErrorHandler(new WireProblems());
    server.setHandler(handler(session, encoder, clock, control));
    server.setStopTimeout(STOP_MILLIS);
  }

  /// Binds and answers from now on.
  ///
  /// @throws ApiException if the address is no loopback address or cannot be had
  public void start() {
    InetAddress address = loopback(settings.host());
    connector.setHost(address.getHostAddress());
    connector.setPort(settings.port());
    bind();
    try {
      server.start();
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

  /// Lets requests under way finish for two seconds, then stops. Does nothing the second time.
  @Override
  public void close() {
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

  private static InetAddress loopback(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isLoopbackAddress()) {
        return address;
      }
    } catch (UnknownHostException e) {
      throw new ApiException(
          "The HTTP API cannot listen on '%s': there is no such address here. Use 127.0.0.1."
              .formatted(host),
          e);
    }
    throw new ApiException(
        "The HTTP API will not listen on '%s': without TLS and sign-in it serves this machine only. Use 127.0.0.1 or [::1]."
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

  private static ServerConnector connector(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static ServletContextHandler handler(
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

  private static void configure(
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
    routes.before(new LoopbackGuard());
    routes.after(ctx -> ctx.header("Cache-Control", "no-store"));
    Problems.register(routes);
    Callers callers = _ -> session;
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
    new ServiceRoutes(session.live()).register(routes);
    if (control != null) {
      new ControlRoutes(control).register(routes);
    }
  }
}
