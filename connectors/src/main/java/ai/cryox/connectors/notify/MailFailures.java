package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelSettings.Email;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// What a mail that was not taken means, in plain words. What a server answers to a sign-in is left
/// out: it may quote what was sent.
final class MailFailures {
  private static final int PERMANENT = 500;

  private MailFailures() {}

  static Outcome of(MessagingException failed, Email email) {
    for (Throwable cause = failed; cause != null; cause = next(cause)) {
      Outcome outcome = one(cause, email);
      if (outcome != null) {
        return outcome;
      }
    }
    return new Failed(
        "The mail server %s broke off (%s)."
            .formatted(where(email), failed.getClass().getSimpleName()));
  }

  private static @Nullable Throwable next(Throwable cause) {
    if (cause instanceof MessagingException mail && mail.getNextException() != null) {
      return mail.getNextException();
    }
    return cause.getCause();
  }

  private static @Nullable Outcome one(Throwable cause, Email email) {
    return switch (cause) {
      case AuthenticationFailedException _ -> signIn(cause, email);
      case SMTPAddressFailedException address -> answered(address.getReturnCode(), address, email);
      case SMTPSendFailedException send when send.getReturnCode() > 0 ->
          answered(send.getReturnCode(), send, email);
      case AddressException _ -> new Refused("The recipient's address is none.");
      case UnknownHostException _ ->
          new Failed("There is no mail server named %s.".formatted(email.host()));
      case SocketTimeoutException _ ->
          new Failed("The mail server %s did not answer in time.".formatted(where(email)));
      case MailConnectException _ ->
          new Failed(
              "Nobody answers at %s: the mail server does not run, or a firewall is in between."
                  .formatted(where(email)));
      case SSLException _ ->
          new Refused(
              "The mail server %s cannot be trusted or does not speak TLS; look at its certificate and at the port."
                  .formatted(where(email)));
      default -> startTls(cause, email);
    };
  }

  private static Outcome signIn(Throwable cause, Email email) {
    String text = String.valueOf(cause.getMessage());
    return text.startsWith("4")
        ? new Failed("The mail server %s takes no sign-in now.".formatted(where(email)))
        : new Refused(
            "The mail server %s refuses the sign-in of %s; check the user and the password."
                .formatted(where(email), email.user()));
  }

  private static Outcome answered(int code, Throwable cause, Email email) {
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    String sentence = "The mail server %s answers: %s".formatted(where(email), text);
    return code >= PERMANENT ? new Refused(sentence) : new Failed(sentence);
  }

  private static @Nullable Outcome startTls(Throwable cause, Email email) {
    return String.valueOf(cause.getMessage()).contains("STARTTLS is required")
        ? new Refused(
            "The mail server %s offers no STARTTLS, so nothing was sent; choose TLS, or another server."
                .formatted(where(email)))
        : null;
  }

  private static String where(Email email) {
    return email.host() + ":" + email.port();
  }
}
