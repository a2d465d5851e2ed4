package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody with an account at the server: the password is sent once, and what the server gives for
/// it is kept in memory only. Any thread.
final class PasswordCredentials implements Credentials {
  private static final Logger LOG = System.getLogger(PasswordCredentials.class.getName());

  private @Nullable String access;
  private @Nullable String refresh;

  /// Signs in. The passwords are wiped.
  ///
  /// @throws SignInRefusedException if the server does not let them in
  /// @throws IllegalArgumentException if the new password is too weak, with a sentence
  /// @throws CallException if it does not answer
  synchronized void signIn(CloudHttp http, SignIn.Password who) {
    take(ask(http, who));
  }

  /// Signs in again in place of the sign-in before, which is ended.
  ///
  /// @param userId who it must be
  /// @throws SignInRefusedException if the server does not let them in
  /// @throws IllegalArgumentException if it is somebody else, with a sentence
  /// @throws CallException if it does not answer
  synchronized void signInAgain(CloudHttp http, SignIn.Password who, String userId) {
    Tree passes = ask(http, who);
    if (!userId.equals(passes.tree("me").text("userId"))) {
      end(http, passes.text("refreshToken"));
      throw new IllegalArgumentException(
          "Somebody else is signed in at %s. Sign out first, then you can sign in."
              .formatted(http.host()));
    }
    end(http, refresh);
    take(passes);
  }

  /// Signs out over there, if the server answers.
  synchronized void end(CloudHttp http) {
    end(http, refresh);
    refresh = null;
    access = null;
  }

  private static void end(CloudHttp http, @Nullable String token) {
    if (token == null) {
      return;
    }
    try {
      http.sendOnce("DELETE", http.url("session").build(), Map.of("refreshToken", token));
    } catch (CallException unanswered) {
      // Nobody there to be told; the sign-in ends by itself when nobody renews it.
      LOG.log(Level.DEBUG, "Nobody heard that we signed out.", unanswered);
    }
  }

  private static Tree ask(CloudHttp http, SignIn.Password who) {
    char[] fresh = who.fresh();
    Map<String, String> body = new HashMap<>();
    body.put("signInName", who.signInName());
    body.put("password", new String(who.password()));
    Arrays.fill(who.password(), '\0');
    if (fresh != null) {
      body.put("newPassword", new String(fresh));
      Arrays.fill(fresh, '\0');
    }
    Answer answer = http.sendOnce("POST", http.url("session").build(), body);
    if (answer.isSuccess()) {
      return answer.tree();
    }
    throw refusal(http, answer, fresh != null);
  }

  private static RuntimeException refusal(CloudHttp http, Answer answer, boolean fresh) {
    CallException failed = http.failure(answer);
    return switch (failed.kind()) {
      case NOT_THERE ->
          new SignInRefusedException(
              Reason.WRONG, "%s knows no accounts with passwords.".formatted(http.host()));
      case SIGNED_OUT -> new SignInRefusedException(reason(answer), failed.sentence());
      case REFUSED ->
          fresh
              ? new IllegalArgumentException(failed.sentence())
              : new SignInRefusedException(Reason.WRONG, failed.sentence());
      case FORBIDDEN -> new SignInRefusedException(Reason.NOT_ALLOWED, failed.sentence());
      case UNREACHABLE, THROTTLED, BROKEN -> failed;
    };
  }

  /// A server that says more than 401 says whether only another password is wanted.
  private static Reason reason(Answer answer) {
    return answer.tree().text("reason", "").equals(Reason.PASSWORD_CHANGE_DUE.name())
        ? Reason.PASSWORD_CHANGE_DUE
        : Reason.WRONG;
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
      answer =
          http.sendOnce(
              "POST", http.url("session", "refresh").build(), Map.of("refreshToken", once));
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
