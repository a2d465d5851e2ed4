package ai.cryox.core.people;

/// Somebody may not do what they asked for; nothing was changed. The message is a sentence for
/// them.
public final class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Action action;

  /// @param facilityId where, or {@link Grant#EVERYWHERE}
  public ForbiddenException(SignedIn who, Action action, String facilityId) {
    super(
        "%s may not do this (%s%s). Somebody who manages people can give the role that may."
            .formatted(
                who.name(),
                action.name(),
                facilityId.equals(Grant.EVERYWHERE) ? "" : " in " + facilityId));
    this.action = action;
  }

  /// As another machine's backend said it.
  ///
  /// @param message its sentence
  public ForbiddenException(String message, Action action) {
    super(message);
    this.action = action;
  }

  /// What was tried.
  public Action action() {
    return action;
  }
}
