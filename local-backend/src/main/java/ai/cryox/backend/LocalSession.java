package ai.cryox.backend;

import ai.cryox.backend.downstream.DownstreamAgent;
import ai.cryox.backend.notebook.LocalEnergyDesk;
import ai.cryox.backend.notebook.LocalNotebook;
import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.whatif.Question;
import ai.cryox.backend.whatif.Replay;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
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
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One person's view of the backend in this process. It does everything that it is told: whether
/// the person may is asked by {@link ai.cryox.backend.rights.GuardedSession} in front of it.
final class LocalSession implements Session {
  private static final Duration LONGEST_HEALTH = Duration.ofDays(366);

  private final Attributed person;
  private final LocalStores stores;
  private final LiveFeed live;
  private final DownstreamAgent downstream;
  private final Callouts callouts;
  private final Accounts accounts;
  private final Reports reports;
  private final Control deviceDesk;
  private final LocalChanges changes;

  LocalSession(
      Attributed person,
      LocalStores stores,
      LiveFeed live,
      DownstreamAgent downstream,
      Callouts callouts,
      Accounts accounts,
      Reports reports,
      Control deviceDesk) {
    this.person = person;
    this.stores = stores;
    this.live = live;
    this.downstream = downstream;
    this.callouts = callouts;
    this.accounts = accounts;
    this.reports = reports;
    this.deviceDesk = deviceDesk;
    this.changes = new LocalChanges(person, stores, downstream);
  }

  @Override
  public SignedIn who() {
    return person.who();
  }

  @Override
  public boolean isLocked() {
    return person.isAway();
  }

  @Override
  public boolean lock() {
    return accounts.lock(person);
  }

  @Override
  public void unlock(SignIn who) {
    accounts.unlock(person, who);
  }

  @Override
  public Optional<Control> deviceDesk() {
    return Optional.of(deviceDesk);
  }

  @Override
  public LiveFeed live() {
    return live;
  }

  @Override
  public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    return ask(() -> stores.readings().read(query, page));
  }

  @Override
  public List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution) {
    return ask(() -> stores.readings().aggregate(deviceId, from, until, resolution));
  }

  @Override
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    return ask(() -> stores.measurements().windows(deviceId, quantity, from, until, resolution));
  }

  @Override
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    return ask(() -> stores.measurements().occurrences(deviceId, from, until));
  }

  @Override
  public List<HeldLimits> limits(String deviceId) {
    return ask(() ->
        stores.excursions().limits(deviceId).entrySet().stream()
            .map(held -> new HeldLimits(Instant.ofEpochMilli(held.getKey()), held.getValue()))
            .toList());
  }

  @Override
  public Optional<Ledger> ledger() {
    return Optional.of(stores.ledger());
  }

  @Override
  public Map<String, Integer> retention() {
    return ask(stores.retention()::all);
  }

  @Override
  public void keepFor(String facilityId, int days) {
    changes.keepFor(facilityId, days);
  }

  @Override
  public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    return ask(() -> stores.alarms().read(query, page));
  }

  @Override
  public List<AlarmChange> journal(String alarmId) {
    return ask(() -> stores.alarms().journal(alarmId));
  }

  @Override
  public Page<Rejection> rejections(PageRequest page) {
    return ask(() -> stores.rejections().read(page));
  }

  @Override
  public AlarmActions alarmActions() {
    return new LocalAlarmActions(stores.desk().operators(), person);
  }

  @Override
  public AlarmDesign alarmDesign() {
    return stores.alarmDesign().get();
  }

  @Override
  public void saveAlarmDesign(AlarmDesign design) {
    changes.saveAlarmDesign(design);
  }

  @Override
  public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    return ask(() -> stores.audit().read(query, page));
  }

  @Override
  public void register(Device device) {
    changes.register(device);
  }

  @Override
  public Device configure(String deviceId, DeviceConfiguration configuration) {
    return changes.configure(deviceId, configuration);
  }

  @Override
  public Optional<DeviceOrder> order(String deviceId) {
    Device device;
    try {
      device = person.change(_ -> downstream.twins().requireKnown(deviceId));
    } catch (RefusedException unknown) {
      return Optional.empty();
    }
    return ask(() -> stores.orders().last(device, downstream().twin(deviceId)));
  }

  @Override
  public Callouts callouts() {
    return callouts;
  }

  @Override
  public Notebook notebook() {
    return new LocalNotebook(
        person,
        stores.notebook(),
        stores.capa(),
        stores.excursions(),
        stores.calibrations(),
        stores.fleet());
  }

  @Override
  public EnergyDesk energy() {
    return new LocalEnergyDesk(person, stores.notebook(), stores.measurements(), stores.fleet());
  }

  @Override
  public Downstream downstream() {
    return downstream.downstream(person);
  }

  @Override
  public List<Route> routes() {
    return stores.routes().get().routes();
  }

  @Override
  public List<Route> saveRoutes(List<Route> routes) {
    return changes.saveRoutes(routes);
  }

  @Override
  public Optional<FloorPlan> floorPlan(String facilityId) {
    return ask(() -> stores.floorPlans().read(facilityId));
  }

  @Override
  public void saveFloorPicture(String facilityId, byte[] picture) {
    changes.saveFloorPicture(facilityId, picture);
  }

  @Override
  public void placeDevices(String facilityId, Map<String, Spot> spots) {
    changes.placeDevices(facilityId, spots);
  }

  @Override
  public People people() {
    return accounts.people(person);
  }

  @Override
  public List<Calibration> calibrations(@Nullable String deviceId) {
    return ask(() -> stores.calibrations().read(deviceId));
  }

  @Override
  public Calibration calibrate(Calibration entry) {
    return changes.calibrate(entry);
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public List<Route> matchingRoutes(Origin origin) {
    return stores.routes().get().matching(origin);
  }

  @Override
  public Page<Excursion> excursions(ExcursionQuery query, PageRequest page) {
    return ask(() -> stores.excursions().read(query, page));
  }

  @Override
  public WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    LiveSnapshot now = live.latest();
    List<DeviceLive> devices = Question.devices(question, now);
    ProfileBook known = stores.profiles().all();
    return ask(() -> new Replay(stores.readings(), known, question, progress).answer(devices));
  }

  @Override
  public AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    Instant now = live.latest().at();
    Instant end = until.isAfter(now) ? now : until;
    if (!from.isBefore(end) || Duration.between(from, end).compareTo(LONGEST_HEALTH) > 0) {
      throw new IllegalArgumentException(
          "The period must begin before its end and before now, and not be longer than a year.");
    }
    return ask(() -> stores.alarms().health(facilityId, from, end));
  }

  @Override
  public List<StorageProfile> profiles() {
    return stores.profiles().all().all();
  }

  @Override
  public StorageProfile saveProfile(StorageProfile profile) {
    return changes.saveProfile(profile);
  }

  @Override
  public void removeProfile(String profileId) {
    changes.removeProfile(profileId);
  }

  @Override
  public Device assignProfile(String deviceId, @Nullable String profileId) {
    return changes.assignProfile(deviceId, profileId);
  }

  @Override
  public void close() {
    accounts.signedOut(person);
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }
}
