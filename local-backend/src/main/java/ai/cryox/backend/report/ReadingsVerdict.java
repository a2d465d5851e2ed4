package ai.cryox.backend.report;

import ai.cryox.backend.series.DamagedException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How the readings in a report's data agree with those that its ledger was given. One thread.
final class ReadingsVerdict {
  private static final int MOST_NAMED = 5;

  private final List<String> problems = new ArrayList<>();
  private long proven;
  private long unproven;
  private long wrong;
  private int unsigned;
  private long firstUnproven = Long.MAX_VALUE;
  private long lastUnproven = Long.MIN_VALUE;

  /// Compares all rows of a unit, and leaves the data at the first row of the next.
  ///
  /// @throws DamagedException if the proof's rows cannot be unpacked
  /// @throws IOException if the data cannot be read
  void compare(String deviceId, ProvenRows known, CsvReadings csv)
      throws IOException, DamagedException {
    CsvBuffer field = new CsvBuffer();
    field.field(deviceId);
    byte[] prefix = field.take();
    boolean there = csv.isOf(prefix);
    while (known.next()) {
      while (there && csv.time() < known.time()) {
        unproven(csv.time());
        there = following(csv, prefix);
      }
      if (!there || csv.time() > known.time()) {
        wrong(
            "%s at %s: the data leave it out, the ledger has %s °C"
                .formatted(deviceId, Instant.ofEpochMilli(known.time()), known.value()));
      } else {
        if (Double.compare(csv.value(), known.value()) == 0) {
          proven++;
        } else {
          wrong(
              "%s at %s: the data say %s °C, the ledger %s °C"
                  .formatted(
                      deviceId, Instant.ofEpochMilli(csv.time()), csv.value(), known.value()));
        }
        there = following(csv, prefix);
      }
    }
    while (there) {
      unproven(csv.time());
      there = following(csv, prefix);
    }
  }

  private static boolean following(CsvReadings csv, byte[] prefix) throws IOException {
    csv.next();
    return csv.isOf(prefix);
  }

  private void unproven(long time) {
    unproven++;
    firstUnproven = Math.min(firstUnproven, time);
    lastUnproven = Math.max(lastUnproven, time);
  }

  private void wrong(String what) {
    wrong++;
    if (problems.size() < MOST_NAMED) {
      problems.add(what);
    }
  }

  /// So many parts of the proof are in leaves that no checkpoint had signed yet.
  void unsigned(int parts) {
    unsigned += parts;
  }

  boolean isGood() {
    return wrong == 0;
  }

  /// What does not agree, in words; the first few.
  String problems() {
    return String.join("; ", problems)
        + (wrong > problems.size() ? "; and %d more".formatted(wrong - problems.size()) : "");
  }

  /// What was found, in words.
  String sentence() {
    StringBuilder text = new StringBuilder("%,d readings are what it was given".formatted(proven));
    if (unproven > 0) {
      text.append(
          "; %,d of %s to %s were so new that no seal was on them yet, and are not proven"
              .formatted(
                  unproven,
                  Instant.ofEpochMilli(firstUnproven),
                  Instant.ofEpochMilli(lastUnproven)));
    }
    if (unsigned > 0) {
      text.append(
          "; %d of its parts were so new that no checkpoint had signed them yet"
              .formatted(unsigned));
    }
    return text.toString();
  }
}
