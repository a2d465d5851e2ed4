package ai.cryox.app.audit;

import org.jspecify.annotations.Nullable;

/// What a line of the trail is about, as it can be chosen.
enum Topic {
  /// All lines.
  ANYTHING(null),
  /// What people did to alarms.
  ALARMS("alarm"),
  /// Devices and their credentials, and who tried to come in as one.
  DEVICES("device"),
  /// Accounts and roles.
  PEOPLE("people"),
  /// Who signed in and out, and who was not let in.
  SESSIONS("session"),
  /// Storage profiles.
  PROFILES("profile"),
  /// Reports, from draft to approval.
  REPORTS("report"),
  /// Who is called, and how.
  CALLOUTS("callouts"),
  /// What somebody tried and may not.
  DENIED("denied");

  private final @Nullable String what;

  Topic(@Nullable String what) {
    this.what = what;
  }

  /// What those lines begin with, or `null` for all.
  @Nullable String what() {
    return what;
  }
}
