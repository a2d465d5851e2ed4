package ai.cryox.backend.outbox;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.escalation.Subject;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.store.SqliteCalloutStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteEscalationStore;
import ai.cryox.backend.store.SqliteNotificationStore;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.backend.Control;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.Secrets;
import ai.cryox.core.live.LiveFeed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything about calling people, of one backend.
public final class CalloutAgent implements AutoCloseable {
  private final EscalationDesk desk;
  private final SqliteNotificationStore store;
  private final Drills drills;
  private final PipelineAgent agent;
  private final Secrets secrets;
  private final LiveFeed live;
  private final InstantSource clock;
  private List<NotificationChannel> channels = List.of();
  private Enclosure.Source enclosures = notification -> Optional.empty();
  private @Nullable Outbox outbox;

  /// @param desk made by {@link #desk}
  /// @param fleet touched on the pipeline's thread only
  public CalloutAgent(
      EscalationDesk desk,
      SqliteDatabase database,
      Fleet fleet,
      AlarmDesk alarms,
      PipelineAgent agent,
      Secrets secrets,
      LiveFeed live,
      InstantSource clock) {
    this.desk = desk;
    this.store = new SqliteNotificationStore(database);
    this.drills = new Drills(fleet, alarms);
    this.agent = agent;
    this.secrets = secrets;
    this.live = live;
    this.clock = clock;
  }

  /// The desk with what was stored of its memory, for the pipeline.
  ///
  /// @param design for what people wrote about what to do
  public static EscalationDesk desk(
      SqliteDatabase database,
      Fleet fleet,
      AlarmDesk alarms,
      Supplier<AlarmDesign> design,
      Instant now) {
    SqliteCalloutStore setup = new SqliteCalloutStore(database);
    SqliteNotificationStore notifications = new SqliteNotificationStore(database);
    EscalationDesk desk =
        new EscalationDesk(
            setup.plan(),
            setup.channels(),
            alarm -> subject(alarm, fleet, design.get()),
            notifications::of,
            alarms,
            new Counted(fleet, alarms),
            now);
    desk.restore(
        alarms.active(), new SqliteEscalationStore(database).all(), notifications.underway());
    return desk;
  }

  private record Counted(Fleet fleet, AlarmDesk desk) implements EscalationDesk.Counts {
    @Override
    public int devices() {
      return fleet.all().size();
    }

    @Override
    public int alarms() {
      return desk.active().size();
    }
  }

  private static Subject subject(Alarm alarm, Fleet fleet, AlarmDesign design) {
    DeviceState state = fleet.find(Subject.deviceOf(alarm));
    if (state == null) {
      String guidance = Objects.requireNonNullElse(design.guidance("", alarm.condition()), "");
      return new Subject(alarm, alarm.deviceId(), alarm.facilityId(), guidance);
    }
    Device device = state.device();
    String place =
        device.zone().isEmpty() ? device.facilityId() : device.facilityId() + ", " + device.zone();
    String guidance = design.guidance(device.zone(), alarm.condition());
    return new Subject(alarm, device.name(), place, Objects.requireNonNullElse(guidance, ""));
  }

  /// Says by what to send; before {@link #start}.
  public void sendBy(List<NotificationChannel> all) {
    channels = List.copyOf(all);
  }

  /// Says where documents are that go along with messages; before {@link #start}.
  public void enclose(Enclosure.Source source) {
    enclosures = source;
  }

  /// Begins to send what is due.
  public void start() {
    outbox().start();
  }

  /// Sends what is due on one channel, for tests that turn it by hand instead of starting it.
  public void turn(ChannelKind kind) throws InterruptedException {
    outbox().turn(kind);
  }

  private synchronized Outbox outbox() {
    Outbox made = outbox;
    if (made == null) {
      Attempt attempt = new Attempt(secrets, enclosures, Outbox.LONGEST_ATTEMPT);
      made = new Outbox(desk, channels, agent, attempt, clock);
      outbox = made;
    }
    return made;
  }

  /// What a person sees and does; whether they may is not asked here.
  public Callouts callouts(Attributed person) {
    return new LocalCallouts(desk, store, drills, person, secrets, this::outbox, live);
  }

  /// The same for the command line.
  ///
  /// @param owner for the audit trail
  public Control control(Attributed owner) {
    return new CalloutControl(callouts(owner), () -> !channels.isEmpty());
  }

  /// Stops sending; before the pipeline is closed.
  @Override
  public synchronized void close() {
    Outbox made = outbox;
    if (made != null) {
      made.close();
    }
  }
}
