package ai.cryox.core.escalation;

/// Where a notification is on its way.
public enum NotificationState {
  /// It waits for its time.
  PENDING,
  /// It is being sent, or was when the backend stopped: then it is sent again.
  SENDING,
  /// The other side has taken it, or a console has shown it.
  DELIVERED,
  /// It could not be delivered and is not tried again.
  FAILED,
  /// It was not needed any more before it could be sent.
  WITHDRAWN;

  /// Whether nothing will happen to it any more.
  public boolean isFinal() {
    return this != PENDING && this != SENDING;
  }
}
