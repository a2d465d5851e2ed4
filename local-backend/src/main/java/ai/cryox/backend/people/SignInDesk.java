package ai.cryox.backend.people;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lets people in by name and password. A name that nobody has, a wrong password and an account
/// that is locked get the same words after the same work: one hash and one commit. After five
/// failures in a row an account is locked for a quarter of an hour. Any thread.
final class SignInDesk {
  /// So many failures in a row lock an account.
  static final int MOST_FAILURES = 5;

  /// For so long.
  static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  private static final int LONGEST_SHOWN = 64;
  private static final String WHAT = "session.sign-in";
  private static final String CONFIRM = "session.confirm";

  private static final String WRONG =
      "Name or password are wrong, or the account is locked for a while after too many failures.";

  private static final String LOCKED =
      "Too many wrong passwords: the account is locked for a while. Whoever manages people can open"
          + " it before.";

  private static final String DUE =
      "The password must be changed: sign in with the old one and a new one.";

  private static final String NOT_ALLOWED =
      "This account was disabled, or has no role here. Ask whoever manages people.";

  private final AccountDesk accounts;
  private final PasswordHash hashes;
  private final LockWatch locks;
  private final PipelineAgent agent;
  private final PeopleSettings settings;

  SignInDesk(
      AccountDesk accounts,
      PasswordHash hashes,
      LockWatch locks,
      PipelineAgent agent,
      PeopleSettings settings) {
    this.accounts = accounts;
    this.hashes = hashes;
    this.locks = locks;
    this.agent = agent;
    this.settings = settings;
  }

  /// What came of an attempt: the account, or why not.
  ///
  /// @param lockedUntil nobody gets in before; or `null`
  private record Outcome(
      @Nullable StoredAccount account, @Nullable Reason refused, @Nullable Instant lockedUntil) {
    static Outcome refused(Reason why, @Nullable Instant lockedUntil) {
      return new Outcome(null, why, lockedUntil);
    }
  }

  /// What is known of an attempt before the pipeline looks at it.
  ///
  /// @param userId whose account, or `null` if nobody has the name
  /// @param right whether the password is
  /// @param freshHash of the password they want from now on, or `null`
  private record Attempt(
      String what,
      @Nullable String userId,
      String claimed,
      boolean right,
      @Nullable String freshHash,
      @Nullable String address) {}

  /// Lets somebody in, or throws. Wipes the passwords.
  ///
  /// @param address where they sit, or `null` at this machine
  /// @throws SignInRefusedException with a sentence
  /// @throws IllegalArgumentException if the new password is too weak, with a sentence
  StoredAccount signIn(SignIn.Password given, @Nullable String address) {
    return enter(WHAT, given, address);
  }

  /// Asks somebody who is signed in for their password again. Failures count as those of signing in
  /// do. Wipes the password.
  ///
  /// @throws SignInRefusedException with a sentence
  StoredAccount confirm(String signInName, char[] password, @Nullable String address) {
    return enter(CONFIRM, new SignIn.Password(signInName, password), address);
  }

  private StoredAccount enter(String what, SignIn.Password given, @Nullable String address) {
    char[] fresh = given.fresh();
    try {
      Attempt attempt = examine(what, given, address);
      Outcome outcome = agent.change(batch -> settle(attempt, batch));
      StoredAccount account = outcome.account();
      if (account == null) {
        throw refusal(outcome, address);
      }
      return account;
    } finally {
      Arrays.fill(given.password(), '\0');
      if (fresh != null) {
        Arrays.fill(fresh, '\0');
      }
    }
  }

  /// Strangers elsewhere hear nothing of locks; whoever sits here sees the alarm anyway.
  private static SignInRefusedException refusal(Outcome outcome, @Nullable String address) {
    Instant until = outcome.lockedUntil();
    if (until != null && address == null) {
      return new SignInRefusedException(Reason.LOCKED, LOCKED, until);
    }
    return refusal(outcome.refused() == null ? Reason.WRONG : outcome.refused());
  }

  private Attempt examine(String what, SignIn.Password given, @Nullable String address) {
    StoredAccount account = accounts.known().named(given.signInName());
    Password known = account == null || account.kind() != Kind.PERSON ? null : account.password();
    boolean matches =
        hashes.matches(given.password(), known == null ? hashes.nobody() : known.hash());
    boolean right = matches && known != null;
    char[] fresh = given.fresh();
    String freshHash = null;
    if (right && account != null && fresh != null && !account.disabled()) {
      requireGood(fresh, account, hashes);
      freshHash = hashes.make(fresh);
    }
    return new Attempt(
        what,
        known == null || account == null ? null : account.userId(),
        shown(given.signInName()),
        right,
        freshHash,
        address);
  }

