package ai.cryox.core.alarm;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// What a person may do to alarms. Any thread; each blocks until the change is durable, and writes
/// one line of the journal for each alarm that it changes, with who and why.
///
/// All give the alarms that changed, as they are now; what needed nothing any more is left out, so
/// of two people who do the same at once one gets the alarm and the other nothing.
public interface AlarmActions {
  /// So long an alarm may be on the shelf, unless the facility's design says otherwise.
  Duration LONGEST_SHELF = Duration.ofHours(8);

  /// Says that the signed-in person has seen these alarms.
  ///
  /// @param comment may be empty
  List<Alarm> acknowledge(Collection<String> alarmIds, String comment);

  /// Resets latched alarms that were acknowledged.
  ///
  /// @param comment may be empty
  List<Alarm> reset(Collection<String> alarmIds, String comment);

  /// Puts alarms aside for a while, active or not. Of one that is on the shelf already the time is
  /// counted anew.
  ///
  /// @param reason not blank
  /// @throws IllegalArgumentException if there is no reason, the time is none or too long, or there
  ///   is no such device, with a sentence; nothing was changed
  List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String reason);

  /// Takes alarms from the shelf.
  ///
  /// @param comment may be empty
  List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment);

  /// Takes alarms out of service until somebody puts them back.
  ///
  /// @param reason not blank
  /// @throws IllegalArgumentException as {@link #shelve}
  List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason);

  /// Puts alarms back in service.
  ///
  /// @param comment may be empty
  List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment);
}
