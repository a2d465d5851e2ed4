package ai.cryox.core.routing;

/// What came of reading a condition.
public sealed interface ParsedCondition {
  /// It can be asked.
  record Understood(RouteCondition condition) implements ParsedCondition {}

  /// It makes no sense.
  ///
  /// @param position the character where sense ends, counted from 1
  /// @param sentence where, what is wrong and what to write instead
  record NotUnderstood(int position, String sentence) implements ParsedCondition {}
}
