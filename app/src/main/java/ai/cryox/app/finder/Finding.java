package ai.cryox.app.finder;

import java.util.Locale;

/// Something that can be found.
///
/// @param id lasting, so that what was chosen before is known again
/// @param kind what it is
/// @param title what people call it
/// @param detail what tells it from others; may be empty
/// @param words more to find it by than title and detail; may be empty
/// @param key that does the same without looking for it; may be empty
/// @param enter what Enter will do, in a sentence
/// @param action does it
record Finding(
    String id,
    Kind kind,
    String title,
    String detail,
    String words,
    String key,
    String enter,
    Runnable action) {
  /// What can be found; of things that fit alike, the first stands first.
  enum Kind {
    /// An alarm that is active.
    ALARM,
    /// A device.
    DEVICE,
    /// Something to do.
    ACTION,
    /// A screen.
    SCREEN,
    /// A page of help.
    HELP
  }

  /// All that it is found by, in lower case.
  String text() {
    return (title + ' ' + detail + ' ' + words).toLowerCase(Locale.ROOT);
  }
}
