package ai.cryox.app.people;

import java.security.SecureRandom;

/// A password that somebody is told and changes at their first sign-in. It can be read out over a
/// telephone: no letters that look like digits.
final class OneTimePassword {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int IN_A_GROUP = 4;

  private OneTimePassword() {}

  /// A fresh one: 80 random bits.
  static String make(SecureRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * IN_A_GROUP; i++) {
      if (i > 0 && i % IN_A_GROUP == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
