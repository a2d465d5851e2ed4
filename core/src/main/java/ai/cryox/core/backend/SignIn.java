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

  /// Somebody with an account here.
  ///
  /// @param signInName what they typed
  /// @param password is wiped by whoever takes it
  record Password(String signInName, char[] password) implements SignIn {
    /// Without the password.
    @Override
    public String toString() {
      return "Password[" + signInName + "]";
    }
  }

  /// Somebody who signed in before, or for whom an issuer vouches.
  ///
  /// @param token an access token
  record Token(String token) implements SignIn {
    /// Without the token.
    @Override
    public String toString() {
      return "Token[…]";
    }
  }
}
