package ai.cryox.backend.report;

import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.backend.store.LedgerExtract;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.device.Device;
import ai.cryox.core.report.ReportRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a report says, before it is put into words.
///
/// @param until the period's end, or the moment it was made if that is earlier
/// @param madeAt by the backend's clock
/// @param madeBy who had it made
/// @param software name and version of the program
/// @param schema which step of the tables' history the data file stands at
/// @param units those it is about, by name
/// @param devices all of the facility, by id
/// @param knownSince since when it is on record whether monitoring ran, or `null` if it is not
/// @param off when monitoring was off
/// @param journal what happened to alarms; empty where that is not told
/// @param audit lines of the audit trail; empty where they are not told
/// @param register the calibrations of all units; empty where they are not told
/// @param damaged blobs of the data file that could not be read
/// @param data what is embedded
/// @param ledger what the ledger's newest checkpoint signs, or `null` if nothing is signed yet
/// @param proof of the data against that, embedded if there is a checkpoint
record ReportContent(
    ReportRequest request,
    Instant until,
    Instant madeAt,
    String madeBy,
    String software,
    String schema,
    List<UnitRecord> units,
    Map<String, Device> devices,
    @Nullable Instant knownSince,
    List<Stretch> off,
    List<JournalLine> journal,
    List<AuditEntry> audit,
    List<Calibration> register,
    int damaged,
    DataFile data,
    LedgerExtract.@Nullable Head ledger,
    DataFile proof) {
  ReportContent {
    units = List.copyOf(units);
    off = List.copyOf(off);
    journal = List.copyOf(journal);
    audit = List.copyOf(audit);
    register = List.copyOf(register);
  }

  /// All excursions, unit by unit.
  List<ExcursionRecord> excursions() {
    return units.stream().flatMap(unit -> unit.excursions().stream()).toList();
  }

  /// What people call a device or a part of the system.
  String nameOf(String deviceId) {
    Device device = devices.get(deviceId);
    return device == null ? deviceId : device.name();
  }
}
