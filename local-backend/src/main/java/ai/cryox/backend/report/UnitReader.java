package ai.cryox.backend.report;

import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.backend.store.UnitHistory;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.CalibrationBook;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.Assessment;
import ai.cryox.core.compliance.FigureMeter;
import ai.cryox.core.compliance.Figures;
import ai.cryox.core.compliance.GapCauses;
import ai.cryox.core.compliance.KineticMean;
import ai.cryox.core.compliance.KineticRule;
import ai.cryox.core.compliance.KineticWindow;
import ai.cryox.core.compliance.StorageRange;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers what a report says of one unit after the other. One thread.
final class UnitReader {
  private static final int CHART_COLUMNS = 1_440;

  /// So long before the period an excursion that reaches into it may have begun.
  private static final Duration RUN_UP = Duration.ofDays(2);

  /// So long before the period the journal is looked at for what lasted into it.
  private static final Duration JOURNAL_RUN_UP = Duration.ofDays(31);

  private final SeriesView series;
  private final FileRecords records;
  private final UnitHistory history;
  private final String facilityId;
  private final Instant from;
  private final Instant until;
  private final List<Stretch> off;
  private final ProfileBook profiles;

  /// @param series of that file
  /// @param off when monitoring was off
  UnitReader(
      StoreFile file, SeriesView series, String facilityId, Stretch period, List<Stretch> off) {
    this.series = series;
    this.records = new FileRecords(file);
    this.history = new UnitHistory(file);
    this.facilityId = facilityId;
    this.from = period.from();
    this.until = period.until();
    this.off = off;
    this.profiles = records.profiles();
  }

  /// Gathers.
  ///
  /// @param data where readings are written
  /// @param proof where goes what proves them
  UnitRecord read(Device device, Instant knownAt, DataWriter data, ProofWriter proof) {
    Stretch stay = stay(device);
    proof.unit(device.deviceId(), stay.from().toEpochMilli(), stay.until().toEpochMilli());
    NavigableMap<Long, StorageProfile> limits = limits(device, stay);
    StorageProfile last = limits.lastEntry().getValue();
    Optional<KineticRule> rule = KineticRule.of(StorageRange.of(last));
    Instant begin = stay.from().minus(rule.map(KineticRule::window).orElse(RUN_UP));
    KineticWindow window =
        rule.map(one ->
                new KineticWindow(begin, stay.until(), one.window(), KineticMean.USUAL_ENERGY))
            .orElse(null);
    CalibrationBook book = new CalibrationBook(records.calibrations(device.deviceId()));
    NavigableMap<Long, Correction> corrections = book.corrections(knownAt);
    ExcursionTracker tracker = tracker(device, limits, corrections);
    FigureMeter meter =
        new FigureMeter(
            stay.from(),
            stay.until(),
            new FigureMeter.Known(device.samplingPeriod(), limits, KineticMean.USUAL_ENERGY),
            window);
    Envelope chart =
        new Envelope(
            from.toEpochMilli(),
            until.toEpochMilli(),
            CHART_COLUMNS,
            FigureMeter.gapLimit(device.samplingPeriod()).toMillis());
    new ReadingPass(
            device.deviceId(),
            facilityId,
            stay.from().toEpochMilli(),
            corrections,
            limits,
            meter,
            chart,
            tracker,
            data,
            proof)
        .run(series, begin.toEpochMilli(), stay.until().toEpochMilli());
    List<JournalLine> journal =
        records.journal(
            facilityId, device.deviceId(), from.minus(JOURNAL_RUN_UP), until.plus(RUN_UP));
    Figures figures = meter.figures().explained(causes(device, journal));
    List<Excursion> all = excursions(device, tracker, stay);
    List<CapaNote> judged =
        records.capa(device.deviceId()).stream().map(note -> note.anchored(all)).toList();
    List<ExcursionRecord> found = new ArrayList<>();
    for (Excursion excursion : during(stay, all)) {
      found.add(record(found.size() + 1, Assessment.of(excursion, rule, window), journal, judged));
    }
    Calibration valid = book.at(stay.until(), knownAt);
    return new UnitRecord(
        device,
        stay.from(),
        stay.until(),
        limits,
        UnitPast.of(history, device, facilityId, new Stretch(from, until), limits),
        book.entries(),
        valid,
        figures,
        rule,
        window == null || figures.received() == 0 ? null : window.worst(stay.from(), stay.until()),
        found,
        strays(stay, judged, all),
        chart);
  }

