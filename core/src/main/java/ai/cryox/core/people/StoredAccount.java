package ai.cryox.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An account with what only the backend may know of it.
///
/// @param userId lasting, never given to anybody else
/// @param signInName as they typed it first; unique for ever, see {@link #key}
/// @param name as journals, reports and screens call them
/// @param grants what they may do
/// @param kind who has it
/// @param disabled whether nobody may sign in with it any more
/// @param voucher who vouches for them in place of a password, or `null`
/// @param password or `null` if they never had one here
/// @param failures how often in a row the password was wrong
/// @param lockedUntil nobody can sign in before, after too many failures; or `null`
/// @param createdAt when it was made
/// @param lastSignInAt or `null` if never
public record StoredAccount(
    String userId,
    String signInName,
    String name,
    Grants grants,
    Kind kind,
    boolean disabled,
    @Nullable Voucher voucher,
    @Nullable Password password,
    int failures,
    @Nullable Instant lockedUntil,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {
  /// Who has an account.
  public enum Kind {
    /// Somebody.
    PERSON,
    /// A program; its password is made for it, and never ages.
    MACHINE
  }

  /// Somebody else who knows them.
  ///
  /// @param issuer the address of an OpenID Connect issuer
  /// @param subject what the issuer calls them for ever
  public record Voucher(String issuer, String subject) {}

  /// A password that is not kept itself.
  ///
  /// @param hash proves it
  /// @param setAt since when
  /// @param mustChange whether the next sign-in ends at choosing another
  /// @param former hashes of those before, newest first
  public record Password(String hash, Instant setAt, boolean mustChange, List<String> former) {
    public Password {
      former = List.copyOf(former);
    }

    /// Without the hashes.
    @Override
    public String toString() {
      return "Password[set %s%s]".formatted(setAt, mustChange ? ", must be changed" : "");
    }
  }

  /// What a sign-in name is told apart by.
  public static String key(String signInName) {
    return signInName.strip().toLowerCase(Locale.ROOT);
  }

  /// Whether too many failures keep everybody out.
  public boolean isLocked(Instant now) {
    Instant until = lockedUntil;
    return until != null && now.isBefore(until);
  }

  /// Whether they must choose another password before anything else.
  ///
  /// @param life so long a password is good; zero = for ever
  public boolean mustChangePassword(Instant now, Duration life) {
    Password has = password;
    return has != null
        && kind == Kind.PERSON
        && (has.mustChange() || (!life.isZero() && !now.isBefore(has.setAt().plus(life))));
  }

  /// As people who manage accounts see it.
  ///
  /// @param life so long a password is good; zero = for ever
  public Account shown(Instant now, Duration life) {
    Account.State state =
        disabled
            ? Account.State.DISABLED
            : isLocked(now) ? Account.State.LOCKED : Account.State.ACTIVE;
    return new Account(
        userId,
        signInName,
        name,
        grants,
        state,
        voucher == null ? null : voucher.issuer(),
        mustChangePassword(now, life),
        password == null ? null : password.setAt(),
        createdAt,
        lastSignInAt);
  }

  /// What their session says.
  public SignedIn signedIn() {
    return new SignedIn(userId, name, disabled ? Grants.NONE : grants);
  }

  /// Whether they could change accounts, if they signed in.
  public boolean managesPeople() {
    return !disabled && kind == Kind.PERSON && grants.mayEverywhere(Action.MANAGE_PEOPLE);
  }

  /// The same with another name and other roles.
  public StoredAccount with(String newName, Grants newGrants) {
    return new StoredAccount(
        userId,
        signInName,
        newName,
        newGrants,
        kind,
        disabled,
        voucher,
        password,
        failures,
        lockedUntil,
        createdAt,
        lastSignInAt);
  }

  /// The same with another password, and not locked.
  public StoredAccount with(Password other) {
    return new StoredAccount(
        userId,
        signInName,
        name,
        grants,
        kind,
        disabled,
        voucher,
        other,
        0,
        null,
        createdAt,
        lastSignInAt);
  }

  /// The same after so many failures.
  public StoredAccount failed(int times, @Nullable Instant locked) {
    return new StoredAccount(
        userId,
        signInName,
        name,
        grants,
        kind,
        disabled,
        voucher,
        password,
        times,
        locked,
        createdAt,
        lastSignInAt);
  }

  /// The same, not locked, after somebody signed in.
  public StoredAccount signedIn(Instant at) {
    return new StoredAccount(
        userId,
        signInName,
        name,
        grants,
        kind,
        disabled,
        voucher,
        password,
        0,
        null,
        createdAt,
        at);
  }

  /// The same, open to sign-ins or not.
  public StoredAccount withDisabled(boolean closed) {
    return new StoredAccount(
        userId,
        signInName,
        name,
        grants,
        kind,
        closed,
        voucher,
        password,
        failures,
        lockedUntil,
        createdAt,
        lastSignInAt);
  }
}
