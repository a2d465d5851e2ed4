package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.excursion.Excursion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One device's spells that last, of each condition, and the excursions that ended. One thread.
final class Spells {
  private final String deviceId;
  private String facilityId;
  private final Map<Condition, Spell> lasting = new EnumMap<>(Condition.class);
  private List<Excursion> ended = new ArrayList<>();

  /// @param remembered that lasted when the reading before came
  Spells(String deviceId, String facilityId, Map<Condition, Spell> remembered) {
    this.deviceId = deviceId;
    this.facilityId = facilityId;
    lasting.putAll(remembered);
  }

  /// The device stands there now.
  void moveTo(String facility) {
    facilityId = facility;
  }

  Map<Condition, Spell> lasting() {
    return lasting;
  }

  @Nullable Spell get(Condition condition) {
    return lasting.get(condition);
  }

  /// Lets a spell begin or go on with a reading.
  ///
  /// @param outside whether the reading is beyond the limit
  /// @param value that is measured against the limit
  /// @param cold whether smaller values are the worse ones
  /// @param profileId of the profile that holds
  /// @return what lasts after the reading; `null` if nothing does
  @Nullable Spell goOn(
      Condition condition,
      boolean outside,
      Turn turn,
      double value,
      boolean cold,
      String profileId) {
    Spell spell = lasting.get(condition);
    Spell next =
        spell == null
            ? outside ? Spell.begin(profileId, cold, turn.time(), value, turn.late()) : null
            : outside
                ? spell.further(turn.time(), value, turn.late(), turn.step(), turn.gap())
                : spell.inside(turn.step(), turn.gap());
    if (next != null) {
      lasting.put(condition, next);
    }
    return next;
  }

  /// A limit of this value counts as violated now.
  void violate(Condition condition, Spell spell, Severity severity, double limit) {
    lasting.put(condition, spell.violating(severity, limit));
  }

  /// It was nothing.
  void forget(Condition condition) {
    lasting.remove(condition);
  }

  /// It was an excursion.
  void end(Condition condition, Spell spell, Instant at) {
    lasting.remove(condition);
    ended.add(spell.excursion(deviceId, facilityId, condition, at));
  }

  boolean hasEnded() {
    return !ended.isEmpty();
  }

  /// The excursions that ended since this was last asked, oldest end first.
  List<Excursion> takeEnded() {
    List<Excursion> taken = ended;
    ended = new ArrayList<>();
    return taken;
  }

  /// How many excursions last.
  int openCount() {
    int open = 0;
    for (Spell spell : lasting.values()) {
      open += spell.counts() ? 1 : 0;
    }
    return open;
  }

  /// The excursions that last.
  List<Excursion> open() {
    List<Excursion> open = new ArrayList<>();
    lasting.forEach((condition, spell) -> {
      if (spell.counts()) {
        open.add(spell.excursion(deviceId, facilityId, condition, null));
      }
    });
    return open;
  }
}
