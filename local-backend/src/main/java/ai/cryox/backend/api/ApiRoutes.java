package ai.cryox.backend.api;

import ai.cryox.backend.people.Reception;
import ai.cryox.core.backend.Session;
import ai.cryox.core.reading.PayloadEncoder;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// All addresses of the API, and what holds for each of them.
///
/// @param session of whoever sits at this machine
/// @param jobs make reports
/// @param control what the owner of the data folder may call; `null` = nothing
/// @param reception lets in who has an account; `null` = nobody has
record ApiRoutes(
    ApiSettings settings,
    Session session,
    PayloadEncoder encoder,
    InstantSource clock,
    ApiPorts ports,
    ChangeLog changes,
    LivePump pump,
    ReportJobs jobs,
    @Nullable ControlAccess control,
    @Nullable Reception reception) {
  /// The seed's controller name comes out in its routes like this; both spellings work.
  private static final String SEED_LITERAL_ROOT = ApiServer.ROOT + "/temperature";

  /// @param threads write the answers of long polls
  void configure(JavalinConfig config, Executor threads) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    Callers callers = new TokenCallers(reception, session);
    IdempotentPosts posts = new IdempotentPosts(ports.promises(), callers, clock);
    config.router.handlerWrapper(endpoint ->
        Problems.catchingErrors(
            endpoint.method.equals(HandlerType.POST)
                ? posts.once(endpoint.handler)
                : endpoint.handler));
    config.requestLogger.http(this::measure);
    RoutesConfig routes = config.routes;
    routes.before(new HostGuard(settings.tls()));
    routes.after(ctx -> {
      if (ctx.res().getHeader("Cache-Control") == null) {
        ctx.header("Cache-Control", "no-store");
      }
    });
    if (settings.requestsPerHour() > 0) {
      RateLimiter limiter = new RateLimiter(settings.requestsPerHour());
      routes.before(new RateLimit(limiter, callers, clock, !settings.limitsThisMachine()));
    }
    routes.before(SEED_LITERAL_ROOT + "/*", new DeprecatedAlias(SEED_LITERAL_ROOT));
    Problems.register(routes);
    PeopleProblems.register(routes);
    register(routes, callers, threads);
  }

  private void register(RoutesConfig routes, Callers callers, Executor threads) {
    KnownDevices devices = new KnownDevices(callers);
    ReadingRoutes readings = new ReadingRoutes(callers, encoder, clock, devices);
    AlertRoutes alerts = new AlertRoutes(callers, clock, devices);
    ConfigurationRoutes configurations =
        new ConfigurationRoutes(callers, clock, devices, ports.promises());
    for (String prefix : List.of(ApiServer.ROOT, SEED_LITERAL_ROOT)) {
      readings.register(routes, prefix);
      alerts.register(routes, prefix);
      configurations.register(routes, prefix);
    }
    configurations.registerStatus(routes);
    alerts.registerLists(routes);
    new AlertActionRoutes(callers, devices).register(routes);
    new DeviceRoutes(callers, clock, devices).register(routes);
    new RoutingRoutes(callers).register(routes);
    new TwinRoutes(callers, devices).register(routes);
    new ExcursionRoutes(callers, clock, devices).register(routes);
    new EnergyRoutes(ports.energy(), clock, devices).register(routes);
    new HealthRoutes(callers, clock, devices).register(routes);
    new WhatIfRoutes(callers, devices).register(routes);
    new ProfileRoutes(callers, devices).register(routes);
    new RetentionRoutes(callers).register(routes);
    new AuditRoutes(callers, clock).register(routes);
    new LedgerRoutes(callers).register(routes);
    new HistoryRoutes(callers, encoder, clock).register(routes);
    new AlertBatchRoutes(callers, devices).register(routes);
    new CalloutRoutes(callers).register(routes);
    new NotebookRoutes(callers).register(routes);
    new CalibrationRoutes(callers).register(routes);
    new ReportRoutes(callers, jobs, threads).register(routes);
    new ReportDocumentRoutes(callers).register(routes);
    new ScheduleRoutes(callers).register(routes);
    new LetterheadRoutes(callers).register(routes);
    new FloorPlanRoutes(callers).register(routes);
    new EnergyBookRoutes(callers).register(routes);
    new DesignRoutes(callers).register(routes);
    new StreamRoutes(callers, changes, pump, threads).register(routes);
    new ServiceRoutes(session.live(), callers, reception).register(routes);
    new DescriptionRoutes().register(routes);
    new MetricsRoutes(ports.metrics(), callers, session.live())
        .register(routes, pump, new EnergySavings(ports.energy(), session.live(), clock));
    new PeopleRoutes(callers).register(routes);
    if (reception != null) {
      new SessionRoutes(callers, reception).register(routes);
    }
    if (control != null) {
      new ControlRoutes(control).register(routes);
    }
  }

  /// By the address as it is registered: there are few of them.
  private void measure(Context ctx, float millis) {
    var endpoint = ctx.endpoints().matchedHttpEndpoint();
    ports
        .metrics()
        .answered(
            ctx.method().name(),
            endpoint == null ? "none" : endpoint.path,
            ctx.statusCode(),
            Duration.ofNanos((long) (millis * 1e6)));
  }
}
