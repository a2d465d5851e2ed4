package ai.cryox.core.escalation;

/// Sends notifications by one kind of channel. Port. Called on threads of the outbox, one
/// notification at a time; may block, but not for ever: each attempt has its own time limits.
public interface NotificationChannel {
  /// Which kind.
  ChannelKind kind();

  /// Tries once.
  ///
  /// @param settings of this kind, as they are now
  /// @param secrets never logged, never part of an answer
  Outcome send(Notification notification, ChannelSettings settings, Secrets secrets);

  /// The same with a document. A channel that carries none says what its text says.
  default Outcome send(
      Notification notification, Enclosure enclosure, ChannelSettings settings, Secrets secrets) {
    return send(notification, settings, secrets);
  }

  /// How an attempt ended.
  sealed interface Outcome {}

  /// The other side has taken it.
  ///
  /// @param receipt what it answered, short
  record Delivered(String receipt) implements Outcome {}

  /// It may work later.
  ///
  /// @param why in a sentence without secrets
  record Failed(String why) implements Outcome {}

  /// It will not work until a person changes something.
  ///
  /// @param why in a sentence without secrets
  record Refused(String why) implements Outcome {}
}
