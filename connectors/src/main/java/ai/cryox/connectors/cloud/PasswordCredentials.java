package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody with an account at the server: the password is sent once, and what the server gives for
/// it is kept in memory only. Any thread.
final class PasswordCredentials implements Credentials {
  private @Nullable String access;
  private @Nullable String refresh;

  /// Signs in. The password is wiped.
  ///
  /// @throws SignInRefusedException if the server does not let them in
  /// @throws CallException if it does not answer
  synchronized void signIn(CloudHttp http, SignIn.Password who) {
    String password = new String(who.password());
    Arrays.fill(who.password(), '\0');
    Answer answer =
        http.sendOnce(
            http.url("session").build(),
            Map.of("signInName", who.signInName(), "password", password));
    if (answer.isSuccess()) {
      take(answer.tree());
      return;
    }
    CallException failed = http.failure(answer);
    throw switch (failed.kind()) {
      case NOT_THERE ->
          new SignInRefusedException(
              Reason.WRONG, "%s knows no accounts with passwords.".formatted(http.host()));
      case SIGNED_OUT, REFUSED -> new SignInRefusedException(Reason.WRONG, failed.sentence());
      case FORBIDDEN -> new SignInRefusedException(Reason.NOT_ALLOWED, failed.sentence());
      case UNREACHABLE, THROTTLED, BROKEN -> failed;
    };
  }

  private void take(Tree passes) {
    access = passes.text("accessToken");
    refresh = passes.text("refreshToken");
  }

  @Override
  public synchronized @Nullable String token() {
    return access;
  }

  /// Each refresh token is good for once.
  @Override
  public synchronized boolean refresh(CloudHttp http) {
    String once = refresh;
    if (once == null) {
      return false;
    }
    refresh = null;
    Answer answer;
    try {
      answer = http.sendOnce(http.url("session", "refresh").build(), Map.of("refreshToken", once));
    } catch (CallException notNow) {
      refresh = once;
      return false;
    }
    if (!answer.isSuccess()) {
      access = null;
      return false;
    }
    take(answer.tree());
    return access != null;
  }
}
