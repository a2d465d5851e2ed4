package ai.cryox.app.shell;

import ai.cryox.app.text.Units;
import ai.cryox.app.text.WaySentences;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why what the console shows must not be trusted. Pure.
///
/// @param sentence for the banner: what happened, since when, what it means
/// @param answering whether the backend answers at all
record Trouble(String sentence, boolean answering) {
  /// A snapshot older than this says that the backend no longer answers.
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  /// The trouble that the way to a backend or a snapshot tells of, or `null` if all is well.
  static @Nullable Trouble of(Standing standing, LiveSnapshot snapshot, Instant now, Units units) {
    if (standing.liveBy() == LiveBy.HERE) {
      return of(snapshot, now, units);
    }
    if (standing.isConnected()) {
      return store(snapshot, now, units);
    }
    String state = units.messages().of("standing", standing.state());
    Instant asOf = standing.asOf();
    String words =
        units
            .messages()
            .text(
                asOf == null ? "trouble.neverCame" : "trouble.away",
                state,
                units.timeSince(standing.since(), now),
                WaySentences.in(units.messages(), standing.sentence()),
                asOf == null ? "" : units.timeSince(asOf, now));
    return new Trouble(words, false);
  }

  /// The trouble that a snapshot tells of, or `null` if all is well.
  static @Nullable Trouble of(LiveSnapshot snapshot, Instant now, Units units) {
    if (Duration.between(snapshot.at(), now).compareTo(ANSWER_LIMIT) > 0) {
      return new Trouble(
          units.messages().text("trouble.silentBackend", since(snapshot.at(), now, units)), false);
    }
    return store(snapshot, now, units);
  }

  private static @Nullable Trouble store(LiveSnapshot snapshot, Instant now, Units units) {
    String storeTrouble = snapshot.vitals().storeTrouble();
    if (storeTrouble == null) {
      return null;
    }
    Instant since = snapshot.vitals().storeTroubleSince();
    String when = since == null ? "" : since(since, now, units);
    return new Trouble(
        when.isEmpty() ? storeTrouble : units.messages().text("trouble.store", when, storeTrouble),
        true);
  }

  private static String since(Instant at, Instant now, Units units) {
    return units.timeSince(at, now) + " " + units.zoneName(at);
  }
}
