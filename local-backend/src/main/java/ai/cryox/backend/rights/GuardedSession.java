package ai.cryox.backend.rights;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.ledger.Ledger;
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
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A session that lets its person do what their roles allow and nothing else: the one place where
/// that is asked. What several facilities have is cut down to what they may see; what is named is
/// refused.
public final class GuardedSession implements Session {
  private final Session session;
  private final Rights rights;
  private final Whereabouts where;
  private final LiveFeed live;

  /// @param session does everything it is told
  /// @param person whose it is
  /// @param facilityOfAlarm where an alarm of the past was, or empty; may ask the disk
  /// @param denied keeps count of what was refused
  public GuardedSession(
      Session session,
      Attributed person,
      Function<String, String> facilityOfAlarm,
      DeniedTries denied) {
    this.session = session;
    this.rights = new Rights(person, denied);
    this.where = new Whereabouts(session.live(), facilityOfAlarm);
    this.live = new VisibleFeed(session.live(), rights);
  }

  @Override
  public SignedIn who() {
    return rights.who();
  }

  @Override
  public boolean isLocked() {
    return session.isLocked();
  }

  /// Everybody may leave, and come back if it is them.
  @Override
  public boolean lock() {
    return session.lock();
  }

  @Override
  public void unlock(SignIn who) {
    session.unlock(who);
  }

  @Override
  public Optional<Control> deviceDesk() {
    return session.deviceDesk().map(desk -> new GuardedDeviceDesk(desk, rights));
  }

  @Override
  public LiveFeed live() {
    return live;
  }

