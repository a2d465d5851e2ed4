package ai.cryox.backend.people;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Password;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes and changes accounts. Changes belong to the pipeline's thread; what is durable of them may
/// be asked by any.
public final class AccountDesk {
  private static final Pattern SIGN_IN_NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,63}");
  private static final int LONGEST_NAME = 100;

  /// The newest password and so many before it cannot be used again.
  private static final int REMEMBERED = 4;

  private final Map<String, StoredAccount> byId = new LinkedHashMap<>();
  private volatile Directory durable;

  /// @param stored what the disk has
  public AccountDesk(Collection<StoredAccount> stored) {
    stored.forEach(account -> byId.put(account.userId(), account));
    durable = new Directory(stored);
  }

  /// What is durable; any thread.
  Directory known() {
    return durable;
  }

  /// Those whom too many failures keep out now or kept out before.
  List<StoredAccount> withLocks() {
    return byId.values().stream().filter(account -> account.lockedUntil() != null).toList();
  }

  /// @throws IllegalArgumentException if there is none, with a sentence
  StoredAccount require(String userId) {
    StoredAccount account = byId.get(userId);
    if (account == null) {
      throw new IllegalArgumentException("There is no account '%s'.".formatted(userId));
    }
    return account;
  }

  @Nullable StoredAccount find(String userId) {
    return byId.get(userId);
  }

  /// Adds an account.
  ///
  /// @param password `null` for somebody for whom an issuer vouches
  /// @throws IllegalArgumentException if the name is taken or makes no sense, or the first account
  ///   could not make others, with a sentence
  StoredAccount add(NewAccount wanted, @Nullable Password password, String actor, Batch batch) {
    String signInName = wanted.signInName().strip();
    if (!SIGN_IN_NAME.matcher(signInName).matches()) {
      throw new IllegalArgumentException(
          "'%s' cannot be a sign-in name: take 2 to 64 letters, digits and . _ - + @, a letter or digit first."
              .formatted(signInName));
    }
    String key = StoredAccount.key(signInName);
    if (byId.values().stream().anyMatch(one -> StoredAccount.key(one.signInName()).equals(key))) {
      throw new IllegalArgumentException(
          "The sign-in name '%s' belongs to somebody already, or did once. Take another one."
              .formatted(signInName));
    }
    boolean first = byId.isEmpty();
    Password theirs =
        password != null && (first || wanted.kind() == Kind.MACHINE)
            ? new Password(password.hash(), password.setAt(), false, List.of())
            : password;
    StoredAccount account =
        new StoredAccount(
            "u" + (byId.size() + 1),
            signInName,
            requireName(wanted.name()),
            wanted.grants(),
            wanted.kind(),
            false,
            wanted.voucher(),
            theirs,
            0,
            null,
            batch.now(),
            null);
    if (first && !account.managesPeople()) {
      throw new IllegalArgumentException(
          "The first account must be an administrator for all facilities, else nobody could make"
              + " the others.");
    }
    put(account, batch);
    String detail =
        "Made %s '%s'."
            .formatted(account.kind() == Kind.MACHINE ? "machine" : "account", signInName);
    note(account, "people.add", detail, actor, wanted.why(), batch, null, words(account));
    return account;
  }

  private static String requireName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A name has 1 to %d characters, as journals and reports will print it."
              .formatted(LONGEST_NAME));
    }
    return stripped;
  }

  /// Changes name and roles.
  ///
  /// @throws IllegalArgumentException if nobody would be left who may manage people, with a
  ///   sentence
  StoredAccount change(
      String userId, String name, Grants grants, String actor, String why, Batch batch) {
    StoredAccount before = require(userId);
    StoredAccount after = before.with(requireName(name), grants);
    requireSuccessor(before, after);
    put(after, batch);
    note(after, "people.change", "Changed.", actor, why, batch, words(before), words(after));
    return after;
  }

  /// Gives another password; one that was locked is open again.
  ///
  /// @param mustChange whether the next sign-in ends at choosing another
  StoredAccount replacePassword(
      String userId, String hash, boolean mustChange, String actor, String why, Batch batch) {
    StoredAccount before = require(userId);
    StoredAccount after = withPassword(before, hash, mustChange, batch.now());
    put(after, batch);
    String detail = mustChange ? "Reset; must be changed at the next sign-in." : "Changed.";
    note(after, "people.password", detail, actor, why, batch);
    return after;
  }

  /// The same account with another password that remembers those before.
  static StoredAccount withPassword(
      StoredAccount before, String hash, boolean mustChange, Instant now) {
    Password old = before.password();
    List<String> former = new ArrayList<>();
    if (old != null) {
      former.add(old.hash());
      former.addAll(old.former());
    }
    return before.with(
        new Password(
            hash, now, mustChange, former.subList(0, Math.min(REMEMBERED, former.size()))));
  }

  /// Lets them in again after too many failures.
  StoredAccount unlock(String userId, String actor, String why, Batch batch) {
    StoredAccount after = require(userId).failed(0, null);
    put(after, batch);
    note(after, "people.unlock", "Unlocked.", actor, why, batch);
    return after;
  }

  /// Closes an account or opens it again.
  ///
  /// @throws IllegalArgumentException if nobody would be left who may manage people, with a
  ///   sentence
  StoredAccount close(String userId, boolean closed, String actor, String why, Batch batch) {
    StoredAccount before = require(userId);
    StoredAccount after = before.withDisabled(closed);
    requireSuccessor(before, after);
    put(after, batch);
    String what = closed ? "people.disable" : "people.enable";
    note(after, what, closed ? "Disabled." : "Enabled.", actor, why, batch);
    return after;
  }

  private void requireSuccessor(StoredAccount before, StoredAccount after) {
    boolean another =
        byId.values().stream()
            .anyMatch(one -> one.managesPeople() && !one.userId().equals(after.userId()));
    if (before.managesPeople() && !after.managesPeople() && !another) {
      throw new IllegalArgumentException(
          "%s is the last who may manage people. Make somebody else an administrator for all facilities first."
              .formatted(before.name()));
    }
  }

  /// Replaces an account.
  void put(StoredAccount account, Batch batch) {
    byId.put(account.userId(), account);
    batch.accounts.put(account.userId(), account);
    batch.whenDurable.add(() -> durable = new Directory(byId.values()));
  }

  private static void note(
      StoredAccount account, String what, String detail, String actor, String why, Batch batch) {
    batch.audit.add(
        AuditEntry.done(batch.now(), actor, what, null, account.name() + ": " + detail)
            .about(account.userId())
            .because(why));
  }

  private static void note(
      StoredAccount account,
      String what,
      String detail,
      String actor,
      String why,
      Batch batch,
      @Nullable String before,
      @Nullable String after) {
    note(account, what, detail, actor, why, batch);
    batch.audit.set(batch.audit.size() - 1, batch.audit.getLast().changing(before, after));
  }

  private static String words(StoredAccount account) {
    return "%s (%s), %s"
        .formatted(account.name(), account.signInName(), GrantWords.of(account.grants()));
  }
}
