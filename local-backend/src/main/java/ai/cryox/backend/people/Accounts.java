package ai.cryox.backend.people;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.People;
import ai.cryox.core.people.PeopleStore;
import ai.cryox.core.people.Role;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Everything about people and programs that sign in, of one backend. Any thread.
public final class Accounts {
  private final AccountDesk accounts;
  private final LockWatch locks;
  private final PasswordHash hashes;
  private final SessionDesk sessions;
  private final SignInDesk signIns;
  private final MachineDesk machines;
  private final Tokens tokens;
  private final IssuerFile issuers;
  private final IssuedTokens issued;
  private final PeopleSettings settings;
  private final PipelineAgent agent;
  private final InstantSource clock;

  /// @param accounts touched on the pipeline's thread
  /// @param locks the same
  /// @param store has the sign-ins that go on
  /// @param key signs tokens
  /// @param data the folder in whose folder `people` the known issuers are
  public Accounts(
      AccountDesk accounts,
      LockWatch locks,
      PeopleStore store,
      TokenKey key,
      Path data,
      PeopleSettings settings,
      PipelineAgent agent,
      InstantSource clock) {
    this.accounts = accounts;
    this.hashes = new PasswordHash(settings.hashCost());
    this.locks = locks;
    this.sessions = new SessionDesk(store.sessions());
    this.signIns = new SignInDesk(accounts, hashes, locks, agent, settings);
    this.machines = new MachineDesk(accounts, agent);
    this.tokens = new Tokens(key);
    this.issuers = new IssuerFile(data);
    this.issued = new IssuedTokens(issuers::all, clock);
    this.settings = settings;
    this.agent = agent;
    this.clock = clock;
  }

  /// Who sits at this machine's desk: somebody who may do everything until there is an account, and
  /// only looks on from then on.
  public Supplier<SignedIn> desk(SignIn.Desk desk) {
    SignedIn before = new SignedIn("desk:" + desk.name(), desk.name(), desk.most());
    SignedIn after =
        new SignedIn(
            before.userId(),
            before.name(),
            desk.most().maySomewhere(Action.WATCH) ? Grants.everywhere(Role.WATCHER) : Grants.NONE);
    return () -> accounts.known().isEmpty() ? before : after;
  }

  /// Whoever owns the data folder: they could change everything in it anyway, so the command line
  /// may, and the audit trail says that it was them.
  public static Supplier<SignedIn> owner(String name) {
    SignedIn owner = new SignedIn("owner:" + name, name, Grants.everywhere(Role.values()));
    return () -> owner;
  }

  /// Lets somebody in by name and password, for as long as the session is not closed.
  public Session signIn(SignIn.Password given, SessionSource source) {
    StoredAccount account = signIns.signIn(given, null);
    return source.of(() -> now(account), null);
  }

  /// Asks somebody who is signed in for their password again, as an electronic signature needs it
  /// (21 CFR 11.200). Wipes the password.
  ///
  /// @throws SignInRefusedException with a sentence
  /// @throws IllegalArgumentException if they have no password here, with a sentence
  public void confirm(Attributed person, char[] password) {
    StoredAccount account = accounts.known().find(person.who().userId());
    if (account == null || account.kind() != Kind.PERSON || account.password() == null) {
      throw new IllegalArgumentException(
          "%s has no account with a password here, and a signature needs one. `cryox user add` makes it."
              .formatted(person.name()));
    }
    signIns.confirm(account.signInName(), password, person.address());
  }

  /// Lets somebody in for whom an issuer vouches, for as long as it does.
  ///
  /// @throws SignInRefusedException if its word is not taken
  public Session signIn(Passport passport, SessionSource source) {
    VouchedSeat seat = new VouchedSeat(passport, issued, clock);
    SignedIn who = seat.get();
    agent.change(batch ->
        batch.audit.add(
            AuditEntry.done(
                    batch.now(), who.name(), "session.sign-in", null, "Signed in at an issuer.")
                .by(who.userId(), null)
                .about(who.userId())));
    return source.of(seat, null);
  }

  /// Issuers at which people can sign in with a browser.
  public List<IssuerOffer> offers() {
    return issuers.all().stream().flatMap(issuer -> issuer.offer().stream()).toList();
  }

  private SignedIn now(StoredAccount first) {
    StoredAccount account = accounts.known().find(first.userId());
    return (account == null ? first : account).signedIn();
  }

  /// Somebody leaves their seat at this machine. Monitoring goes on.
  ///
  /// @return whether they have an account, so that they can come back
  public boolean lock(Attributed person) {
    if (accounts.known().find(person.who().userId()) == null) {
      return false;
    }
    person.leave();
    note(person, "session.lock", "Left the seat; nothing can be done until they are back.");
    return true;
  }

  /// They come back, which is a sign-in like any other.
  ///
  /// @throws SignInRefusedException if they are not let in
  /// @throws IllegalArgumentException if it is somebody else, with a sentence
  public void unlock(Attributed person, SignIn who) {
    StoredAccount account = accounts.known().find(person.who().userId());
    if (account == null || !(who instanceof SignIn.Password given)) {
      throw new IllegalArgumentException("Only the password of whoever sits here opens it.");
    }
    if (!StoredAccount.key(given.signInName()).equals(StoredAccount.key(account.signInName()))) {
      throw new IllegalArgumentException(
          "%s sits here. Sign out first, then somebody else can sign in."
              .formatted(account.name()));
    }
    signIns.signIn(given, null);
    person.comeBack();
    note(person, "session.unlock", "Came back.");
  }

  private void note(Attributed person, String what, String detail) {
    person.submit(batch ->
        batch.audit.add(person.done(batch, what, null, detail).about(person.who().userId())));
  }

  /// Whether anybody needs to sign in: not before the first account.
  public boolean isAnybodyKnown() {
    return !accounts.known().isEmpty();
  }

  /// Notes that somebody at this machine signed out.
  public void signedOut(Attributed person) {
    if (accounts.known().find(person.who().userId()) != null) {
      note(person, "session.sign-out", "Signed out.");
    }
  }

  /// The accounts as one person changes them; whether they may is not asked here.
  public People people(Attributed person) {
    return new LocalPeople(accounts, hashes, sessions, locks, settings, clock, person);
  }

  /// Where callers from outside come in.
  public Reception reception(SessionSource source) {
    return new LocalReception(
        accounts, signIns, machines, sessions, tokens, issued, agent, this::offers, source, clock);
  }

  /// Whose tokens are taken, for the command line.
  public Control issuers(Attributed owner) {
    return new IssuerControl(issuers, owner);
  }

  /// The same for the command line.
  public Control control(Attributed owner) {
    return new PeopleControl(people(owner), machines, owner);
  }
}