  /// Refuses a password that is too easy, or that they had before.
  ///
  /// @throws IllegalArgumentException with a sentence
  static void requireGood(char[] password, StoredAccount account, PasswordHash hashes) {
    String problem = PasswordRules.problem(password, account.signInName(), account.name());
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    Password old = account.password();
    if (old != null
        && (hashes.matches(password, old.hash())
            || old.former().stream().anyMatch(hash -> hashes.matches(password, hash)))) {
      throw new IllegalArgumentException(
          "This is one of the last five passwords of the account. Take another one.");
    }
  }

  private Outcome settle(Attempt attempt, Batch batch) {
    StoredAccount account = attempt.userId() == null ? null : accounts.find(attempt.userId());
    if (account == null) {
      return refuse(attempt, null, Reason.WRONG, "There is no such account.", batch);
    }
    Instant now = batch.now();
    if (account.isLocked(now)) {
      return refuse(attempt, account, Reason.WRONG, "The account is locked.", batch);
    }
    if (!attempt.right()) {
      return count(attempt, account, batch);
    }
    if (account.disabled() || account.grants().all().isEmpty()) {
      String why = account.disabled() ? "The account is disabled." : "The account has no role.";
      return refuse(attempt, account, Reason.NOT_ALLOWED, why, batch);
    }
    String fresh = attempt.freshHash();
    if (fresh == null && account.mustChangePassword(now, settings.passwordLife())) {
      return refuse(
          attempt, account, Reason.PASSWORD_CHANGE_DUE, "The password must be changed.", batch);
    }
    return letIn(attempt, account, fresh, batch);
  }

  private Outcome letIn(
      Attempt attempt, StoredAccount before, @Nullable String fresh, Batch batch) {
    StoredAccount account =
        fresh == null ? before : AccountDesk.withPassword(before, fresh, false, batch.now());
    StoredAccount in =
        attempt.what().equals(WHAT) ? account.signedIn(batch.now()) : account.failed(0, null);
    accounts.put(in, batch);
    locks.opened(in, batch);
    if (fresh != null) {
      note(
          AuditEntry.done(batch.now(), in.name(), "people.password", null, "Changed."),
          in,
          attempt,
          batch);
    }
    String done = attempt.what().equals(WHAT) ? "Signed in." : "Said the password again.";
    note(AuditEntry.done(batch.now(), in.name(), attempt.what(), null, done), in, attempt, batch);
    return new Outcome(in, null, null);
  }

  private Outcome count(Attempt attempt, StoredAccount before, Batch batch) {
    int failures = before.failures() + 1;
    boolean tooMany = failures >= MOST_FAILURES;
    Instant until = tooMany ? batch.now().plus(LOCKED_FOR) : null;
    StoredAccount after = before.failed(tooMany ? 0 : failures, until);
    accounts.put(after, batch);
    String detail = "The password is wrong, %d in a row.".formatted(failures);
    if (until != null) {
      String from = attempt.address() == null ? "this machine" : attempt.address();
      locks.locked(
          after,
          until,
          "The account of %s (%s) was locked for %d minutes after %d failed sign-ins, the last from %s."
              .formatted(after.name(), after.signInName(), LOCKED_FOR.toMinutes(), failures, from),
          batch);
      detail += " The account is locked until %s.".formatted(until);
    }
    return refuse(attempt, after, Reason.WRONG, detail, batch);
  }

  private static Outcome refuse(
      Attempt attempt, @Nullable StoredAccount account, Reason reason, String detail, Batch batch) {
    String who = account == null ? attempt.claimed() : account.name();
    note(AuditEntry.refused(batch.now(), who, attempt.what(), detail), account, attempt, batch);
    return Outcome.refused(
        reason, account == null || !account.isLocked(batch.now()) ? null : account.lockedUntil());
  }

  private static void note(
      AuditEntry line, @Nullable StoredAccount account, Attempt attempt, Batch batch) {
    String userId = account == null ? null : account.userId();
    batch.audit.add(line.by(userId, attempt.address()).about(userId));
  }

  /// A stranger may claim any name: what is kept of it is short and printable.
  private static String shown(String claimed) {
    String printable = claimed.strip().replaceAll("\\p{Cntrl}", "?");
    String cut =
        printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN);
    return cut.isEmpty() ? "nobody" : cut;
  }

  static SignInRefusedException refusal(Reason reason) {
    return new SignInRefusedException(
        reason,
        switch (reason) {
          case WRONG -> WRONG;
          case LOCKED -> LOCKED;
          case PASSWORD_CHANGE_DUE -> DUE;
          case BAD_TOKEN -> "This sign-in is over or was never valid. Sign in again.";
          case NOT_ALLOWED -> NOT_ALLOWED;
        });
  }
}
