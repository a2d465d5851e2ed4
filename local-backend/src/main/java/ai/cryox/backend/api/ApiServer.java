package ai.cryox.backend.api;

import ai.cryox.backend.people.Reception;
import ai.cryox.core.backend.Session;
import ai.cryox.core.reading.PayloadEncoder;
import io.javalin.Javalin;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP API of one backend: Javalin's routes in a small Jetty of our own. Our own because it
/// needs neither sessions nor WebSockets, and because a busy port is then a plain exception instead
/// of a stack trace in the log.
///
/// Without TLS it listens on loopback addresses only.
public final class ApiServer implements AutoCloseable {
  /// What all routes but health begin with.
  static final String ROOT = "/api/v1";

  /// Platform threads, as few as will do: a reader in SQLite would pin a virtual thread's carrier.
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 3;
  private static final int IDLE_THREAD_MILLIS = 60_000;
  private static final long STOP_MILLIS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  private final ApiSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final SslContextFactory.@Nullable Server tls;
  private final LivePump pump;
  private final ReportJobs jobs;
  private final Javalin javalin;
  private final ChangeLog changes;

  /// Without control calls, over a backend that keeps no promises.
  ///
  /// @param session whose rights every request has
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  public ApiServer(
      ApiSettings settings, Session session, PayloadEncoder encoder, InstantSource clock) {
    this(settings, session, encoder, clock, ApiPorts.inMemory(), null, null);
  }

  /// Over a backend that keeps no promises and has no accounts.
  ///
  /// @param session whose rights every request has
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  /// @param control what the owner of the data folder may call
  public ApiServer(
      ApiSettings settings,
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      ControlAccess control) {
    this(settings, session, encoder, clock, ApiPorts.inMemory(), control, null);
  }

  /// Over a backend without accounts.
  ///
  /// @param session whose rights every request has
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  /// @param ports what else the backend does for the API
  /// @param control what the owner of the data folder may call; `null` = nothing
  public ApiServer(
      ApiSettings settings,
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      ApiPorts ports,
      @Nullable ControlAccess control) {
    this(settings, session, encoder, clock, ports, control, null);
  }

  /// @param session of whoever sits at this machine; every request from this machine has it as long
  ///   as there is no account
  /// @param encoder writes readings as devices do
  /// @param clock says what "now" is where a request leaves out its end
  /// @param ports what else the backend does for the API
  /// @param control what the owner of the data folder may call; `null` = nothing
  /// @param reception lets in who has an account; `null` = nobody has
  public ApiServer(
      ApiSettings settings,
      Session session,
      PayloadEncoder encoder,
      InstantSource clock,
      ApiPorts ports,
      @Nullable ControlAccess control,
      @Nullable Reception reception) {
    this.settings = settings;
    this.server = new Server(threads());
    this.tls = ApiConnector.tls(settings.tls());
    this.connector = ApiConnector.of(server, tls);
    this.changes =
        new ChangeLog(session.live(), encoder, Long.toString(clock.millis(), Character.MAX_RADIX));
    this.pump = new LivePump(changes);
    this.jobs = new ReportJobs(clock);
    server.addConnector(connector);
    server.setErrorHandler(new WireProblems());
    ApiRoutes routes =
        new ApiRoutes(
            settings, session, encoder, clock, ports, changes, pump, jobs, control, reception);
    this.javalin = Javalin.create(config -> routes.configure(config, server.getThreadPool()));
    server.setHandler(handler());
    server.setStopTimeout(STOP_MILLIS);
  }

  /// Loads what a server needs; any thread, before one is made or beside it.
  public static void prepare() {
    Server idle = new Server(threads());
    idle.addConnector(ApiConnector.of(idle, null));
    JavalinServlet servlet =
        new JavalinServlet(
            Javalin.create(config -> config.startup.showJavalinBanner = false).unsafe);
    LOG.debug("Loaded {} and {}.", idle, servlet);
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

  /// For tests: how long a connection may lie idle.
  void idleMillis(long longest) {
    connector.setIdleTimeout(longest);
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
    jobs.close();
    try {
      server.stop();
    } catch (TimeoutException cut) {
      // Requests still under way after that time were cut off; the server has stopped.
      LOG.debug("Requests to {} were cut off by the stop.", where());
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

  /// With a plain queue: Jetty's own asks the platform's management for the width of a cache line,
  /// which takes a quarter of a second of the start.
  private static QueuedThreadPool threads() {
    QueuedThreadPool threads =
        new QueuedThreadPool(
            MOST_THREADS, FEWEST_THREADS, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
    threads.setName("http");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    return threads;
  }

  /// For tests: all addresses that are registered, each with its method, such as `get /api/v1`.
  List<String> addresses() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
        .toList();
  }

  private ServletContextHandler handler() {
    ServletContextHandler handler =
        new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    handler.addServlet(new ServletHolder(new JavalinServlet(javalin.unsafe)), "/*");
    handler.setErrorHandler(new WireProblems());
    return handler;
  }
}