  /// While a unit stood in another facility nothing was due from it here.
  private Stretch stay(Device device) {
    if (!series.isOfSeveralFacilities(device.deviceId())) {
      return new Stretch(from, until);
    }
    boolean here = device.facilityId().equals(facilityId);
    Instant[] seen =
        ReadingPass.stay(
            series, device.deviceId(), facilityId, from.toEpochMilli(), until.toEpochMilli());
    if (seen == null) {
      return new Stretch(from, until);
    }
    Instant end = seen[1].plus(device.samplingPeriod());
    return new Stretch(seen[0], here || end.isAfter(until) ? until : end);
  }

  /// What held when the period began and what came into force in it.
  private NavigableMap<Long, StorageProfile> limits(Device device, Stretch stay) {
    NavigableMap<Long, StorageProfile> all = records.limits(device.deviceId());
    NavigableMap<Long, StorageProfile> held = new TreeMap<>();
    long start = stay.from().toEpochMilli();
    Map.Entry<Long, StorageProfile> first = all.floorEntry(start);
    held.put(
        first == null ? Long.MIN_VALUE : first.getKey(),
        first == null ? device.limits(profiles) : first.getValue());
    held.putAll(all.subMap(start, false, stay.until().toEpochMilli(), false));
    return held;
  }

  /// What people wrote of excursions of which nothing is left.
  private static List<CapaNote> strays(
      Stretch stay, List<CapaNote> judged, List<Excursion> excursions) {
    return judged.stream()
        .filter(note -> !note.start().isBefore(stay.from()) && note.start().isBefore(stay.until()))
        .filter(note -> excursions.stream().noneMatch(note::isAbout))
        .toList();
  }

  private static List<Excursion> during(Stretch stay, List<Excursion> all) {
    return all.stream()
        .filter(one -> {
          Instant end = one.end();
          return one.start().isBefore(stay.until()) && (end == null || end.isAfter(stay.from()));
        })
        .toList();
  }

  /// Excursions that are stored were found in what sensors sent. Where that is corrected they are
  /// found anew.
  private @Nullable ExcursionTracker tracker(
      Device device,
      NavigableMap<Long, StorageProfile> limits,
      NavigableMap<Long, Correction> corrections) {
    boolean corrected =
        corrections.headMap(until.toEpochMilli(), false).values().stream()
            .anyMatch(correction -> !correction.isNone());
    return corrected
        ? new ExcursionTracker(
            device.deviceId(),
            facilityId,
            limits.firstEntry().getValue(),
            device.silenceLimit(),
            ExcursionMemory.EMPTY)
        : null;
  }

  /// Those of the stay and those near it, of which notes may tell.
  private List<Excursion> excursions(
      Device device, @Nullable ExcursionTracker tracker, Stretch stay) {
    if (tracker == null) {
      return records.excursions(
          new ExcursionQuery(
              facilityId,
              device.deviceId(),
              stay.from().minus(CapaNote.REACH),
              stay.until().plus(CapaNote.REACH)));
    }
    List<Excursion> found = new ArrayList<>(tracker.takeEnded());
    found.addAll(tracker.open());
    return found.stream().sorted(Comparator.comparing(Excursion::start)).toList();
  }

  private GapCauses causes(Device device, List<JournalLine> journal) {
    Instant start = from.minus(JOURNAL_RUN_UP);
    String path = records.path(device.deviceId());
    List<JournalLine> link =
        path.isEmpty()
            ? List.of()
            : records.journal(facilityId, Alarm.SYSTEM + "link/" + path, start, until);
    return new GapCauses(
        off,
        AlarmStretches.of(link, Condition.LINK_DOWN, start, until),
        AlarmStretches.of(journal, Condition.SILENT, start, until),
        FigureMeter.gapLimit(device.samplingPeriod()));
  }

  private ExcursionRecord record(
      int number, Assessment assessment, List<JournalLine> journal, List<CapaNote> judged) {
    Excursion excursion = assessment.excursion();
    Instant end = excursion.end();
    Instant latest = end == null ? until.plus(RUN_UP) : end.plus(RUN_UP);
    List<AlarmChange> changes = new ArrayList<>();
    Map<String, Notification> told = new LinkedHashMap<>();
    String alarmId = null;
    for (JournalLine line : journal) {
      if (line.alarm().condition() != excursion.condition()
          || line.change().time().isBefore(excursion.start())
          || line.change().at().isAfter(latest)) {
        continue;
      }
      if (alarmId == null) {
        alarmId = line.alarm().alarmId();
        records
            .notifications(alarmId)
            .forEach(notification -> told.put(notification.notificationId(), notification));
      }
      if (alarmId.equals(line.alarm().alarmId())) {
        changes.add(line.change());
      }
    }
    return new ExcursionRecord(
        number, assessment, changes, List.copyOf(told.values()), CapaNote.of(excursion, judged));
  }
}