  @Override
  public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    String facilityId = watched(query.facilityId(), query.deviceId());
    ReadingQuery narrow =
        new ReadingQuery(facilityId, query.deviceId(), query.from(), query.until());
    return visible(
        page, part -> session.readings(narrow, part), found -> found.reading().facilityId());
  }

  @Override
  public List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return session.windows(deviceId, from, until, resolution);
  }

  @Override
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return session.windows(deviceId, quantity, from, until, resolution);
  }

  @Override
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return session.occurrences(deviceId, from, until);
  }

  @Override
  public List<HeldLimits> limits(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return session.limits(deviceId);
  }

  @Override
  public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    watched(query.facilityId(), query.deviceId());
    return visible(page, part -> session.alarms(query, part), Alarm::facilityId);
  }

  @Override
  public Page<Excursion> excursions(ExcursionQuery query, PageRequest page) {
    String facilityId = watched(query.facilityId(), query.deviceId());
    ExcursionQuery narrow =
        new ExcursionQuery(facilityId, query.deviceId(), query.from(), query.until());
    return visible(page, part -> session.excursions(narrow, part), Excursion::facilityId);
  }

  /// Refuses a facility or device that they do not see.
  ///
  /// @return the facility to look in; `null` for all that they see
  private @Nullable String watched(@Nullable String facilityId, @Nullable String deviceId) {
    if (facilityId != null) {
      rights.require(Action.WATCH, facilityId);
      return facilityId;
    }
    if (rights.watchesEverything()) {
      return null;
    }
    if (deviceId != null && !deviceId.startsWith(Alarm.SYSTEM)) {
      rights.require(Action.WATCH, where.ofDevice(deviceId));
      return null;
    }
    rights.requireSomewhere(Action.WATCH);
    return rights.onlyFacility();
  }

  private <T> Page<T> visible(
      PageRequest page, Function<PageRequest, Page<T>> read, Function<T, String> facilityOf) {
    return rights.watchesEverything()
        ? read.apply(page)
        : VisiblePages.of(page, read, item -> rights.watches(facilityOf.apply(item)));
  }

  @Override
  public List<AlarmChange> journal(String alarmId) {
    rights.requireSomewhere(Action.WATCH);
    return rights.mayNotKnow(where.ofAlarm(alarmId)) ? List.of() : session.journal(alarmId);
  }

  @Override
  public AlarmActions alarmActions() {
    return new GuardedAlarmActions(session.alarmActions(), rights, where);
  }

  @Override
  public AlarmDesign alarmDesign() {
    rights.requireSomewhere(Action.WATCH);
    return session.alarmDesign();
  }

  @Override
  public void saveAlarmDesign(AlarmDesign design) {
    rights.requireEverywhere(Action.EDIT_ALARM_DESIGN);
    session.saveAlarmDesign(design);
  }

  /// Of all facilities together, so only for those who may watch all of them.
  @Override
  public Optional<Ledger> ledger() {
    rights.requireEverywhere(Action.WATCH);
    return session.ledger();
  }

  @Override
  public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    rights.requireEverywhere(Action.SEE_AUDIT);
    return session.audit(query, page);
  }

  @Override
  public void register(Device device) {
    rights.require(Action.REGISTER_DEVICE, device.facilityId());
    String before = where.ofDevice(device.deviceId());
    if (!before.isEmpty()) {
      rights.require(Action.REGISTER_DEVICE, before);
    }
    session.register(device);
  }

  @Override
  public Device configure(String deviceId, DeviceConfiguration configuration) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    return session.configure(deviceId, configuration);
  }

  @Override
  public Optional<DeviceOrder> order(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return session.order(deviceId);
  }

  @Override
  public Callouts callouts() {
    return new GuardedCallouts(session.callouts(), rights, where);
  }

  @Override
  public Notebook notebook() {
    return new GuardedNotebook(session.notebook(), rights, where);
  }

  @Override
  public EnergyDesk energy() {
    return new GuardedEnergyDesk(session.energy(), rights, where);
  }

  @Override
  public Downstream downstream() {
    return new GuardedDownstream(session.downstream(), rights, where);
  }

  @Override
  public Map<String, Integer> retention() {
    rights.requireSomewhere(Action.WATCH);
    return session.retention();
  }

  @Override
  public void keepFor(String facilityId, int days) {
    rights.requireEverywhere(Action.EDIT_RETENTION);
    session.keepFor(facilityId, days);
  }

  @Override
  public Page<Rejection> rejections(PageRequest page) {
    rights.requireEverywhere(Action.SEE_REJECTED);
    return session.rejections(page);
  }

  @Override
  public WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    rights.require(Action.WATCH, question.facilityId());
    return session.whatIf(question, progress);
  }

  @Override
  public AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    String asked = facilityId == null ? rights.onlyFacility() : facilityId;
    if (asked == null) {
      rights.requireEverywhere(Action.WATCH);
    } else {
      rights.require(Action.WATCH, asked);
    }
    return session.alarmHealth(asked, from, until);
  }

  @Override
  public List<StorageProfile> profiles() {
    rights.requireSomewhere(Action.WATCH);
    return session.profiles();
  }

  @Override
  public StorageProfile saveProfile(StorageProfile profile) {
    rights.requireEverywhere(Action.EDIT_PROFILES);
    return session.saveProfile(profile);
  }

  @Override
  public void removeProfile(String profileId) {
    rights.requireEverywhere(Action.EDIT_PROFILES);
    session.removeProfile(profileId);
  }

  @Override
  public Device assignProfile(String deviceId, @Nullable String profileId) {
    rights.require(Action.ASSIGN_PROFILE, where.ofDevice(deviceId));
    return session.assignProfile(deviceId, profileId);
  }

  @Override
  public Optional<FloorPlan> floorPlan(String facilityId) {
    rights.require(Action.WATCH, facilityId);
    return session.floorPlan(facilityId);
  }

  @Override
  public void saveFloorPicture(String facilityId, byte[] picture) {
    rights.require(Action.REGISTER_DEVICE, facilityId);
    session.saveFloorPicture(facilityId, picture);
  }

  @Override
  public void placeDevices(String facilityId, Map<String, Spot> spots) {
    rights.require(Action.REGISTER_DEVICE, facilityId);
    session.placeDevices(facilityId, spots);
  }

  @Override
  public People people() {
    return new GuardedPeople(session.people(), rights);
  }

  @Override
  public List<Calibration> calibrations(@Nullable String deviceId) {
    if (deviceId != null) {
      rights.require(Action.WATCH, where.ofDevice(deviceId));
    } else {
      rights.requireSomewhere(Action.WATCH);
    }
    return session.calibrations(deviceId).stream()
        .filter(entry -> rights.watches(where.ofDevice(entry.deviceId())))
        .toList();
  }

  @Override
  public Calibration calibrate(Calibration entry) {
    rights.require(Action.CALIBRATE, where.ofDevice(entry.deviceId()));
    return session.calibrate(entry);
  }

  @Override
  public Reports reports() {
    return new GuardedReports(session.reports(), rights);
  }

  @Override
  public List<Route> routes() {
    rights.requireSomewhere(Action.WATCH);
    return session.routes();
  }

  @Override
  public List<Route> saveRoutes(List<Route> routes) {
    rights.requireEverywhere(Action.EDIT_ROUTES);
    return session.saveRoutes(routes);
  }

  @Override
  public List<Route> matchingRoutes(Origin origin) {
    rights.requireSomewhere(Action.WATCH);
    return session.matchingRoutes(origin);
  }

  @Override
  public void close() {
    session.close();
  }
}
