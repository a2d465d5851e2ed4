package ai.cryox.core.escalation;

import java.util.Locale;

/// What the channels must know and nobody may read.
public enum SecretName {
  /// For signing in at the mail server.
  EMAIL_PASSWORD,
  /// For signing in at the SMS gateway.
  SMS_PASSWORD,
  /// The whole address of the Teams workflow.
  TEAMS_URL,
  /// Signs the webhook's calls.
  WEBHOOK_KEY;

  /// As files and the API spell it: `email-password`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
