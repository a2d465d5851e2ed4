package ai.cryox.app.people;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.people.Account;
import java.time.Instant;

/// Accounts in people's words.
final class PeopleWords {
  private PeopleWords() {}

  static String state(Account account, Messages messages) {
    return account.state() == Account.State.ACTIVE && account.mustChangePassword()
        ? messages.text("account.due")
        : messages.of("account", account.state());
  }

  static String password(Account account, Units units) {
    Instant setAt = account.passwordSetAt();
    String issuer = account.issuer();
    if (issuer != null) {
      return units.messages().text("people.vouched", issuer);
    }
    return setAt == null
        ? units.messages().text("people.noPassword")
        : units.messages().text("people.passwordSince", units.day(setAt));
  }

  static String lastSignIn(Account account, Units units, Instant now) {
    Instant last = account.lastSignInAt();
    return last == null ? units.messages().text("people.never") : units.timeSince(last, now);
  }
}
