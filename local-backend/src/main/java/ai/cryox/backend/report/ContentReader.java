package ai.cryox.backend.report;

import ai.cryox.backend.series.Schema;
import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.backend.store.LedgerExtract;
import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.compliance.MonitoringRun;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.device.Device;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gathers all that a report says, and writes its data beside. One use, one thread.
final class ContentReader {
  /// Two beats of the record: what is shorter may only be the time between them.
  private static final Duration SHORTEST_OFF = Duration.ofSeconds(20);

  private final StoreFile file;
  private final FileRecords records;
  private final SeriesView series;
  private final ReportRequest request;
  private final Instant madeAt;
  private final ReportProgress progress;

  /// @param file is only looked at
  ContentReader(StoreFile file, ReportRequest request, Instant madeAt, ReportProgress progress) {
    this.file = file;
    this.records = new FileRecords(file);
    this.series = new SeriesView(file, warning -> {});
    this.request = request;
    this.madeAt = madeAt;
    this.progress = progress;
  }

  /// Gathers.
  ///
  /// @param into where the data are written; must not be there
  /// @param proofInto where their proof is written; must not be there
  /// @throws ReportException if the facility or the unit is unknown, or nothing can be written
  /// @throws CancellationException if whoever watches broke it off
  ReportContent read(Path into, Path proofInto, String madeBy, String software) {
    Map<String, Device> devices = devices();
    Instant until = request.until().isBefore(madeAt) ? request.until() : madeAt;
    List<Device> wanted = request.kind().hasReadings() ? wanted(devices) : List.of();
    List<MonitoringRun> runs = records.monitoring();
    List<Stretch> off =
        MonitoringRun.off(runs, request.from(), until).stream()
            .filter(stretch -> stretch.length().compareTo(SHORTEST_OFF) > 0)
            .toList();
    List<JournalLine> journal = List.of();
    List<AuditEntry> audit = new ArrayList<>();
    List<Calibration> register = List.of();
    List<UnitRecord> units = List.of();
    try (PackedFile packed = new PackedFile(into);
        PackedFile proof = new PackedFile(proofInto)) {
      DataWriter data = new DataWriter(packed, packed.next());
      data.heading(LogRows.columns(request.kind()));
      if (request.kind().hasReadings()) {
        // The units' own parts follow.
        data.close();
      }
      List<ProofWriter> proofs = new ArrayList<>();
      ProofWriter title = proof(proof, proofs);
      title.title(request.facilityId());
      title.close();
      switch (request.kind()) {
        case PERIOD, UNIT, EXCURSION, TRIP ->
            units =
                units(
                    wanted,
                    new Stretch(request.from(), until),
                    off,
                    packed,
                    () -> proof(proof, proofs));
        case ALARMS, HANDOVER -> {
          journal =
              records.journal(request.facilityId(), request.deviceId(), request.from(), until);
          LogRows.journal(journal, data);
        }
        case AUDIT -> {
          records.audit(request.from(), until, line -> addIfWanted(line, devices, audit));
          LogRows.audit(audit, data);
        }
        case CALIBRATION -> {
          register =
              records.calibrations(request.deviceId()).stream()
                  .filter(entry -> devices.containsKey(entry.deviceId()))
                  .toList();
          LogRows.register(register, data);
        }
      }
      data.close();
      LedgerExtract.Head head = head(proof(proof, proofs), proofs);
      return new ReportContent(
          request,
          until,
          madeAt,
          madeBy,
          software,
          records.version(),
          units,
          devices,
          runs.isEmpty() ? null : runs.getFirst().started(),
          off,
          journal,
          audit,
          register,
          series.damaged(),
          packed.finish(),
          head,
          proof.finish());
    }
  }

  /// Lines about other facilities' devices are not told.
  private void addIfWanted(AuditEntry line, Map<String, Device> here, List<AuditEntry> into) {
    String device = line.deviceId();
    String only = request.deviceId();
    if (only == null ? device == null || here.containsKey(device) : only.equals(device)) {
      into.add(line);
    }
  }

  /// Of the facility now, or once.
  private Map<String, Device> devices() {
    Set<String> spoke = new HashSet<>(series.devices(Schema.READING, request.facilityId()));
    Map<String, Device> found = new TreeMap<>();
    for (Device device : records.devices()) {
      if (device.facilityId().equals(request.facilityId()) || spoke.contains(device.deviceId())) {
        found.put(device.deviceId(), device);
      }
    }
    if (found.isEmpty()) {
      throw new ReportException(
          "Nothing is known of the facility '%s'. Ids are case-sensitive; `cryox device list` shows them."
              .formatted(request.facilityId()));
    }
    return found;
  }

  private List<Device> wanted(Map<String, Device> devices) {
    @Nullable String only = request.deviceId();
    if (only != null && !devices.containsKey(only)) {
      throw new ReportException(
          "There is no unit '%s' in the facility '%s'. Ids are case-sensitive; `cryox device list` shows them."
              .formatted(only, request.facilityId()));
    }
    return devices.values().stream()
        .filter(device -> only == null || device.deviceId().equals(only))
        .sorted(
            Comparator.comparing(Device::zone)
                .thenComparing(Device::name)
                .thenComparing(Device::deviceId))
        .toList();
  }

  private static ProofWriter proof(PackedFile file, List<ProofWriter> all) {
    ProofWriter part = new ProofWriter(file.next());
    all.add(part);
    return part;
  }

  /// Writes what the ledger signed of all that was written before.
  private LedgerExtract.@Nullable Head head(ProofWriter last, List<ProofWriter> all) {
    long[] leaves = all.stream().flatMapToLong(ProofWriter::leaves).distinct().toArray();
    try (last) {
      return new LedgerExtract(file)
          .write(leaves, request.from(), last::head, last.tree())
          .orElse(null);
    }
  }

  private List<UnitRecord> units(
      List<Device> wanted,
      Stretch period,
      List<Stretch> off,
      PackedFile data,
      Supplier<ProofWriter> proofs) {
    List<UnitRecord> units = new ArrayList<>();
    int excursions = 0;
    try (UnitReaders readers = new UnitReaders(file, series, request.facilityId(), period, off)) {
      List<Future<UnitRecord>> readings =
          wanted.stream()
              .map(device -> readers.read(device, madeAt, data, data.next(), proofs.get()))
              .toList();
      for (int i = 0; i < readings.size(); i++) {
        UnitRecord unit = UnitReaders.of(readings.get(i)).after(excursions);
        excursions += unit.excursions().size();
        if (request.kind() != ReportKind.EXCURSION || unit.hasExcursions()) {
          units.add(unit);
        }
        if (!progress.goesOn(i + 1, wanted.size())) {
          throw new CancellationException("The report was broken off.");
        }
      }
    }
    return units;
  }
}
