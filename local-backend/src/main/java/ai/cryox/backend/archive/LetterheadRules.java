package ai.cryox.backend.archive;

import ai.cryox.backend.report.Logo;
import ai.cryox.backend.report.ReportException;
import ai.cryox.core.report.Letterhead;

/// Which letterheads make sense.
final class LetterheadRules {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ADDRESS = 300;

  private LetterheadRules() {}

  /// @throws IllegalArgumentException if one does not, with a sentence
  static void require(String facilityId, Letterhead letterhead) {
    if (facilityId.isBlank()) {
      throw new IllegalArgumentException("Say which facility is meant.");
    }
    String name = letterhead.facilityName();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "The name on a letterhead has 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (letterhead.address().length() > LONGEST_ADDRESS) {
      throw new IllegalArgumentException(
          "An address has at most %d characters.".formatted(LONGEST_ADDRESS));
    }
    String problem = Logo.problem(letterhead.logo());
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  /// The same with a logo that goes into a PDF as it is.
  ///
  /// @throws IllegalArgumentException if it cannot be drawn, with a sentence
  static Letterhead drawn(Letterhead letterhead) {
    try {
      return new Letterhead(
          letterhead.facilityName(),
          letterhead.address(),
          letterhead.zone(),
          letterhead.language(),
          Logo.drawn(letterhead.logo()));
    } catch (ReportException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }
}
