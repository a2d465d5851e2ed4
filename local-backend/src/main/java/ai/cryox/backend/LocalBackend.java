package ai.cryox.backend;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.api.ApiPorts;
import ai.cryox.backend.archive.ReportArchive;
import ai.cryox.backend.energy.StoredEnergy;
import ai.cryox.backend.identity.Delays;
import ai.cryox.backend.identity.Identities;
import ai.cryox.backend.live.Surroundings;
import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.people.Reception;
import ai.cryox.backend.people.TokenKeyFile;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.CommitJournal;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.proof.HeadWatch;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.RelayLimits;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.backend.store.DataStore;
import ai.cryox.backend.store.SqliteCredentialStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteMessageStore;
import ai.cryox.backend.store.SqlitePromiseStore;
import ai.cryox.backend.store.SqliteReportStore;
import ai.cryox.backend.store.SqliteScheduleStore;
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
import ai.cryox.core.reading.ReadingSink;
import ai.cryox.core.routing.RouteTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The backend in this process: one data folder, one pipeline, any number of wires and sessions.
///
/// The constructor locks the folder and brings back what was remembered; {@link #start} begins to
/// work.
public final class LocalBackend implements Backend {
  private final DataStore store;
  private final HeadWatch heads;
  private final Surroundings surroundings = new Surroundings();
  private final Stations stations;
  private final PipelineAgent agent;
  private final CommitJournal journal;
  private final ExecutorService courier =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("relay").daemon().factory());
  private final Relay relay;
  private final Accounts accounts;
  private final ReportArchive archive;
  private final SideAgents agents;
  private final Identities identities;
  private final Sessions sessions;
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
    stations = Stations.open(store, settings.queueBytes(), surroundings, clock);
    agent = stations.agent();
    Path folder = store.directory().path();
    SqliteDatabase database = store.database();
    apiPorts =
        new ApiPorts(
            new LocalPromises(new SqlitePromiseStore(database), agent),
            new StoredEnergy(new SqliteMessageStore(store.series())),
            stations.metrics());
    journal = new CommitJournal(agent);
    relay = new Relay(RelayLimits.USUAL, journal, clock, courier, StoredRelayReader.read(database));
    accounts =
        new Accounts(
            stations.accounts(),
            stations.locks(),
            stations.people(),
            new TokenKeyFile(folder),
            folder,
            settings.people(),
            agent,
            clock);
    archive =
        new ReportArchive(
            folder,
            new SqliteReportStore(database),
            new SqliteScheduleStore(database),
            accounts,
            stations.live(),
            settings.stamps(),
            clock);
    agents =
        SideAgents.of(
            store, heads, stations, archive, relay.downlink(), settings.anchor(), machine(), clock);
    LocalStores stores = LocalStores.of(store, stations, agents.ledger(), clock);
    identities =
        new Identities(
            folder,
            new SqliteCredentialStore(database),
            stations.fleet(),
            agent,
            stations.live(),
            clock,
            delays);
    sessions =
        new Sessions(
            agent,
            stores,
            stations.live(),
            agents,
            accounts,
            archive,
            identities,
            stations.denied());
  }

  /// In whose name the backend changes things by itself.
  private Attributed machine() {
    return new Attributed(agent, Accounts.owner("Cryox"), null);
  }

  /// What the owner of the data folder may have done.
  ///
  /// @param who for journals and the audit trail
  public Control control(String who) {
    return sessions.control(who);
  }

  /// Begins to work off what the wires hand in.
  public void start() {
    agents.callouts().start();
    agent.start();
    recover();
    agents.start();
  }

  /// Tidies up what a stop left half done; beside {@link #start} for tests that turn it by hand.
  void recover() {
    archive.recover(machine());
  }

  /// Whether the pipeline works. Once started it stops by itself only on a fault of the program.
  public boolean isWorking() {
    return agent.isAlive();
  }

  /// Says by what to tell people of alarms; before {@link #start}.
  public void notifyBy(List<NotificationChannel> channels) {
    agents.callouts().sendBy(channels);
  }

  /// The pipeline, for tests that turn it by hand instead of starting it.
  PipelineAgent agent() {
    return agent;
  }

  /// What works beside the pipeline, for tests that turn it by hand instead of starting it.
  SideAgents agents() {
    return agents;
  }

  /// The alarms, for tests.
  AlarmDesk desk() {
    return stations.desk();
  }

  /// Where wires hand in what they receive.
  public ReadingSink sink() {
    return stations.queue();
  }

  /// The routes in force at the moment of asking, for the wires; any thread.
  public Supplier<RouteTable> routes() {
    return stations.routes();
  }

  /// What the endpoint asks when a device speaks on IoT Hub's topics.
  public TopicHandler topics() {
    return agents.downstream().topics();
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
    return sessions.signIn(who);
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
    return sessions.reception();
  }

  /// Works off what waits, then closes the data folder. Wires must be closed before.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    identities.close();
    agents.close();
    journal.close();
    agent.close();
    courier.shutdown();
    store.close();
    heads.keep();
  }
}
