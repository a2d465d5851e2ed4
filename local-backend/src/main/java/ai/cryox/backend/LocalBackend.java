package ai.cryox.backend;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.api.ApiPorts;
import ai.cryox.backend.archive.ReportArchive;
import ai.cryox.backend.archive.ReportControl;
import ai.cryox.backend.archive.ScheduleAgent;
import ai.cryox.backend.calibration.CalibrationControl;
import ai.cryox.backend.calibration.CalibrationWatch;
import ai.cryox.backend.classify.ClockWatch;
import ai.cryox.backend.classify.ConditionWatch;
import ai.cryox.backend.classify.SilenceWatch;
import ai.cryox.backend.classify.Watches;
import ai.cryox.backend.control.AuditControl;
import ai.cryox.backend.control.RouteControl;
import ai.cryox.backend.downstream.DownstreamAgent;
import ai.cryox.backend.energy.StoredEnergy;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.excursion.ExcursionAgent;
import ai.cryox.backend.excursion.ExcursionDesk;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.identity.Delays;
import ai.cryox.backend.identity.Identities;
import ai.cryox.backend.ingest.Admission;
import ai.cryox.backend.ingest.CurrentAlarmDesign;
import ai.cryox.backend.ingest.CurrentRoutes;
import ai.cryox.backend.ingest.IngestQueue;
import ai.cryox.backend.live.LiveState;
import ai.cryox.backend.live.Surroundings;
import ai.cryox.backend.live.VitalSigns;
import ai.cryox.backend.metrics.Metrics;
import ai.cryox.backend.order.OrderBook;
import ai.cryox.backend.outbox.CalloutAgent;
import ai.cryox.backend.people.AccountDesk;
import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.people.LockWatch;
import ai.cryox.backend.people.Reception;
import ai.cryox.backend.people.TokenKeyFile;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.CommitJournal;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.profile.ProfileDesk;
import ai.cryox.backend.proof.AnchorAgent;
import ai.cryox.backend.proof.HeadWatch;
import ai.cryox.backend.proof.LedgerAgent;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.backend.proof.LocalLedger;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.RelayLimits;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.backend.rights.DeniedTries;
import ai.cryox.backend.rights.GuardedSession;
import ai.cryox.backend.secret.KeyStoreSecrets;
import ai.cryox.backend.secret.Passphrase;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.backend.store.DataStore;
import ai.cryox.backend.store.Recovery;
import ai.cryox.backend.store.SqliteAlarmDesignStore;
import ai.cryox.backend.store.SqliteAlarmStore;
import ai.cryox.backend.store.SqliteAuditStore;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.backend.store.SqliteCapaStore;
import ai.cryox.backend.store.SqliteCredentialStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteDeviceStore;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.backend.store.SqliteFloorPlanStore;
import ai.cryox.backend.store.SqliteMeasurements;
import ai.cryox.backend.store.SqliteMemoryStore;
import ai.cryox.backend.store.SqliteMessageStore;
import ai.cryox.backend.store.SqliteNotebookStore;
import ai.cryox.backend.store.SqlitePeopleStore;
import ai.cryox.backend.store.SqliteProfileStore;
import ai.cryox.backend.store.SqlitePromiseStore;
import ai.cryox.backend.store.SqliteReadingStore;
import ai.cryox.backend.store.SqliteRejectionStore;
import ai.cryox.backend.store.SqliteReportStore;
import ai.cryox.backend.store.SqliteRetentionStore;
import ai.cryox.backend.store.SqliteRouteStore;
import ai.cryox.backend.store.SqliteScheduleStore;
import ai.cryox.backend.store.SqliteWatchStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreLedger;
import ai.cryox.backend.store.StoredRelayReader;
import ai.cryox.core.backend.Backend;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.Secrets;
import ai.cryox.core.ledger.Anchor;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.reading.ReadingSink;
import ai.cryox.core.routing.RouteTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The backend in this process: one data folder, one pipeline, any number of wires and sessions.
///
/// The constructor locks the folder and brings back what was remembered; {@link #start} begins to
/// work.
public final class LocalBackend implements Backend {
  private final DataStore store;
  private final Surroundings surroundings = new Surroundings();
  private final IngestQueue queue;
  private final PipelineAgent agent;
  private final LocalStores stores;
  private final LiveState live;
  private final CurrentRoutes routes;
  private final CurrentAlarmDesign alarmDesign;
  private final DownstreamAgent downstream;
  private final CalloutAgent callouts;
  private final CommitJournal journal;
  private final Relay relay;
  private final ExecutorService courier =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("relay").daemon().factory());
  private final Identities identities;
  private final ExcursionAgent excursions;
  private final AccountDesk accountDesk;
  private final LockWatch locks;
  private final CalibrationWatch calibrations;
  private final Accounts accounts;
  private final DeniedTries denied = new DeniedTries();
  private final HeadWatch heads;
  private final LedgerAgent ledger;
  private final @Nullable AnchorAgent anchors;
  private final ReportArchive archive;
  private final ScheduleAgent schedules;
  private final ApiPorts apiPorts;
  private boolean closed;

  /// Loads what opening a data folder needs; any thread, before or beside it.
  public static void prepare() {
    SqliteDatabase.prepare();
  }

  /// Opens the data folder.
  ///
  /// @throws StoreException if it is in use, cannot be written, or holds something that is not ours
  public LocalBackend(BackendSettings settings, InstantSource clock) {
    this(settings, clock, Delays.USUAL);
  }

  /// The same with other delays for those who fail to prove who they are.
  public LocalBackend(BackendSettings settings, InstantSource clock, Delays delays) {
    store = DataStore.open(settings.data(), LedgerKey::open);
    StoreLedger leaves = store.series().ledger();
    heads = HeadWatch.of(settings.ledgerHead(), store.directory().path(), leaves);
    SqliteDatabase database = store.database();
    routes = new CurrentRoutes(new SqliteRouteStore(database).table());
    alarmDesign = new CurrentAlarmDesign(new SqliteAlarmDesignStore(database).read());
    SqliteReadingStore readings = new SqliteReadingStore(store.series());
    SqliteAlarmStore alarms = new SqliteAlarmStore(database);
    SqliteRejectionStore rejections = new SqliteRejectionStore(database);
    Fleet fleet = new Fleet();
    fleet.know(new SqliteProfileStore(database).book());
    new Recovery(
            new SqliteDeviceStore(database),
            readings,
            new SqliteMemoryStore(database),
            new SqliteMessageStore(store.series()),
            new SqliteWatchStore(database))
        .restore(fleet);
    Instant now = clock.instant();
    AlarmDesk desk = new AlarmDesk(fleet, alarms::isKnown, alarmDesign, now);
    desk.restore(alarms.active());
    EscalationDesk escalations = CalloutAgent.desk(database, fleet, desk, alarmDesign, now);
    SqlitePeopleStore people = new SqlitePeopleStore(database);
    accountDesk = new AccountDesk(people.accounts());
    locks = new LockWatch(accountDesk, alarmDesign);
    calibrations =
        new CalibrationWatch(fleet, new SqliteCalibrationStore(database).read(null), alarmDesign);
    SqliteExcursionStore excursionStore = new SqliteExcursionStore(database);
    ExcursionDesk excursionDesk = new ExcursionDesk(fleet, readings);
    excursionDesk.restore(excursionStore, now);
    Admission admission = new Admission(fleet, readings);
    long rejected = rejections.counts().values().stream().mapToLong(Long::longValue).sum();
    VitalSigns vitalSigns =
        new VitalSigns(now, readings.count(), rejected, admission::duplicates, surroundings);
    live = new LiveState(fleet, desk.active(), escalations::escalations, vitalSigns, now);
    queue = new IngestQueue(settings.queueBytes());
    Metrics metrics = new Metrics();
    metrics.gauge("cryox_ingest_queue_messages", "Messages that wait to be stored.", queue::size);
    metrics.gauge("cryox_store_bytes", "Bytes of the data file in use.", database::liveBytes);
    agent =
        PipelineAgent.assemble(
            queue,
            fleet,
            admission,
            excursionDesk,
            watches(fleet, now),
            desk,
            escalations,
            new BatchWriter(database, store.series()),
            live,
            metrics,
            clock);
    apiPorts =
        new ApiPorts(
            new LocalPromises(new SqlitePromiseStore(database), agent),
            new StoredEnergy(new SqliteMessageStore(store.series())),
            metrics);
    Secrets secrets =
        new KeyStoreSecrets(
            store.directory().path(), new Passphrase(store.directory().path(), System.getenv()));
    callouts = new CalloutAgent(escalations, database, fleet, desk, agent, secrets, live, clock);
    journal = new CommitJournal(agent);
    excursions = new ExcursionAgent(excursionDesk, readings, excursionStore, agent::submit, clock);
    relay = new Relay(RelayLimits.USUAL, journal, clock, courier, StoredRelayReader.read(database));
    downstream = new DownstreamAgent(fleet, database, agent, relay.downlink(), queue, clock);
    accounts =
        new Accounts(
            accountDesk,
            locks,
            people,
            new TokenKeyFile(store.directory().path()),
            store.directory().path(),
            settings.people(),
            agent,
            clock);
    archive =
        new ReportArchive(
            store.directory().path(),
            new SqliteReportStore(database),
            new SqliteScheduleStore(database),
            accounts,
            live,
            settings.stamps(),
            clock);
    schedules =
        new ScheduleAgent(
            archive,
            escalations,
            desk,
            alarmDesign,
            new Attributed(agent, Accounts.owner("Cryox"), null),
            clock);
    callouts.enclose(archive::enclosure);
    ledger = new LedgerAgent(database, leaves.breaks(), heads, desk, agent::submit, clock);
    Anchor anchor = settings.anchor();
    anchors = anchor == null ? null : new AnchorAgent(anchor, leaves::newest, agent::submit, clock);
    SqliteAuditStore audit = new SqliteAuditStore(database);
    stores =
        new LocalStores(
            readings,
            new SqliteMeasurements(store.series()),
            new SqliteNotebookStore(database),
            new SqliteCapaStore(database),
            new SqliteCalibrationStore(database),
            calibrations,
            alarms,
            excursionStore,
            rejections,
            audit,
            new OrderBook(audit, clock),
            new LocalLedger(database, ledger::state),
            new SqliteRetentionStore(database),
            new SqliteFloorPlanStore(database),
            routes,
            alarmDesign,
            fleet,
            desk,
            new ProfileDesk(fleet));
    identities =
        new Identities(
            store.directory().path(),
            new SqliteCredentialStore(database),
            fleet,
            agent,
            live,
            clock,
            delays);
  }

  /// What the owner of the data folder may have done.
  ///
  /// @param who for journals and the audit trail
  public Control control(String who) {
    Attributed owner = new Attributed(agent, Accounts.owner(who), null);
    return new BackendControl(
        Map.of(
            "device",
            identities.control(who),
            "callout",
            callouts.control(owner),
            "user",
            accounts.control(owner),
            "issuer",
            accounts.issuers(owner),
            "audit",
            new AuditControl(session(owner)),
            "calibration",
            new CalibrationControl(
                agent,
                new SqliteCalibrationStore(store.database()),
                stores.fleet(),
                calibrations,
                who),
            "report",
            new ReportControl(session(owner), accounts, this::session, archive::letterheads),
            "route",
            new RouteControl(session(owner))));
  }

  private Watches watches(Fleet fleet, Instant now) {
    return new Watches(
        new ConditionWatch(fleet, alarmDesign),
        new SilenceWatch(fleet, alarmDesign, surroundings::links, now),
        new ClockWatch(alarmDesign, surroundings::elapsedNanos),
        batch -> {
          locks.accept(batch);
          calibrations.accept(batch);
          denied.accept(batch);
        });
  }

  /// Begins to work off what the wires hand in.
  public void start() {
    callouts.start();
    agent.start();
    recover();
    schedules.start();
    downstream.start();
    excursions.start();
    ledger.start();
    if (anchors != null) {
      anchors.start();
    }
  }

  /// Tidies up what a stop left half done; beside {@link #start} for tests that turn it by hand.
  void recover() {
    archive.recover(new Attributed(agent, Accounts.owner("Cryox"), null));
  }

  /// Whether the pipeline works. Once started it stops by itself only on a fault of the program.
  public boolean isWorking() {
    return agent.isAlive();
  }

  /// Says by what to tell people of alarms; before {@link #start}.
  public void notifyBy(List<NotificationChannel> channels) {
    callouts.sendBy(channels);
  }

  /// The way to the devices, for tests that turn it by hand instead of starting it.
  DownstreamAgent downstream() {
    return downstream;
  }

  /// Who is called, for tests that turn it by hand instead of starting it.
  CalloutAgent callouts() {
    return callouts;
  }

  /// The pipeline, for tests that turn it by hand instead of starting it.
  PipelineAgent agent() {
    return agent;
  }

  /// What has the ledger stamped, for tests that turn it by hand; `null` = nobody stamps it.
  @Nullable AnchorAgent anchors() {
    return anchors;
  }

  /// What makes reports by itself, for tests that turn it by hand instead of starting it.
  ScheduleAgent schedules() {
    return schedules;
  }

  /// What evaluates late readings, for tests that turn it by hand instead of starting it.
  ExcursionAgent excursions() {
    return excursions;
  }

  /// What verifies the ledger, for tests that turn it by hand instead of starting it.
  LedgerAgent ledger() {
    return ledger;
  }

  /// The alarms, for tests.
  AlarmDesk desk() {
    return stores.desk();
  }

  /// Where wires hand in what they receive.
  public ReadingSink sink() {
    return queue;
  }

  /// The routes in force at the moment of asking, for the wires; any thread.
  public Supplier<RouteTable> routes() {
    return routes;
  }

  /// What the endpoint asks when a device speaks on IoT Hub's topics.
  public TopicHandler topics() {
    return downstream.topics();
  }

  /// What MQTT clients and the backend say to each other; {@link #start} before the first client
  /// comes.
  public Relay relay() {
    return relay;
  }

  /// Who may come in.
  public Identities identities() {
    return identities;
  }

  /// What the HTTP API asks beside a session.
  public ApiPorts apiPorts() {
    return apiPorts;
  }

  /// How the backend itself speaks to MQTT clients.
  public Downlink downlink() {
    return relay.downlink();
  }

  /// Where whoever joins the backend to its wires says how these are.
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public Place place() {
    return Place.LOCAL;
  }

  @Override
  public Session signIn(SignIn who) {
    return switch (who) {
      case SignIn.Desk desk -> session(accounts.desk(desk), null);
      case SignIn.Password password -> accounts.signIn(password, this::session);
      case SignIn.Vouched vouched -> accounts.signIn(vouched.passport(), this::session);
      case SignIn.Token token -> reception().session(token.token(), null);
    };
  }

  /// Issuers at which people can sign in with a browser.
  public List<IssuerOffer> issuers() {
    return accounts.offers();
  }

  /// Whether anybody needs to sign in: not before the first account.
  public boolean hasAccounts() {
    return accounts.isAnybodyKnown();
  }

  /// Where callers from outside come in.
  public Reception reception() {
    return accounts.reception(this::session);
  }

  private Session session(Supplier<SignedIn> who, @Nullable String address) {
    return session(new Attributed(agent, who, address));
  }

  private Session session(Attributed person) {
    LocalSession whole =
        new LocalSession(
            person,
            stores,
            live,
            downstream,
            callouts.callouts(person),
            accounts,
            archive.reports(person, schedules.schedules(person)),
            identities.control(person.who().name()));
    return new GuardedSession(whole, person, stores.alarms()::facilityOf, denied);
  }

  /// Works off what waits, then closes the data folder. Wires must be closed before.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    identities.close();
    schedules.close();
    callouts.close();
    downstream.close();
    excursions.close();
    ledger.close();
    if (anchors != null) {
      anchors.close();
    }
    journal.close();
    agent.close();
    courier.shutdown();
    store.close();
    heads.keep();
  }
}
