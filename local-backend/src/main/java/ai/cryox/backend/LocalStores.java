package ai.cryox.backend;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.calibration.CalibrationWatch;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.CurrentAlarmDesign;
import ai.cryox.backend.ingest.CurrentRoutes;
import ai.cryox.backend.order.OrderBook;
import ai.cryox.backend.profile.ProfileDesk;
import ai.cryox.backend.proof.LedgerAgent;
import ai.cryox.backend.proof.LocalLedger;
import ai.cryox.backend.store.DataStore;
import ai.cryox.backend.store.SqliteAlarmStore;
import ai.cryox.backend.store.SqliteAuditStore;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.backend.store.SqliteCapaStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.backend.store.SqliteFloorPlanStore;
import ai.cryox.backend.store.SqliteMeasurements;
import ai.cryox.backend.store.SqliteNotebookStore;
import ai.cryox.backend.store.SqliteRetentionStore;
import ai.cryox.core.audit.AuditStore;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.RejectionStore;
import java.time.InstantSource;

/// What a session may ask, and what only the pipeline's thread may touch.
///
/// @param readings any thread
/// @param measurements any thread
/// @param notebook any thread may read
/// @param calibrations any thread may read
/// @param dueDays the pipeline's thread
/// @param alarms any thread
/// @param excursions any thread
/// @param rejections any thread
/// @param audit any thread may read
/// @param orders any thread
/// @param ledger any thread
/// @param retention any thread may read
/// @param floorPlans any thread may read
/// @param routes any thread may read
/// @param alarmDesign any thread may read
/// @param fleet the pipeline's thread
/// @param desk the pipeline's thread
/// @param profiles the pipeline's thread, and any for those that are durable
record LocalStores(
    ReadingStore readings,
    SqliteMeasurements measurements,
    SqliteNotebookStore notebook,
    SqliteCapaStore capa,
    SqliteCalibrationStore calibrations,
    CalibrationWatch dueDays,
    SqliteAlarmStore alarms,
    SqliteExcursionStore excursions,
    RejectionStore rejections,
    AuditStore audit,
    OrderBook orders,
    Ledger ledger,
    SqliteRetentionStore retention,
    SqliteFloorPlanStore floorPlans,
    CurrentRoutes routes,
    CurrentAlarmDesign alarmDesign,
    Fleet fleet,
    AlarmDesk desk,
    ProfileDesk profiles) {
  /// Those of an open data folder.
  ///
  /// @param verifier knows how the ledger stands
  static LocalStores of(
      DataStore store, Stations stations, LedgerAgent verifier, InstantSource clock) {
    SqliteDatabase database = store.database();
    SqliteAuditStore audit = new SqliteAuditStore(database);
    return new LocalStores(
        stations.readings(),
        new SqliteMeasurements(store.series()),
        new SqliteNotebookStore(database),
        new SqliteCapaStore(database),
        new SqliteCalibrationStore(database),
        stations.calibrations(),
        stations.alarms(),
        stations.excursions(),
        stations.rejections(),
        audit,
        new OrderBook(audit, clock),
        new LocalLedger(database, verifier::state),
        new SqliteRetentionStore(database),
        new SqliteFloorPlanStore(database),
        stations.routes(),
        stations.alarmDesign(),
        stations.fleet(),
        stations.desk(),
        new ProfileDesk(stations.fleet()));
  }
}
