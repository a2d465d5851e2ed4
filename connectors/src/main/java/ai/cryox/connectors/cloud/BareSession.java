package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.People;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.report.Reports;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody's view of a server with a plain cloud interface: for everything that such an interface
/// has not, it says in a sentence that its server cannot.
abstract class BareSession extends RemoteSession {
  BareSession(RemoteSeat seat, CloudHttp http, CloudLive live, Runnable onClose) {
    super(seat, http, live, onClose);
  }

  final BackendException cannot(String what) {
    return new BackendException(
        "%s is a plain cloud interface and has no %s. Use a facility server for that."
            .formatted(http.host(), what));
  }

  @Override
  public final void saveAlarmDesign(AlarmDesign design) {
    throw cannot("alarm design");
  }

  @Override
  public final Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    throw cannot("audit trail");
  }

  @Override
  public final void register(Device device) {
    throw cannot("device registry");
  }

  @Override
  public final People people() {
    throw cannot("accounts");
  }

  @Override
  public final Callouts callouts() {
    throw cannot("list of who is called");
  }

  @Override
  public final Notebook notebook() {
    throw cannot("notes");
  }

  @Override
  public final EnergyDesk energy() {
    throw cannot("record of energy");
  }

  @Override
  public final Downstream downstream() {
    throw cannot("way to speak to devices");
  }

  @Override
  public final Map<String, Integer> retention() {
    throw cannot("rules for how long readings are kept");
  }

  @Override
  public final void keepFor(String facilityId, int days) {
    throw cannot("rules for how long readings are kept");
  }

  @Override
  public final Optional<FloorPlan> floorPlan(String facilityId) {
    throw cannot("floor plans");
  }

  @Override
  public final void saveFloorPicture(String facilityId, byte[] picture) {
    throw cannot("floor plans");
  }

  @Override
  public final void placeDevices(String facilityId, Map<String, Spot> spots) {
    throw cannot("floor plans");
  }

  @Override
  public final Page<Rejection> rejections(PageRequest page) {
    throw cannot("list of rejected messages");
  }

  @Override
  public final Page<Excursion> excursions(ExcursionQuery query, PageRequest page) {
    throw cannot("record of excursions");
  }

  @Override
  public final WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    throw cannot("way to try limits out");
  }

  @Override
  public final AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    throw cannot("measure of its alarms");
  }

  @Override
  public final StorageProfile saveProfile(StorageProfile profile) {
    throw cannot("storage profiles");
  }

  @Override
  public final void removeProfile(String profileId) {
    throw cannot("storage profiles");
  }

  @Override
  public final Device assignProfile(String deviceId, @Nullable String profileId) {
    throw cannot("storage profiles");
  }

  @Override
  public final List<Calibration> calibrations(@Nullable String deviceId) {
    throw cannot("calibration register");
  }

  @Override
  public final Calibration calibrate(Calibration entry) {
    throw cannot("calibration register");
  }

  @Override
  public final Reports reports() {
    throw cannot("stored reports");
  }

  @Override
  public final List<Route> routes() {
    throw cannot("routes that can be seen");
  }

  @Override
  public final List<Route> saveRoutes(List<Route> routes) {
    throw cannot("routes that can be changed");
  }

  @Override
  public final List<Route> matchingRoutes(Origin origin) {
    throw cannot("routes that can be seen");
  }
}
