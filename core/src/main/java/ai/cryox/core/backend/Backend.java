package ai.cryox.core.backend;

/// What monitors a cold store, wherever it runs.
public interface Backend extends AutoCloseable {
  /// Where it runs.
  Place place();

  /// Opens a session. Everything a person sees or does goes through one.
  ///
  /// @throws BackendException if the backend cannot be reached or refuses
  Session signIn(SignIn who);

  /// Stops monitoring, in order: nothing acknowledged is lost.
  @Override
  void close();
}
