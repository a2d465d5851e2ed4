package ai.cryox.backend.calibration;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Calibration.Due;
import ai.cryox.core.calibration.CalibrationBook;
import ai.cryox.core.classify.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Raises the alarm `CALIBRATION_DUE` a month before a device's calibration runs out and again on
/// the day, and ends it when a new one is entered. Days are those of UTC. What it told follows from
/// the register and from when the alarm was raised, so a restart repeats nothing. Devices that are
/// not in the register are left alone. Belongs to the pipeline's thread.
public final class CalibrationWatch implements Consumer<Batch> {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final Fleet fleet;
  private final Supplier<AlarmDesign> design;
  private final Map<String, List<Calibration>> register = new HashMap<>();
  private @Nullable Instant lookedAt;

  /// @param entries all that the register has
  /// @param design says how bad it is
  public CalibrationWatch(Fleet fleet, List<Calibration> entries, Supplier<AlarmDesign> design) {
    this.fleet = fleet;
    this.design = design;
    entries.forEach(this::added);
  }

  /// An entry was added to the register.
  void added(Calibration entry) {
    register.computeIfAbsent(entry.deviceId(), id -> new ArrayList<>()).add(entry);
    lookedAt = null;
  }

  /// Looks at the register, at most once a minute.
  @Override
  public void accept(Batch batch) {
    Instant last = lookedAt;
    if (last != null && Duration.between(last, batch.now()).abs().compareTo(BETWEEN_LOOKS) < 0) {
      return;
    }
    lookedAt = batch.now();
    register.forEach((deviceId, entries) -> {
      DeviceState device = fleet.find(deviceId);
      Calibration valid = new CalibrationBook(entries).at(batch.now(), batch.now());
      if (device != null && valid != null) {
        judge(device, valid, batch);
      }
    });
  }

  private void judge(DeviceState device, Calibration valid, Batch batch) {
    Due due = valid.due(day(batch.now()));
    boolean wanted = due == Due.IN_ONE_MONTH || due == Due.NOW;
    Alarm alarm = device.alarm(Condition.CALIBRATION_DUE);
    boolean stands = alarm != null && alarm.isConditionPresent();
    String deviceId = device.device().deviceId();
    if (alarm != null && stands && (!wanted || valid.due(day(alarm.raisedAt())) != due)) {
      // Of the next step people are told anew, at the next look.
      batch.findings.add(
          new DeviceFinding(
              deviceId, new Finding.Returned(Condition.CALIBRATION_DUE, batch.now(), Double.NaN)));
    } else if (wanted && !stands) {
      batch.findings.add(
          new DeviceFinding(
              deviceId,
              "",
              new Finding.Violated(
                  Condition.CALIBRATION_DUE,
                  batch.now(),
                  Double.NaN,
                  design.get().severityOf(Condition.CALIBRATION_DUE),
                  Double.NaN),
              message(valid, due)));
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String message(Calibration valid, Due due) {
    return due == Due.NOW
        ? "The calibration %s of %s ran out on %s: its readings are no proof any more."
            .formatted(valid.certificate(), valid.calibratedOn(), valid.dueOn())
        : "The calibration %s of %s runs out on %s."
            .formatted(valid.certificate(), valid.calibratedOn(), valid.dueOn());
  }
}
