package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.People;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.report.Reports;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.tree.TreeWriter;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Somebody's view of a bare cloud API. It can show and configure; for everything else it says in a
/// sentence that its server cannot.
final class SeedSession implements Session {
  private final RemoteSeat seat;
  private final CloudHttp http;
  private final CloudLive live;
  private final SeedApi api;
  private final SeedHistory history;
  private final CloudOrders orders;
  private final Runnable onClose;

  SeedSession(
      RemoteSeat seat,
      CloudHttp http,
      CloudLive live,
      SeedApi api,
      List<String> facilities,
      Runnable onClose) {
    this.seat = seat;
    this.http = http;
    this.live = live;
    this.api = api;
    this.history = new SeedHistory(api, live.feed(), facilities);
    this.orders = new CloudOrders(http, live, seat.who().name());
    this.onClose = onClose;
  }

  private BackendException cannot(String what) {
    return new BackendException(
        "%s is a plain cloud interface and has no %s. Use a facility server for that."
            .formatted(http.host(), what));
  }

  @Override
  public SignedIn who() {
    return seat.who();
  }

  @Override
  public boolean isLocked() {
    return seat.isLocked();
  }

  @Override
  public boolean lock() {
    return seat.lock();
  }

  @Override
  public void unlock(SignIn who) {
    seat.unlock(who);
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public Standing standing() {
    return live.standing();
  }

  @Override
  public InstantSource clock(InstantSource here) {
    return live.serverClock();
  }

  @Override
  public LiveFeed live() {
    return live.feed();
  }

  @Override
  public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.readings(query, page));
  }

  @Override
  public List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution) {
    return Asking.ask(
        Action.WATCH,
        () -> history.windows(deviceId, Quantity.TEMPERATURE, from, until, resolution));
  }

  /// The interface tells of temperature and humidity only.
  @Override
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    return Asking.ask(
        Action.WATCH, () -> history.windows(deviceId, quantity, from, until, resolution));
  }

  /// The interface tells nothing of what held before.
  @Override
  public List<HeldLimits> limits(String deviceId) {
    return List.of();
  }

  /// The interface tells nothing of doors and defrosting.
  @Override
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    return List.of();
  }

  @Override
  public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.alarms(query, page));
  }

  /// The interface tells nothing of what became of alerts.
  @Override
  public List<AlarmChange> journal(String alarmId) {
    return List.of();
  }

  @Override
  public AlarmActions alarmActions() {
    return new NoAlarmActions(cannot("way to answer alarms"));
  }

  @Override
  public AlarmDesign alarmDesign() {
    return AlarmDesign.DEFAULT;
  }

  @Override
  public void saveAlarmDesign(AlarmDesign design) {
    throw cannot("alarm design");
  }

  @Override
  public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    throw cannot("audit trail");
  }

  @Override
  public void register(Device device) {
    throw cannot("device registry");
  }

  @Override
  public Device configure(String deviceId, DeviceConfiguration wanted) {
    String problem = wanted.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    Device device =
        live.feed()
            .latest()
            .device(deviceId)
            .orElseThrow(
                () -> new IllegalArgumentException("No device '%s' is known.".formatted(deviceId)))
            .device();
    HttpUrl url = api.url(device.facilityId(), "devices", deviceId, "configure").build();
    return orders.sending(
        deviceId,
        () -> {
          Asking.act(
              Action.CONFIGURE_DEVICE, () -> http.send("POST", url, TreeWriter.write(wanted)));
          return new CloudOrders.Taken(device.withDesired(wanted), 0);
        });
  }

  /// Such a server takes an order and never says what became of it.
  @Override
  public Optional<DeviceOrder> order(String deviceId) {
    return orders.remembered(deviceId);
  }

  @Override
  public People people() {
    throw cannot("accounts");
  }

  @Override
  public Callouts callouts() {
    throw cannot("list of who is called");
  }

  @Override
  public Notebook notebook() {
    throw cannot("notes");
  }

  @Override
  public EnergyDesk energy() {
    throw cannot("record of energy");
  }

  @Override
  public Downstream downstream() {
    throw cannot("way to speak to devices");
  }

  @Override
  public Map<String, Integer> retention() {
    throw cannot("rules for how long readings are kept");
  }

  @Override
  public void keepFor(String facilityId, int days) {
    throw cannot("rules for how long readings are kept");
  }

  @Override
  public Optional<FloorPlan> floorPlan(String facilityId) {
    throw cannot("floor plans");
  }

  @Override
  public void saveFloorPicture(String facilityId, byte[] picture) {
    throw cannot("floor plans");
  }

  @Override
  public void placeDevices(String facilityId, Map<String, Spot> spots) {
    throw cannot("floor plans");
  }

  @Override
  public Page<Rejection> rejections(PageRequest page) {
    throw cannot("list of rejected messages");
  }

  @Override
  public Page<Excursion> excursions(ExcursionQuery query, PageRequest page) {
    throw cannot("record of excursions");
  }

  @Override
  public WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    throw cannot("way to try limits out");
  }

  @Override
  public AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    throw cannot("measure of its alarms");
  }

  @Override
  public List<StorageProfile> profiles() {
    return List.of(StorageProfiles.SEED_DEFAULT);
  }

  @Override
  public StorageProfile saveProfile(StorageProfile profile) {
    throw cannot("storage profiles");
  }

  @Override
  public void removeProfile(String profileId) {
    throw cannot("storage profiles");
  }

  @Override
  public Device assignProfile(String deviceId, @Nullable String profileId) {
    throw cannot("storage profiles");
  }

  @Override
  public List<Calibration> calibrations(@Nullable String deviceId) {
    throw cannot("calibration register");
  }

  @Override
  public Calibration calibrate(Calibration entry) {
    throw cannot("calibration register");
  }

  @Override
  public Reports reports() {
    throw cannot("stored reports");
  }

  @Override
  public List<Route> routes() {
    throw cannot("routes that can be seen");
  }

  @Override
  public List<Route> saveRoutes(List<Route> routes) {
    throw cannot("routes that can be changed");
  }

  @Override
  public List<Route> matchingRoutes(Origin origin) {
    throw cannot("routes that can be seen");
  }

  @Override
  public void close() {
    onClose.run();
  }

  /// Says no to everything.
  private record NoAlarmActions(BackendException no) implements AlarmActions {
    @Override
    public List<Alarm> acknowledge(java.util.Collection<String> alarmIds, String comment) {
      throw no;
    }

    @Override
    public List<Alarm> reset(java.util.Collection<String> alarmIds, String comment) {
      throw no;
    }

    @Override
    public List<Alarm> shelve(
        java.util.Collection<ai.cryox.core.alarm.AlarmKey> alarms, Duration lasting, String why) {
      throw no;
    }

    @Override
    public List<Alarm> unshelve(
        java.util.Collection<ai.cryox.core.alarm.AlarmKey> alarms, String comment) {
      throw no;
    }

    @Override
    public List<Alarm> takeOutOfService(
        java.util.Collection<ai.cryox.core.alarm.AlarmKey> alarms, String reason) {
      throw no;
    }

    @Override
    public List<Alarm> returnToService(
        java.util.Collection<ai.cryox.core.alarm.AlarmKey> alarms, String comment) {
      throw no;
    }
  }
}
