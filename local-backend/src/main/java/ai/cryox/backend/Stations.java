package ai.cryox.backend;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.calibration.CalibrationWatch;
import ai.cryox.backend.classify.ClockWatch;
import ai.cryox.backend.classify.ConditionWatch;
import ai.cryox.backend.classify.SilenceWatch;
import ai.cryox.backend.classify.Watches;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.excursion.ExcursionDesk;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Admission;
import ai.cryox.backend.ingest.CurrentAlarmDesign;
import ai.cryox.backend.ingest.CurrentRoutes;
import ai.cryox.backend.ingest.IngestQueue;
import ai.cryox.backend.live.LiveState;
import ai.cryox.backend.live.Surroundings;
import ai.cryox.backend.live.VitalSigns;
import ai.cryox.backend.metrics.Metrics;
import ai.cryox.backend.outbox.CalloutAgent;
import ai.cryox.backend.people.AccountDesk;
import ai.cryox.backend.people.LockWatch;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.rights.DeniedTries;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.backend.store.DataStore;
import ai.cryox.backend.store.Recovery;
import ai.cryox.backend.store.SqliteAlarmDesignStore;
import ai.cryox.backend.store.SqliteAlarmStore;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteDeviceStore;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.backend.store.SqliteMemoryStore;
import ai.cryox.backend.store.SqliteMessageStore;
import ai.cryox.backend.store.SqlitePeopleStore;
import ai.cryox.backend.store.SqliteProfileStore;
import ai.cryox.backend.store.SqliteReadingStore;
import ai.cryox.backend.store.SqliteRejectionStore;
import ai.cryox.backend.store.SqliteRouteStore;
import ai.cryox.backend.store.SqliteWatchStore;
import java.time.Instant;
import java.time.InstantSource;

/// The stations of one data folder, joined to a line that is not at work yet, with what was
/// remembered of them. All belong to the pipeline's thread but what says otherwise.
///
/// @param readings any thread
/// @param alarms any thread
/// @param rejections any thread
/// @param excursions any thread
/// @param people any thread
/// @param routes any thread may read
/// @param alarmDesign any thread may read
/// @param live any thread
/// @param queue any thread may offer
/// @param metrics any thread
/// @param agent takes all of it to work
record Stations(
    SqliteReadingStore readings,
    SqliteAlarmStore alarms,
    SqliteRejectionStore rejections,
    SqliteExcursionStore excursions,
    SqlitePeopleStore people,
    CurrentRoutes routes,
    CurrentAlarmDesign alarmDesign,
    Fleet fleet,
    AlarmDesk desk,
    EscalationDesk escalations,
    ExcursionDesk excursionDesk,
    AccountDesk accounts,
    LockWatch locks,
    CalibrationWatch calibrations,
    DeniedTries denied,
    LiveState live,
    IngestQueue queue,
    Metrics metrics,
    PipelineAgent agent) {
  /// Brings back what the data folder remembers.
  ///
  /// @param queueBytes what may wait between the wires and the pipeline, bytes
  static Stations open(
      DataStore store, long queueBytes, Surroundings surroundings, InstantSource clock) {
    SqliteDatabase database = store.database();
    CurrentRoutes routes = new CurrentRoutes(new SqliteRouteStore(database).table());
    CurrentAlarmDesign alarmDesign =
        new CurrentAlarmDesign(new SqliteAlarmDesignStore(database).read());
    SqliteReadingStore readings = new SqliteReadingStore(store.series());
    SqliteAlarmStore alarms = new SqliteAlarmStore(database);
    SqliteRejectionStore rejections = new SqliteRejectionStore(database);
    Fleet fleet = fleet(store, readings);
    Instant now = clock.instant();
    AlarmDesk desk = new AlarmDesk(fleet, alarms::isKnown, alarmDesign, now);
    desk.restore(alarms.active());
    EscalationDesk escalations = CalloutAgent.desk(database, fleet, desk, alarmDesign, now);
    SqlitePeopleStore people = new SqlitePeopleStore(database);
    AccountDesk accounts = new AccountDesk(people.accounts());
    LockWatch locks = new LockWatch(accounts, alarmDesign);
    CalibrationWatch calibrations =
        new CalibrationWatch(fleet, new SqliteCalibrationStore(database).read(null), alarmDesign);
    DeniedTries denied = new DeniedTries();
    SqliteExcursionStore excursions = new SqliteExcursionStore(database);
    ExcursionDesk excursionDesk = new ExcursionDesk(fleet, readings);
    excursionDesk.restore(excursions, now);
    Admission admission = new Admission(fleet, readings);
    long rejected = rejections.counts().values().stream().mapToLong(Long::longValue).sum();
    VitalSigns vitalSigns =
        new VitalSigns(now, readings.count(), rejected, admission::duplicates, surroundings);
    LiveState live = new LiveState(fleet, desk.active(), escalations::escalations, vitalSigns, now);
    IngestQueue queue = new IngestQueue(queueBytes);
    Metrics metrics = new Metrics();
    metrics.gauge("cryox_ingest_queue_messages", "Messages that wait to be stored.", queue::size);
    metrics.gauge("cryox_store_bytes", "Bytes of the data file in use.", database::liveBytes);
    Watches watches =
        new Watches(
            new ConditionWatch(fleet, alarmDesign),
            new SilenceWatch(fleet, alarmDesign, surroundings::links, now),
            new ClockWatch(alarmDesign, surroundings::elapsedNanos),
            batch -> {
              locks.accept(batch);
              calibrations.accept(batch);
              denied.accept(batch);
            });
    PipelineAgent agent =
        PipelineAgent.assemble(
            queue,
            fleet,
            admission,
            excursionDesk,
            watches,
            desk,
            escalations,
            new BatchWriter(database, store.series()),
            live,
            metrics,
            clock);
    return new Stations(
        readings,
        alarms,
        rejections,
        excursions,
        people,
        routes,
        alarmDesign,
        fleet,
        desk,
        escalations,
        excursionDesk,
        accounts,
        locks,
        calibrations,
        denied,
        live,
        queue,
        metrics,
        agent);
  }

  private static Fleet fleet(DataStore store, SqliteReadingStore readings) {
    SqliteDatabase database = store.database();
    Fleet fleet = new Fleet();
    fleet.know(new SqliteProfileStore(database).book());
    new Recovery(
            new SqliteDeviceStore(database),
            readings,
            new SqliteMemoryStore(database),
            new SqliteMessageStore(store.series()),
            new SqliteWatchStore(database))
        .restore(fleet);
    return fleet;
  }
}
