package ai.cryox.backend.people;

import java.time.Duration;

/// What an installation decides of passwords.
///
/// @param passwordLife so long a password is good; zero = for ever
/// @param hashCost of passwords that are set from now on
public record PeopleSettings(Duration passwordLife, HashCost hashCost) {
  /// A year: 21 CFR 11.300(b) wants passwords revised now and then, and a shorter life makes them
  /// worse.
  public static final PeopleSettings USUAL =
      new PeopleSettings(Duration.ofDays(365), HashCost.USUAL);

  public PeopleSettings {
    if (passwordLife.isNegative()) {
      throw new IllegalArgumentException("A password cannot be good for less than no time.");
    }
  }
}
