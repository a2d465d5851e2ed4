package ai.cryox.backend.people;

import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets callers in by tokens. Who they are is looked up in memory at each request.
final class LocalReception implements Reception {
  private final AccountDesk accounts;
  private final SignInDesk signIns;
  private final MachineDesk machines;
  private final SessionDesk sessions;
  private final Tokens tokens;
  private final IssuedTokens issued;
  private final PipelineAgent agent;
  private final Supplier<List<IssuerOffer>> offers;
  private final SessionSource source;
  private final InstantSource clock;

  LocalReception(
      AccountDesk accounts,
      SignInDesk signIns,
      MachineDesk machines,
      SessionDesk sessions,
      Tokens tokens,
      IssuedTokens issued,
      PipelineAgent agent,
      Supplier<List<IssuerOffer>> offers,
      SessionSource source,
      InstantSource clock) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.machines = machines;
    this.sessions = sessions;
    this.tokens = tokens;
    this.issued = issued;
    this.agent = agent;
    this.offers = offers;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public boolean hasAccounts() {
    return !accounts.known().isEmpty();
  }

  @Override
  public Session session(String accessToken, @Nullable String address) {
    Tokens.Access access = tokens.readAccess(accessToken, clock.instant());
    if (access == null) {
      return vouchedFor(accessToken, address);
    }
    String sessionId = access.sessionId();
    StoredAccount account = accounts.known().find(access.userId());
    if (account == null || isOver(sessionId)) {
      throw SignInDesk.refusal(Reason.BAD_TOKEN);
    }
    if (account.disabled()) {
      throw SignInDesk.refusal(Reason.NOT_ALLOWED);
    }
    return source.of(() -> now(account, sessionId), address);
  }

  /// Of somebody for whom an issuer vouches, for as long as the token does.
  private Session vouchedFor(String token, @Nullable String address) {
    IssuedTokens.Vouched vouched = issued.read(token);
    if (vouched == null) {
      throw SignInDesk.refusal(Reason.BAD_TOKEN);
    }
    SignedIn who = vouched.who();
    SignedIn after = new SignedIn(who.userId(), who.name(), Grants.NONE);
    return source.of(() -> clock.instant().isBefore(vouched.until()) ? who : after, address);
  }

  private boolean isOver(@Nullable String sessionId) {
    return sessionId != null && sessions.open(sessionId, clock.instant()) == null;
  }

  /// As they are now: without rights once their sign-in has ended.
  private SignedIn now(StoredAccount first, @Nullable String sessionId) {
    StoredAccount account = accounts.known().find(first.userId());
    SignedIn who = (account == null ? first : account).signedIn();
    return isOver(sessionId) ? new SignedIn(who.userId(), who.name(), Grants.NONE) : who;
  }

  @Override
  public Passes signIn(SignIn.Password given, String address) {
    StoredAccount account = signIns.signIn(given, address);
    StoredSession session = agent.change(batch -> sessions.begin(account.userId(), batch));
    return passes(account, session);
  }

  private Passes passes(StoredAccount account, StoredSession session) {
    return new Passes(
        tokens.access(account.userId(), session.sessionId(), clock.instant()),
        Tokens.ACCESS_LIFE,
        tokens.refresh(session.sessionId(), session.generation()),
        account.signedIn());
  }

  @Override
  public Passes machine(String clientId, char[] secret, String address) {
    StoredAccount account = machines.signIn(clientId, secret, address);
    return new Passes(
        tokens.access(account.userId(), null, clock.instant()),
        Tokens.ACCESS_LIFE,
        null,
        account.signedIn());
  }

  @Override
  public Passes renew(String refreshToken, String address) {
    Tokens.Refresh refresh = tokens.readRefresh(refreshToken);
    if (refresh == null) {
      throw SignInDesk.refusal(Reason.BAD_TOKEN);
    }
    return agent
        .change(batch -> {
          StoredSession before = sessions.find(refresh.sessionId());
          SessionDesk.Renewal renewal =
              sessions.renew(refresh.sessionId(), refresh.generation(), batch);
          StoredAccount account = before == null ? null : accounts.find(before.userId());
          StoredSession session = sessions.find(refresh.sessionId());
          if (renewal == SessionDesk.Renewal.REUSED && account != null) {
            batch.audit.add(
                AuditEntry.refused(
                        batch.now(),
                        account.name(),
                        "session.reuse",
                        "A refresh token was used a second time: the sign-in was ended.")
                    .by(account.userId(), address)
                    .about(account.userId()));
          }
          return renewal != SessionDesk.Renewal.RENEWED
                  || account == null
                  || session == null
                  || account.disabled()
              ? Optional.<Passes>empty()
              : Optional.of(passes(account, session));
        })
        .orElseThrow(() -> SignInDesk.refusal(Reason.BAD_TOKEN));
  }

  @Override
  public List<IssuerOffer> offers() {
    return offers.get();
  }

  @Override
  public void signOut(@Nullable String accessToken, @Nullable String refreshToken, String address) {
    String sessionId = sessionOf(accessToken, refreshToken);
    if (sessionId == null) {
      return;
    }
    agent.change(batch -> {
      StoredSession session = sessions.find(sessionId);
      StoredAccount account = session == null ? null : accounts.find(session.userId());
      if (sessions.end(sessionId, batch) && account != null) {
        batch.audit.add(
            AuditEntry.done(batch.now(), account.name(), "session.sign-out", null, "Signed out.")
                .by(account.userId(), address)
                .about(account.userId()));
      }
      return true;
    });
  }

  private @Nullable String sessionOf(@Nullable String accessToken, @Nullable String refreshToken) {
    Tokens.Refresh refresh = refreshToken == null ? null : tokens.readRefresh(refreshToken);
    if (refresh != null) {
      return refresh.sessionId();
    }
    Tokens.Access access =
        accessToken == null ? null : tokens.readAccess(accessToken, clock.instant());
    return access == null ? null : access.sessionId();
  }
}
