package ai.cryox.core.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message to one recipient: an entry of the outbox.
///
/// @param notificationId unique for ever; goes along with the message as its idempotency key, so
///   that a recipient who gets it twice can tell
/// @param alarmIds the alarms it tells of, at least one; several in a digest; none in a test or a
///   daily mail
/// @param channel by what
/// @param personId who, or empty for a channel that is one place for all
/// @param recipient their name, or what the channel is called
/// @param address where to, or empty
/// @param subject one line
/// @param text for people, in their language
/// @param facts the same for machines, by name
/// @param drill whether it belongs to a drill
/// @param state where it is
/// @param attempts how often it was tried
/// @param createdAt the backend's clock
/// @param nextTryAt when it is tried next, or `null` if it is not
/// @param deliveredAt when it was delivered, or `null`
/// @param receipt what the other side answered; empty before
/// @param failure why the last attempt failed, in a sentence; empty if none did
public record Notification(
    String notificationId,
    List<String> alarmIds,
    ChannelKind channel,
    String personId,
    String recipient,
    String address,
    String subject,
    String text,
    Map<String, String> facts,
    boolean drill,
    NotificationState state,
    int attempts,
    Instant createdAt,
    @Nullable Instant nextTryAt,
    @Nullable Instant deliveredAt,
    String receipt,
    String failure) {
  public Notification {
    alarmIds = List.copyOf(alarmIds);
    facts = Map.copyOf(facts);
  }

  /// The same while it is being sent.
  public Notification sending() {
    return with(NotificationState.SENDING, attempts + 1, nextTryAt, null, receipt, failure);
  }

  /// The same, taken by the other side.
  public Notification delivered(Instant at, String withReceipt) {
    return with(NotificationState.DELIVERED, attempts, null, at, withReceipt, "");
  }

  /// The same, to be tried again.
  public Notification waiting(Instant until, String why) {
    return with(NotificationState.PENDING, attempts, until, null, receipt, why);
  }

  /// The same, given up.
  public Notification failed(String why) {
    return with(NotificationState.FAILED, attempts, null, null, receipt, why);
  }

  /// The same, not needed any more.
  public Notification withdrawn() {
    return with(NotificationState.WITHDRAWN, attempts, null, null, receipt, failure);
  }

  private Notification with(
      NotificationState next,
      int tries,
      @Nullable Instant tryAt,
      @Nullable Instant at,
      String answer,
      String why) {
    return new Notification(
        notificationId,
        alarmIds,
        channel,
        personId,
        recipient,
        address,
        subject,
        text,
        facts,
        drill,
        next,
        tries,
        createdAt,
        tryAt,
        at,
        answer,
        why);
  }
}
