package ai.cryox.core.notebook;

import ai.cryox.core.reading.Quantity;
import java.util.List;

/// Curves that somebody looks at together.
///
/// @param name as they call them, at most {@value #LONGEST_NAME} characters
/// @param pens in order, at most {@value #MOST_PENS}
public record PenGroup(String name, List<Pen> pens) {
  /// Groups that one person may have.
  public static final int MOST = 50;

  /// Curves in a group.
  public static final int MOST_PENS = 20;

  /// Characters.
  public static final int LONGEST_NAME = 60;

  /// One curve.
  ///
  /// @param deviceId whose
  /// @param quantity of what
  public record Pen(String deviceId, Quantity quantity) {}

  public PenGroup {
    pens = List.copyOf(pens);
  }

  /// Why these groups make no sense together, as a sentence; empty if they do.
  public static String problem(List<PenGroup> groups) {
    if (groups.size() > MOST) {
      return "At most %d groups are kept.".formatted(MOST);
    }
    if (groups.stream().map(PenGroup::name).distinct().count() < groups.size()) {
      return "Two groups cannot have one name.";
    }
    for (PenGroup group : groups) {
      if (group.name().isBlank() || group.name().length() > LONGEST_NAME) {
        return "A group needs a name of at most %d characters.".formatted(LONGEST_NAME);
      }
      if (group.pens().isEmpty() || group.pens().size() > MOST_PENS) {
        return "A group needs curves, at most %d.".formatted(MOST_PENS);
      }
    }
    return "";
  }
}
