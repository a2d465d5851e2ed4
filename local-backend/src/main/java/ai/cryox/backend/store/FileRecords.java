package ai.cryox.backend.store;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.MonitoringRun;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All records of a file that is only looked at, series apart. Each answer is as of one moment. One
/// thread.
public final class FileRecords {
  private final StoreFile file;

  /// @param file must be of this version
  /// @throws StoreException if its tables are older
  public FileRecords(StoreFile file) {
    this.file = file;
    if (!has("monitoring_run")) {
      throw new StoreException(
          "The data file was last used by an older Cryox. Start the backend once, such as with"
              + " `cryox serve`: it brings the file up to date.");
    }
  }

  private <T> T read(Function<Handle, T> question) {
    return file.read(question);
  }

  private boolean has(String table) {
    return read(handle ->
        handle
            .createQuery("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
            .bind(0, table)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /// Which step of the tables' history it stands at, such as `15`.
  public String version() {
    return read(handle ->
        handle
            .createQuery(
                "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank"
                    + " DESC LIMIT 1")
            .mapTo(String.class)
            .one());
  }

  /// What people said of how a facility's reports look, newest first, the last few.
  public List<SavedLetterhead> letterheads(String facilityId) {
    return has("letterhead") ? read(handle -> LetterheadRows.of(handle, facilityId)) : List.of();
  }

  /// The registry, by id.
  public List<Device> devices() {
    return read(handle ->
        handle
            .createQuery("SELECT * FROM device ORDER BY device_id")
            .map((row, context) -> SqliteDeviceStore.device(row))
            .list());
  }

  /// All storage profiles.
  public ProfileBook profiles() {
    return ProfileBook.with(
        read(handle ->
                handle
                    .createQuery("SELECT profile FROM storage_profile")
                    .mapTo(String.class)
                    .list())
            .stream()
            .map(ProfileJson::parse)
            .toList());
  }

  /// Which limits a device's readings are judged by from which epoch millisecond on; empty if they
  /// never changed.
  public NavigableMap<Long, StorageProfile> limits(String deviceId) {
    NavigableMap<Long, StorageProfile> limits = new TreeMap<>();
    read(handle ->
        handle
            .createQuery("SELECT from_ms, profile FROM limits_change WHERE device_id = ?")
            .bind(0, deviceId)
            .map((row, context) ->
                Optional.ofNullable(
                    limits.put(
                        row.getLong("from_ms"), ProfileJson.parse(row.getString("profile")))))
            .list());
    return limits;
  }

  /// All excursions that lasted at some time of a period, oldest first.
  public List<Excursion> excursions(ExcursionQuery query) {
    return read(handle -> SqliteExcursionStore.select(handle, query, null, Integer.MAX_VALUE))
        .reversed();
  }

  /// All alarms that were active at some time of a period, oldest first.
  ///
  /// @param deviceId only of this device, or `null` for all of the facility
  public List<Alarm> alarms(
      String facilityId, @Nullable String deviceId, Instant from, Instant until) {
    return read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM alarm
                WHERE raised_ms < :until
                  AND (facility_id = :facility OR facility_id = '')
                  AND (:device IS NULL OR device_id = :device)
                  AND (raised_ms >= :from OR state <> 'NORMAL' OR EXISTS (
                    SELECT 1 FROM alarm_change c
                    WHERE c.alarm_id = alarm.alarm_id AND c.at_ms >= :from))
                ORDER BY raised_ms, alarm_id\
                """)
            .bind("facility", facilityId)
            .bind("device", deviceId)
            .bind("from", from.toEpochMilli())
            .bind("until", until.toEpochMilli())
            .map((row, context) -> AlarmRows.alarm(row))
            .list());
  }

  /// All versions of what people wrote of a device's excursions, in the order they were written.
  public List<CapaNote> capa(String deviceId) {
    return has("capa_note") ? read(handle -> SqliteCapaStore.of(handle, deviceId)) : List.of();
  }

  /// One line of the alarms' journal, and the alarm it belongs to.
  public record JournalLine(Alarm alarm, AlarmChange change) {}

  /// What happened to a facility's alarms in a period, by the backend's clock, oldest first.
  ///
  /// @param deviceId only of this device, or `null` for all of the facility
  public List<JournalLine> journal(
      String facilityId, @Nullable String deviceId, Instant from, Instant until) {
    return read(handle ->
        handle
            .createQuery(
                """
                SELECT a.*, c.change_key FROM alarm_change c JOIN alarm a USING (alarm_id)
                WHERE c.at_ms >= :from AND c.at_ms < :until
                  AND (a.facility_id = :facility OR a.facility_id = '')
                  AND (:device IS NULL OR a.device_id = :device)
                ORDER BY c.change_key\
                """)
            .bind("facility", facilityId)
            .bind("device", deviceId)
            .bind("from", from.toEpochMilli())
            .bind("until", until.toEpochMilli())
            .map((row, context) ->
                new JournalLine(AlarmRows.alarm(row), change(handle, row.getLong("change_key"))))
            .list());
  }

  private static AlarmChange change(Handle handle, long key) {
    return handle
        .createQuery("SELECT * FROM alarm_change WHERE change_key = ?")
        .bind(0, key)
        .map((row, context) -> AlarmRows.change(row))
        .one();
  }

  /// Who was told of an alarm, oldest first.
  public List<Notification> notifications(String alarmId) {
    return read(handle ->
        handle
            .createQuery(
                """
                SELECT n.* FROM notification_alarm a JOIN notification n USING (notification_id)
                WHERE a.alarm_id = ? ORDER BY n.created_ms, n.notification_id\
                """)
            .bind(0, alarmId)
            .map((row, context) -> SqliteNotificationStore.notification(row))
            .list());
  }

  /// Tells of the audit trail's lines of a period, oldest first.
  public void audit(Instant from, Instant until, Consumer<AuditEntry> consumer) {
    read(handle -> {
      handle
          .createQuery("SELECT * FROM audit WHERE at_ms >= ? AND at_ms < ? ORDER BY audit_key")
          .bind(0, from.toEpochMilli())
          .bind(1, until.toEpochMilli())
          .map((row, context) -> SqliteAuditStore.entry(row))
          .forEach(consumer);
      return true;
    });
  }

  /// The calibration register, or what it says of one device, oldest entry first.
  ///
  /// @param deviceId `null` for all
  public List<Calibration> calibrations(@Nullable String deviceId) {
    return read(handle -> SqliteCalibrationStore.select(handle, deviceId));
  }

  /// All stored reports, oldest first; none of a file that is older than they are.
  public List<StoredReport> reports() {
    return has("report")
        ? read(handle ->
            handle
                .createQuery("SELECT * FROM report ORDER BY begun_ms, report_id")
                .map((row, context) -> SqliteReportStore.report(handle, row))
                .list())
        : List.of();
  }

  /// All lines of the audit trail about reports, oldest first.
  public List<AuditEntry> auditOfReports() {
    return read(handle ->
        handle
            .createQuery("SELECT * FROM audit WHERE what GLOB 'report.*' ORDER BY audit_key")
            .map((row, context) -> SqliteAuditStore.entry(row))
            .list());
  }

  /// When the backend ran, oldest first.
  public List<MonitoringRun> monitoring() {
    return read(MonitoringLog::select);
  }

  /// By which way a device's readings last came: a gateway or a link; empty if nobody knows.
  public String path(String deviceId) {
    return read(handle ->
        handle
            .createQuery("SELECT source FROM device_path WHERE device_id = ?")
            .bind(0, deviceId)
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }
}
