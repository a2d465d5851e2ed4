package ai.cryox.core.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a backend can prove of what it has stored. Port; any thread, may block on the disk.
public interface Ledger {
  /// The newest checkpoint, signed; empty if there is none yet.
  Optional<Head> head();

  /// A signed checkpoint.
  ///
  /// @param note as it is written
  /// @param checkpoint what it says
  /// @param key who signed, as `name+id+key`
  /// @param leaves how many there are by now
  record Head(String note, Checkpoint checkpoint, String key, long leaves) {}

  /// What the backend found when it last verified everything.
  LedgerState state();

  /// The proof that a reading is what was stored, as a file that needs nothing but itself.
  ///
  /// @throws IllegalArgumentException if there is no such reading, or it cannot be proven yet, with
  ///   a sentence
  String reading(String deviceId, Instant time);

  /// The same of a transition of an alarm.
  ///
  /// @param key its number in the journal of all alarms
  /// @throws IllegalArgumentException if there is none, or it cannot be proven yet, with a sentence
  String transition(long key);

  /// The same of a line of the audit trail.
  ///
  /// @param key its number in the trail
  /// @throws IllegalArgumentException if there is none, or it cannot be proven yet, with a sentence
  String audit(long key);

  /// That the ledger of the first `older` leaves is the beginning of that of the first `newer`: RFC
  /// 9162, section 2.1.4.
  ///
  /// @throws IllegalArgumentException if that cannot be proven, with a sentence
  List<Hash> consistency(long older, long newer);
}
