package ai.cryox.core.backend;

/// How somebody says who they are.
public sealed interface SignIn {
  /// Somebody at the machine's own desk, known to its operating system.
  ///
  /// @param name as it will stand in journals, not blank
  record Desk(String name) implements SignIn {
    public Desk {
      if (name.isBlank()) {
        throw new IllegalArgumentException("somebody without a name cannot sign in");
      }
    }
  }
}
