package ai.cryox.backend.people;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.SignedIn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Somebody at this machine for whom an issuer vouches. Its word is renewed beside whoever asks,
/// before it is over; once it is, they may do nothing. Any thread.
final class VouchedSeat implements Supplier<SignedIn> {
  private static final Logger LOG = System.getLogger(VouchedSeat.class.getName());
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private final Passport passport;
  private final IssuedTokens issued;
  private final InstantSource clock;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile IssuedTokens.Vouched vouched;

  /// @throws SignInRefusedException if the issuer's word is not taken
  VouchedSeat(Passport passport, IssuedTokens issued, InstantSource clock) {
    this.passport = passport;
    this.issued = issued;
    this.clock = clock;
    IssuedTokens.Vouched first = issued.read(passport.token());
    if (first == null || !clock.instant().isBefore(first.until())) {
      throw SignInDesk.refusal(Reason.NOT_ALLOWED);
    }
    this.vouched = first;
  }

  /// Who they are now.
  @Override
  public SignedIn get() {
    IssuedTokens.Vouched now = vouched;
    Instant at = clock.instant();
    if (!at.isBefore(now.until().minus(AHEAD)) && renewing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("issuer-renewal").start(this::renew);
    }
    return at.isBefore(now.until())
        ? now.who()
        : new SignedIn(now.who().userId(), now.who().name(), Grants.NONE);
  }

  /// Not tried again once the issuer refused: then they must sign in anew.
  private void renew() {
    try {
      if (!passport.renew()) {
        return;
      }
      IssuedTokens.Vouched next = issued.read(passport.token());
      if (next != null && next.who().userId().equals(vouched.who().userId())) {
        vouched = next;
        renewing.set(false);
      }
    } catch (BackendException unreachable) {
      LOG.log(Level.INFO, "The issuer cannot be asked now.", unreachable);
      renewing.set(false);
    }
  }
}
