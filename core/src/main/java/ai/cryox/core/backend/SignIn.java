package ai.cryox.core.backend;

import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import org.jspecify.annotations.Nullable;

/// How somebody says who they are.
public sealed interface SignIn {
  /// Somebody at the machine's own desk, known to its operating system. They may do everything
  /// until there is an account; from then on they only look on.
  ///
  /// @param name as it will stand in journals, not blank
  /// @param most they get no more than this, whatever they may
  record Desk(String name, Grants most) implements SignIn {
    /// Somebody who takes all that they get.
    public Desk(String name) {
      this(name, Grants.everywhere(Role.values()));
    }

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
  /// @param fresh the password they want from now on, wiped too; `null` = the same
  record Password(String signInName, char[] password, char @Nullable [] fresh) implements SignIn {
    /// Somebody who keeps their password.
    public Password(String signInName, char[] password) {
      this(signInName, password, null);
    }

    /// Without the password.
    @Override
    public String toString() {
      return "Password[" + signInName + "]";
    }
  }

  /// Somebody who signed in at an issuer just now.
  ///
  /// @param passport says so, as long as the issuer does
  record Vouched(Passport passport) implements SignIn {
    /// Without the passport.
    @Override
    public String toString() {
      return "Vouched[…]";
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
