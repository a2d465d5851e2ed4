package ai.cryox.backend.store;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.routing.RouteTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import org.jdbi.v3.core.JdbiException;

/// Makes a batch durable: one transaction, whole or not at all. Belongs to the pipeline's thread.
public final class BatchWriter {
  private final SqliteDatabase database;
  private final SqliteReadingStore readings;
  private final SqliteMessageStore messages;
  private final SqliteRejectionStore rejections;
  private final SqliteDeviceStore devices;
  private final SqliteMemoryStore memories;
  private final SqliteWatchStore watches;
  private final SqliteAlarmStore alarms;
  private final SqliteCalloutStore callouts;
  private final SqliteEscalationStore escalations;
  private final SqliteNotificationStore notifications;
  private final SqliteRetentionStore retention;
  private final StoreUpkeep upkeep;
  private final StoreLedger ledger;
  private final SqliteRouteStore routes;
  private final SqliteAlarmDesignStore alarmDesigns;
  private final SqliteTwinStore twins;
  private final SqliteDeviceBoundStore deviceBound;
  private final SqliteSessionStore sessions;
  private final SqliteCredentialStore credentials;
  private final SqliteAuditStore audit;
  private final SqliteProfileStore profiles;
  private final SqliteExcursionStore excursions;
  private final SqlitePeopleStore people;
  private final SqliteFloorPlanStore floorPlans;
  private final SqliteCalibrationStore calibrations;
  private final SqliteStampStore stamps;
  private final MonitoringLog monitoring;
  private final SqlitePromiseStore promises;
  private final SqliteReportStore reports;
  private final SqliteScheduleStore schedules;
  private final SqliteNotebookStore notebook;
  private final SqliteCapaStore capa;
  private boolean broken;

  /// Writes to the stores of one database.
  public BatchWriter(SqliteDatabase database, SeriesStore series) {
    this.database = database;
    this.readings = new SqliteReadingStore(series);
    this.messages = new SqliteMessageStore(series);
    this.rejections = new SqliteRejectionStore(database);
    this.devices = new SqliteDeviceStore(database);
    this.memories = new SqliteMemoryStore(database);
    this.watches = new SqliteWatchStore(database);
    this.alarms = new SqliteAlarmStore(database);
    this.callouts = new SqliteCalloutStore(database);
    this.escalations = new SqliteEscalationStore(database);
    this.notifications = new SqliteNotificationStore(database);
    this.retention = new SqliteRetentionStore(database);
    this.floorPlans = new SqliteFloorPlanStore(database);
    this.upkeep = series.upkeep();
    this.ledger = series.ledger();
    this.routes = new SqliteRouteStore(database);
    this.alarmDesigns = new SqliteAlarmDesignStore(database);
    this.twins = new SqliteTwinStore(database);
    this.deviceBound = new SqliteDeviceBoundStore(database);
    this.sessions = new SqliteSessionStore(database);
    this.credentials = new SqliteCredentialStore(database);
    this.audit = new SqliteAuditStore(database);
    this.profiles = new SqliteProfileStore(database);
    this.excursions = new SqliteExcursionStore(database);
    this.people = new SqlitePeopleStore(database);
    this.calibrations = new SqliteCalibrationStore(database);
    this.stamps = new SqliteStampStore(database);
    this.monitoring = new MonitoringLog(database);
    this.promises = new SqlitePromiseStore(database);
    this.reports = new SqliteReportStore(database);
    this.schedules = new SqliteScheduleStore(database);
    this.notebook = new SqliteNotebookStore(database);
    this.capa = new SqliteCapaStore(database);
  }

