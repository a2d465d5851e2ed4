package ai.cryox.backend.report;

import ai.cryox.backend.store.UnitHistory.KnownMove;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.device.DeviceMove.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts into words what people changed about a unit.
record PastWords(ReportWords words) {
  /// A line for each change of limits, and how readings were judged.
  String turns(List<LimitsTurn> turns) {
    StringBuilder lines = new StringBuilder();
    for (LimitsTurn turn : turns) {
      lines
          .append(
              words.say(
                  "limits.changed.line",
                  words.time(turn.at()),
                  profile(turn.before()),
                  profile(turn.after()),
                  details(turn)))
          .append(by(turn.who()))
          .append('\n');
    }
    return lines.append(words.say("limits.judged")).toString();
  }

  private String profile(StorageProfile profile) {
    String range = new ExcursionWords(words).range(profile);
    return profile.name().contains(range.replace("\u00a0", " "))
        ? profile.name()
        : words.say("limits.profile", profile.name(), range);
  }

  /// Each level whose limit is another one, where the profile only changed.
  private String details(LimitsTurn turn) {
    List<String> changed = new ArrayList<>();
    for (Level level : Level.values()) {
      String before = value(turn.before().limit(level));
      String after = value(turn.after().limit(level));
      if (!before.equals(after)) {
        changed.add(words.say("limits.level", words.say(level), before, after));
      }
    }
    return changed.isEmpty() ? words.say("limits.delays") : String.join(", ", changed);
  }

  private String value(@Nullable Limit limit) {
    return limit == null ? words.say("none") : words.warm(limit.value());
  }

  /// A line for each move.
  String moves(List<KnownMove> moves) {
    StringBuilder lines = new StringBuilder();
    for (KnownMove one : moves) {
      DeviceMove move = one.move();
      boolean far = !move.left().facilityId().equals(move.now().facilityId());
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(
              words.say(
                  "moved.line",
                  words.time(move.at()),
                  place(move.left(), far),
                  place(move.now(), far)))
          .append(by(one.who()));
    }
    return lines.toString();
  }

  private String place(Place place, boolean withFacility) {
    String zone = place.zone().isEmpty() ? words.say("moved.nowhere") : place.zone();
    return withFacility ? words.say("moved.place", place.facilityId(), zone) : zone;
  }

  private String by(String who) {
    return who.isEmpty() ? "" : words.say("past.by", who);
  }
}
