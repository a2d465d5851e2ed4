package ai.cryox.core.routing;

/// A condition cannot be understood. Control flow inside of the parser only, hence without a stack
/// trace.
final class ConditionFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  /// @param position counted from 1
  /// @param words what is wrong there and what to do, without a full stop
  ConditionFault(int position, String words) {
    super("At character " + position + " " + words + ".", null, false, false);
    this.position = position;
  }

  ParsedCondition.NotUnderstood toValue() {
    return new ParsedCondition.NotUnderstood(position, String.valueOf(getMessage()));
  }
}
