package ai.cryox.core.people;

import java.util.List;

/// The accounts, as the signed-in person sees and changes them. Any thread; all block. Changes are
/// durable when a method returns, and the audit trail says who made them and why. Without {@link
/// Action#MANAGE_PEOPLE} all but {@link #changeOwnPassword} throw {@link ForbiddenException}.
public interface People {
  /// All accounts there are, by sign-in name.
  List<Account> accounts();

  /// Makes an account whose password must be changed at the first sign-in. The very first one keeps
  /// its password, since whoever makes it makes it for themselves; it must be allowed to manage
  /// people.
  ///
  /// @param password is wiped
  /// @throws IllegalArgumentException if the name is taken or was ever, or the password is too
  ///   weak, with a sentence
  Account add(String signInName, String name, Grants grants, char[] password, String why);

  /// Changes name and roles; holds at once for whoever is signed in.
  ///
  /// @throws IllegalArgumentException if there is no such account, or nobody would be left who may
  ///   manage people, with a sentence
  Account change(String userId, String name, Grants grants, String why);

  /// The same, but only if the account is still as it was seen.
  ///
  /// @param seen what the change was decided by
  /// @throws IllegalArgumentException also if somebody changed it meanwhile, with a sentence
  Account change(Account seen, String name, Grants grants, String why);

  /// Gives a password that must be changed at the next sign-in, and unlocks the account.
  ///
  /// @param password is wiped
  /// @throws IllegalArgumentException if it is too weak, with a sentence
  Account resetPassword(String userId, char[] password, String why);

  /// Lets an account sign in again after too many failures.
  Account unlock(String userId, String why);

  /// Lets nobody sign in with it any more, and ends its sessions.
  ///
  /// @throws IllegalArgumentException if nobody would be left who may manage people
  Account disable(String userId, String why);

  /// Lets somebody sign in with it again.
  Account enable(String userId, String why);

  /// Gives the signed-in person another password.
  ///
  /// @param old is wiped
  /// @param fresh is wiped
  /// @throws IllegalArgumentException if the old one is wrong or the new one too weak, with a
  ///   sentence
  void changeOwnPassword(char[] old, char[] fresh);
}
