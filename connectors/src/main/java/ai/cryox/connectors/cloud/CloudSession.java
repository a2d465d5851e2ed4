package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Feature;
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
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.People;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody's view of a server that has our API.
final class CloudSession extends RemoteSession {
  private final Set<Feature> features;
  private final CloudHistory history;
  private final CloudRegistry registry;
  private final CloudQuestions questions;
  private final CloudOrders orders;
  private final CloudCalibrations calibrations;
  private final CloudReports reports;
  private final CloudFloorPlans floorPlans;

  CloudSession(
      RemoteSeat seat, Set<Feature> features, CloudHttp http, CloudLive live, Runnable onClose) {
    super(seat, http, live, onClose);
    this.features = Set.copyOf(features);
    this.history = new CloudHistory(http);
    this.registry = new CloudRegistry(http, live.feed());
    this.questions = new CloudQuestions(http);
    this.orders = new CloudOrders(http, live, seat.who().name());
    this.calibrations = new CloudCalibrations(http);
    this.reports = new CloudReports(http, features.contains(Feature.SCHEDULES), live.serverClock());
    this.floorPlans = new CloudFloorPlans(http);
  }

  /// Asks what the facilities are called, where they have names. Blocks; never fails.
  void learnNames() {
    if (features.contains(Feature.REPORTS)) {
      reports.learnNames();
    }
  }

  @Override
  public Set<Feature> features() {
    return features;
  }

  @Override
  public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.readings(query, page));
  }

  @Override
  public List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution) {
    return Asking.ask(Action.WATCH, () -> history.windows(deviceId, null, from, until, resolution));
  }

  @Override
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    return Asking.ask(
        Action.WATCH, () -> history.windows(deviceId, quantity, from, until, resolution));
  }

  @Override
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    return Asking.ask(Action.WATCH, () -> history.occurrences(deviceId, from, until));
  }

  @Override
  public List<HeldLimits> limits(String deviceId) {
    return Asking.ask(Action.WATCH, () -> history.limits(deviceId));
  }

  @Override
  public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.alarms(query, page));
  }

  @Override
  public List<AlarmChange> journal(String alarmId) {
    return Asking.ask(Action.WATCH, () -> history.journal(alarmId));
  }

  @Override
  public AlarmActions alarmActions() {
    return new CloudAlarmActions(http);
  }

  @Override
  public AlarmDesign alarmDesign() {
    return registry.alarmDesign();
  }

  @Override
  public void saveAlarmDesign(AlarmDesign design) {
    registry.saveAlarmDesign(design);
  }

  @Override
  public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    return Asking.ask(Action.SEE_AUDIT, () -> history.audit(query, page));
  }

  @Override
  public void register(Device device) {
    registry.register(device);
  }

  @Override
  public Device configure(String deviceId, DeviceConfiguration configuration) {
    return orders.sending(deviceId, () -> registry.configure(deviceId, configuration));
  }

  @Override
  public Optional<DeviceOrder> order(String deviceId) {
    return orders.last(deviceId);
  }

  @Override
  public People people() {
    return new CloudPeople(http);
  }

  @Override
  public Callouts callouts() {
    return new CloudCallouts(http, live.feed());
  }

  @Override
  public Notebook notebook() {
    return new CloudNotebook(http);
  }

  @Override
  public EnergyDesk energy() {
    return new CloudEnergyDesk(http);
  }

  @Override
  public Downstream downstream() {
    return new CloudDownstream(http, live.feed());
  }

  @Override
  public Map<String, Integer> retention() {
    return registry.retention();
  }

  @Override
  public void keepFor(String facilityId, int days) {
    registry.keepFor(facilityId, days);
  }

  @Override
  public Optional<FloorPlan> floorPlan(String facilityId) {
    return floorPlans.read(facilityId);
  }

  @Override
  public void saveFloorPicture(String facilityId, byte[] picture) {
    floorPlans.savePicture(facilityId, picture);
  }

  @Override
  public void placeDevices(String facilityId, Map<String, Spot> spots) {
    floorPlans.place(facilityId, spots);
  }

  @Override
  public Page<Rejection> rejections(PageRequest page) {
    return Asking.ask(Action.SEE_REJECTED, () -> history.rejections(page));
  }

  @Override
  public Page<Excursion> excursions(ExcursionQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.excursions(query, page));
  }

  @Override
  public WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    return questions.whatIf(question, progress);
  }

  @Override
  public AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    return Asking.ask(Action.WATCH, () -> history.alarmHealth(facilityId, from, until));
  }

  @Override
  public List<StorageProfile> profiles() {
    return registry.profiles();
  }

  @Override
  public StorageProfile saveProfile(StorageProfile profile) {
    return registry.saveProfile(profile);
  }

  @Override
  public void removeProfile(String profileId) {
    registry.removeProfile(profileId);
  }

  @Override
  public Device assignProfile(String deviceId, @Nullable String profileId) {
    return registry.assignProfile(deviceId, profileId);
  }

  @Override
  public List<Calibration> calibrations(@Nullable String deviceId) {
    return calibrations.of(deviceId);
  }

  @Override
  public Calibration calibrate(Calibration entry) {
    return calibrations.enter(entry);
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public List<Route> routes() {
    return registry.routes();
  }

  @Override
  public List<Route> saveRoutes(List<Route> routes) {
    return registry.saveRoutes(routes);
  }

  @Override
  public List<Route> matchingRoutes(Origin origin) {
    return registry.matchingRoutes(origin);
  }
}
