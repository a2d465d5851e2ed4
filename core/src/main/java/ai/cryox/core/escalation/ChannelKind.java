package ai.cryox.core.escalation;

import java.util.Locale;

/// A way to tell people something.
public enum ChannelKind {
  /// The console: a banner and a sound. One place for all.
  DESKTOP,
  /// A mail to a person.
  EMAIL,
  /// A short text message to a person.
  SMS,
  /// A card in a Teams channel. One place for all.
  TEAMS,
  /// A signed HTTP call to another system. One place for all.
  WEBHOOK;

  /// Whether each person has an address of their own there.
  public boolean isPersonal() {
    return this == EMAIL || this == SMS;
  }

  /// As files and the API spell it: `email`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