  /// Writes and synchronises. A batch of nothing but repetitions is committed too: looking for what
  /// they repeat began a transaction, and one left open would hold up the write-ahead log.
  ///
  /// @throws StoreException if that failed: nothing was stored, and it may be tried again
  public void write(Batch batch) {
    if (!batch.hasChanges() && batch.whenDurable.isEmpty()) {
      return;
    }
    boolean beats = monitoring.isDue(batch.now());
    transaction(() -> {
      ledger.at(batch.now());
      batch.devices.values().forEach(devices::save);
      batch.moves.forEach(devices::add);
      readings.append(batch.readings);
      messages.appendTelemetry(batch.telemetry, batch.now());
      messages.appendStatuses(batch.statuses, batch.now());
      rejections.append(batch.rejections);
      batch.memories.forEach(memories::save);
      batch.watches.forEach(watches::save);
      batch.paths.forEach(watches::savePath);
      alarms.save(new ArrayList<>(batch.alarms.values()), batch.changes);
      callOut(batch);
      batch.retention.forEach(retention::save);
      batch.floorPictures.forEach(floorPlans::savePicture);
      batch.floorSpots.forEach(floorPlans::saveSpots);
      RouteTable table = batch.routes;
      if (table != null) {
        routes.replace(table);
      }
      AlarmDesign design = batch.alarmDesign;
      if (design != null) {
        alarmDesigns.replace(design);
      }
      batch.twins.forEach((deviceId, twin) -> twins.save(deviceId, twin, batch.now()));
      deviceBound.append(batch.deviceBound, batch.now());
      deviceBound.remove(batch.deviceBoundDone);
      sessions.apply(batch.sessionChanges);
      batch.credentials.forEach(credentials::save);
      batch.certificates.forEach(credentials::save);
      batch.accounts.values().forEach(people::save);
      batch.signIns.values().forEach(people::save);
      audit.append(batch.audit);
      batch.profiles.forEach((id, profile) -> profiles.save(id, profile, batch.now()));
      excursions.save(batch.excursions);
      batch.calibrations.forEach(calibrations::add);
      batch.stamps.forEach(stamps::add);
      if (beats) {
        monitoring.beat(batch.now());
      }
      promises.save(batch.promises, batch.now());
      batch.reports.now.values().forEach(reports::save);
      batch.reports.letterheads.forEach(reports::save);
      batch.reports.schedules.values().forEach(schedules::save);
      notebook.save(batch.notebook);
      batch.notebook.capa.forEach(judged -> capa.add(judged.userId(), judged.note()));
      database.commit();
    });
    if (beats) {
      monitoring.beaten(batch.now());
    }
    if (!batch.retention.isEmpty()) {
      upkeep.hurry();
    }
  }

  private void callOut(Batch batch) {
    CalloutPlan plan = batch.calloutPlan;
    if (plan != null) {
      callouts.save(plan);
    }
    Channels channels = batch.channels;
    if (channels != null) {
      callouts.save(channels);
    }
    batch.escalations.values().forEach(escalations::save);
    batch.escalationsDone.forEach(escalations::remove);
    batch.notifications.values().forEach(notifications::save);
  }

  /// Tidies up a little if it is time to: takes milliseconds.
  ///
  /// @throws StoreException if that failed: nothing was changed
  public void tidy(Instant now) {
    if (upkeep.isDue(now)) {
      transaction(() -> {
        ledger.at(now);
        upkeep.step(now);
      });
    }
    beat(now);
  }

  /// Writes down that the backend runs, if it is time to.
  ///
  /// @throws StoreException if that failed
  private void beat(Instant now) {
    if (monitoring.isDue(now)) {
      transaction(() -> {
        monitoring.beat(now);
        database.commit();
      });
      monitoring.beaten(now);
    }
  }

  private interface Changes {
    void make() throws SQLException;
  }

  private void transaction(Changes changes) {
    try {
      if (broken) {
        database.renewWriter();
        broken = false;
      }
      changes.make();
    } catch (JdbiException | SQLException | StoreException failed) {
      if (!broken) {
        broken = true;
        database.abandonWriter();
      }
      throw new StoreException(explain(failed), failed);
    }
  }

  private static String explain(Exception failed) {
    String reason = rootMessage(failed);
    String advice =
        reason.contains("SQLITE_FULL")
            ? "The disk is full: free some space, storing goes on by itself."
            : reason.contains("SQLITE_READONLY")
                ? "The data folder is read-only: make it writable, storing goes on by itself."
                : "It is tried again every second.";
    return "Readings cannot be stored (%s). %s Devices keep what is not acknowledged."
        .formatted(reason, advice);
  }

  private static String rootMessage(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    return message.lines().findFirst().orElse("no reason given");
  }
}
