package ai.cryox.backend.relay;

/// Where wills go when their time has come: the way of any other publication.
@FunctionalInterface
public interface WillRoute {
  /// Called without any lock held; must return at once and not throw.
  ///
  /// @param clientId whose will it is
  void publish(String clientId, Publication will);
}
