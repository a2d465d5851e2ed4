package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Who hears of alarms, as people see and change it. Any thread; all but {@link #escalations} may
/// block. Changes are durable when a method returns.
public interface Callouts {
  /// How the part of the system begins that a drill's alarm belongs to; the device's id follows.
  String DRILL = Alarm.SYSTEM + "drill/";

  /// The plan in force.
  CalloutPlan plan();

  /// Replaces the plan; what is running goes on by the new one.
  ///
  /// @throws IllegalArgumentException if it makes no sense, with all {@link CalloutPlan#problems}
  CalloutPlan savePlan(CalloutPlan plan);

  /// How the channels are set up.
  Channels channels();

  /// Sets them up anew.
  ///
  /// @throws IllegalArgumentException if that makes no sense, with all {@link Channels#problems}
  Channels saveChannels(Channels channels);

  /// Which secrets are kept. None can be read back.
  Set<SecretName> secrets();

  /// Keeps a secret; an empty one removes it.
  void saveSecret(SecretName name, char[] secret);

  /// What was sent of an alarm, oldest first.
  List<Notification> notifications(String alarmId);

  /// One page of all notifications, newest first.
  Page<Notification> recent(PageRequest page);

  /// The escalations that run, the next call first; the same as in the live snapshot.
  List<Escalation> escalations();

  /// A console says that it shows these alarms: they count as delivered to the desktop.
  void shown(Collection<String> alarmIds);

  /// Sends one message to try a channel out, and waits for the answer.
  ///
  /// @param personId to whom; counts for nothing on a channel that is one place for all
  /// @return the notification, delivered or with the reason why not
  /// @throws IllegalArgumentException if the channel is not set up or the person has no address
  Notification test(ChannelKind channel, String personId);

  /// Begins a drill: a simulated reading of a device goes through limits, alarm, escalation and
  /// channels, marked as a drill wherever it is seen, and is not stored as a reading. Of the device
  /// itself nothing changes.
  ///
  /// @param temperature °C, beyond a limit of the device
  /// @return the alarm; whom it reached is in {@link #notifications}
  /// @throws IllegalArgumentException if there is no such device, or the limits allow the
  ///   temperature
  Alarm drill(String deviceId, double temperature);

  /// Ends a drill that nobody has acknowledged.
  void endDrill(String alarmId);
}
