package ai.cryox.core.report;

import java.util.Locale;

/// Where a stored report is on its way.
public enum ReportState {
  /// It has its number and is being made.
  MAKING,
  /// It was made, and nobody has signed it.
  DRAFT,
  /// Somebody has read it and signed that it is right.
  REVIEWED,
  /// Somebody else has signed that it holds.
  APPROVED,
  /// Somebody has signed that it must not be used.
  REJECTED,
  /// It was taken back: by whoever made it before it was signed, or by who may approve.
  WITHDRAWN,
  /// It could not be made; its number stays used, with the reason.
  VOID;

  /// As it is written on the command line and on the wire, such as `draft`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether there is a document that people may rely on or sign.
  public boolean isOpen() {
    return this == DRAFT || this == REVIEWED;
  }

  /// The state of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static ReportState named(String name) {
    for (ReportState state : values()) {
      if (state.wireName().equalsIgnoreCase(name.strip())) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "There is no state '%s'; there are making, draft, reviewed, approved, rejected, withdrawn, void."
            .formatted(name));
  }
}
