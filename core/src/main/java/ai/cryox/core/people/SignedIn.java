package ai.cryox.core.people;

/// Somebody who has said convincingly who they are.
///
/// @param userId lasting and never given to anybody else
/// @param name as journals, reports and screens call them
/// @param grants what they may do
public record SignedIn(String userId, String name, Grants grants) {
  /// The same person while they are away: what they see can be seen, and nothing can be done.
  public SignedIn watching() {
    return new SignedIn(userId, name, grants.watching());
  }

  /// Refuses what they may not do in a facility.
  ///
  /// @throws ForbiddenException if they may not
  public void require(Action action, String facilityId) {
    if (!grants.may(action, facilityId)) {
      throw new ForbiddenException(this, action, facilityId);
    }
  }

  /// Refuses what they may not do for all facilities.
  ///
  /// @throws ForbiddenException if they may not
  public void requireEverywhere(Action action) {
    if (!grants.mayEverywhere(action)) {
      throw new ForbiddenException(this, action, Grant.EVERYWHERE);
    }
  }
}
