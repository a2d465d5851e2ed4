package ai.cryox.app.rejected;

import ai.cryox.app.text.Messages;
import ai.cryox.core.reading.Rejection;
import java.util.Locale;

/// Why a message could not be used, in words. The sentence that was kept with it is the backend's,
/// in English, and names the very member and value; readers of another language get what it means
/// and what to do in theirs, and the sentence besides. Pure.
record RejectionWords(Messages messages) {
  /// In one line.
  String inShort(Rejection row) {
    return isEnglish() ? row.fault().detail() : advice(row);
  }

  /// Everything: what to do, what was written down, and where it came from.
  String whole(Rejection row) {
    String why =
        isEnglish()
            ? row.fault().detail()
            : advice(row) + "\n" + messages.text("rejected.recorded", row.fault().detail());
    return why + "\n" + messages.text("rejected.from", row.source(), row.topic(), row.rawLength());
  }

  private String advice(Rejection row) {
    return messages.of("faultAdvice", row.fault().reason());
  }

  private boolean isEnglish() {
    return Locale.ENGLISH.getLanguage().equals(messages.locale().getLanguage());
  }
}
