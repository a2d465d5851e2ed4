package ai.cryox.core.link;

/// In which state a link is. Only the changes that {@link #mayBecome} allows happen.
public enum LinkState {
  /// A connection is being made.
  CONNECTING,
  /// Messages are taken as they come.
  CONNECTED,
  /// Connected, but nothing is read: what was taken before must be stored first.
  HELD,
  /// There is no connection; it is tried again soon.
  WAITING,
  /// The other side, or our own check of it, said no. A person must change something; meanwhile it
  /// is tried again now and then.
  REFUSED,
  /// Over for good.
  CLOSED;

  /// Whether messages can arrive.
  public boolean isUp() {
    return this == CONNECTED || this == HELD;
  }

  /// Whether this state can be followed by that one.
  public boolean mayBecome(LinkState next) {
    return switch (this) {
      case CONNECTING -> next != HELD;
      case CONNECTED -> next != CONNECTING && next != CONNECTED;
      case HELD -> next != CONNECTING && next != HELD;
      case WAITING, REFUSED -> next == CONNECTING || next == CLOSED;
      case CLOSED -> false;
    };
  }
}
