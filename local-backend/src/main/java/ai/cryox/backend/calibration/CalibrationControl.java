package ai.cryox.backend.calibration;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Control;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The calls `calibration/add` and `calibration/list`: texts in, texts out.
///
/// @param fleet touched on the pipeline's thread only
/// @param watch told of what is added, on the pipeline's thread
/// @param who for the register and the audit trail
public record CalibrationControl(
    PipelineAgent agent,
    SqliteCalibrationStore store,
    Fleet fleet,
    CalibrationWatch watch,
    String who)
    implements Control {
  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return switch (call) {
      case "calibration/add" -> agent.change(batch -> List.of(add(with, batch)));
      case "calibration/list" ->
          store.read(with.get("deviceId")).stream().map(CalibrationControl::row).toList();
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private Map<String, String> add(Map<String, String> with, Batch batch) {
    return row(enter(entry(with, batch.now()), fleet, watch, who, batch));
  }

  /// Enters a calibration, with a line in the audit trail.
  ///
  /// @param watch told of it
  /// @param actor for the audit trail
  /// @throws IllegalArgumentException if there is no such device, with a sentence
  public static Calibration enter(
      Calibration entry, Fleet fleet, CalibrationWatch watch, String actor, Batch batch) {
    if (fleet.find(entry.deviceId()) == null) {
      throw new IllegalArgumentException(
          "There is no device '%s'; `cryox device list` shows them.".formatted(entry.deviceId()));
    }
    batch.calibrations.add(entry);
    watch.added(entry);
    batch.audit.add(
        AuditEntry.done(
            batch.now(),
            actor,
            "calibration.add",
            entry.deviceId(),
            "Certificate %s of %s, due %s, valid from %s, correction %s.%s"
                .formatted(
                    entry.certificate(),
                    entry.calibratedOn(),
                    entry.dueOn(),
                    entry.validFrom(),
                    points(entry.correction()),
                    entry.reason().isEmpty() ? "" : " " + entry.reason())));
    return entry;
  }

  private Calibration entry(Map<String, String> with, Instant now) {
    LocalDate calibratedOn = date(with, "calibratedOn");
    return new Calibration(
        0,
        text(with, "deviceId"),
        with.getOrDefault("serial", ""),
        with.getOrDefault("model", ""),
        text(with, "certificate"),
        with.getOrDefault("laboratory", ""),
        calibratedOn,
        date(with, "dueOn"),
        number(with.getOrDefault("uncertainty", "")),
        correction(with),
        validFrom(with, now),
        now,
        who,
        with.getOrDefault("reason", ""));
  }

  private static Correction correction(Map<String, String> with) {
    String text = with.getOrDefault("correction", "");
    return text.isBlank() ? Correction.NONE : Correction.parse(text);
  }

  private static Instant validFrom(Map<String, String> with, Instant now) {
    String text = with.getOrDefault("validFrom", "");
    try {
      return text.isBlank() ? now : Instant.parse(text);
    } catch (DateTimeException nonsense) {
      throw new IllegalArgumentException("'%s' is no instant.".formatted(text), nonsense);
    }
  }

  private static double number(String text) {
    try {
      return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException nonsense) {
      throw new IllegalArgumentException("'%s' is no number.".formatted(text), nonsense);
    }
  }

  private static LocalDate date(Map<String, String> with, String name) {
    String text = text(with, name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException nonsense) {
      throw new IllegalArgumentException(
          "'%s' is no date like 2026-03-01.".formatted(text), nonsense);
    }
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.getOrDefault(name, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  private static String points(Correction correction) {
    return correction.isNone()
        ? "none"
        : correction.points().stream()
            .map(point -> "%s °C at %s °C".formatted(point.added(), point.indicated()))
            .collect(Collectors.joining(", "));
  }

  private static Map<String, String> row(Calibration entry) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("number", Long.toString(entry.number()));
    row.put("deviceId", entry.deviceId());
    row.put("serial", entry.serial());
    row.put("model", entry.model());
    row.put("certificate", entry.certificate());
    row.put("laboratory", entry.laboratory());
    row.put("calibratedOn", entry.calibratedOn().toString());
    row.put("dueOn", entry.dueOn().toString());
    row.put(
        "uncertainty",
        Double.isNaN(entry.uncertainty()) ? "" : Double.toString(entry.uncertainty()));
    row.put("correction", points(entry.correction()));
    row.put("validFrom", entry.validFrom().toString());
    row.put("recordedAt", entry.recordedAt().toString());
    row.put("recordedBy", entry.recordedBy());
    row.put("reason", entry.reason());
    return row;
  }
}
