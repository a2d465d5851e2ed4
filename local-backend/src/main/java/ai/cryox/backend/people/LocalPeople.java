package ai.cryox.backend.people;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.People;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Password;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The accounts of this backend, as one person sees and changes them. Whether they may is `rights`'
/// concern. Any thread; hashes on the caller's, changes on the pipeline's.
public final class LocalPeople implements People {
  private final AccountDesk accounts;
  private final PasswordHash hashes;
  private final SessionDesk sessions;
  private final LockWatch locks;
  private final PeopleSettings settings;
  private final InstantSource clock;
  private final Attributed person;

  LocalPeople(
      AccountDesk accounts,
      PasswordHash hashes,
      SessionDesk sessions,
      LockWatch locks,
      PeopleSettings settings,
      InstantSource clock,
      Attributed person) {
    this.accounts = accounts;
    this.hashes = hashes;
    this.sessions = sessions;
    this.locks = locks;
    this.settings = settings;
    this.clock = clock;
    this.person = person;
  }

  @Override
  public List<Account> accounts() {
    return accounts.known().all().stream().map(this::shown).toList();
  }

  private Account shown(StoredAccount account) {
    return account.shown(clock.instant(), settings.passwordLife());
  }

  @Override
  public Account add(String signInName, String name, Grants grants, char[] password, String why) {
    try {
      String problem = PasswordRules.problem(password, signInName, name);
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      NewAccount wanted = new NewAccount(signInName, name, grants, Kind.PERSON, null, why);
      String hash = hashes.make(password);
      return shown(
          person.change(batch ->
              accounts.add(
                  wanted, new Password(hash, batch.now(), true, List.of()), person.name(), batch)));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public Account change(String userId, String name, Grants grants, String why) {
    return shown(
        person.change(batch -> accounts.change(userId, name, grants, person.name(), why, batch)));
  }

  @Override
  public Account change(Account seen, String name, Grants grants, String why) {
    return shown(
        person.change(batch -> {
          requireUnchanged(seen);
          return accounts.change(seen.userId(), name, grants, person.name(), why, batch);
        }));
  }

  private void requireUnchanged(Account seen) {
    Account now = shown(accounts.require(seen.userId()));
    if (!now.version().equals(seen.version())) {
      throw new IllegalArgumentException(
          "Somebody changed the account of %s meanwhile. Look again and decide anew."
              .formatted(now.name()));
    }
  }

  @Override
  public Account resetPassword(String userId, char[] password, String why) {
    try {
      String hash = freshHash(requirePerson(userId), password);
      return shown(
          person.change(batch -> {
            StoredAccount account =
                accounts.replacePassword(userId, hash, true, person.name(), why, batch);
            locks.opened(account, batch);
            sessions.endAll(userId, batch);
            return account;
          }));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private StoredAccount requirePerson(String userId) {
    StoredAccount account = accounts.known().find(userId);
    if (account == null) {
      throw new IllegalArgumentException("There is no account '%s'.".formatted(userId));
    }
    if (account.kind() != Kind.PERSON || account.voucher() != null) {
      throw new IllegalArgumentException(
          "%s has no password here that could be changed.".formatted(account.name()));
    }
    return account;
  }

  private String freshHash(StoredAccount account, char[] password) {
    SignInDesk.requireGood(password, account, hashes);
    return hashes.make(password);
  }

  @Override
  public Account unlock(String userId, String why) {
    return shown(
        person.change(batch -> {
          StoredAccount account = accounts.unlock(userId, person.name(), why, batch);
          locks.opened(account, batch);
          return account;
        }));
  }

  @Override
  public Account disable(String userId, String why) {
    return shown(
        person.change(batch -> {
          StoredAccount account = accounts.close(userId, true, person.name(), why, batch);
          sessions.endAll(userId, batch);
          return account;
        }));
  }

  @Override
  public Account enable(String userId, String why) {
    return shown(person.change(batch -> accounts.close(userId, false, person.name(), why, batch)));
  }

  @Override
  public void changeOwnPassword(char[] old, char[] fresh) {
    try {
      StoredAccount account = requirePerson(person.who().userId());
      Password known = account.password();
      if (known == null || !hashes.matches(old, known.hash())) {
        throw new IllegalArgumentException("The old password is wrong.");
      }
      String hash = freshHash(account, fresh);
      person.change(batch ->
          accounts.replacePassword(account.userId(), hash, false, person.name(), "", batch));
    } finally {
      Arrays.fill(old, '\0');
      Arrays.fill(fresh, '\0');
    }
  }
}
