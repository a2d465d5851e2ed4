package ai.cryox.core.routing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which messages a route takes: a condition in the part of IoT Hub's query language that looks at
/// properties, and SQL's LIKE. Keywords, functions and names of properties count in upper and lower
/// case alike, texts do not.
///
/// Compiled once, asked for every message: asking allocates nothing. `toString` writes it so that
/// {@link #parse} gives the same again. Immutable.
public sealed interface RouteCondition {
  /// Reads one.
  static ParsedCondition parse(String text) {
    return ConditionParser.parse(text);
  }

  /// Whether the route takes this message.
  default boolean matches(Origin origin) {
    return evaluate(origin) == Truth.TRUE;
  }

  /// What can be said of this message; unknown what depends on a property it does not have.
  Truth evaluate(Origin origin);

  /// How tightly it holds together: OR 1, AND 2, NOT 3, anything else 4.
  default int binding() {
    return 4;
  }

  /// `true` or `false`.
  record Constant(boolean value) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      return Truth.of(value);
    }

    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /// Either of two.
  record Or(RouteCondition left, RouteCondition right) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      Truth first = left.evaluate(origin);
      if (first == Truth.TRUE) {
        return first;
      }
      Truth second = right.evaluate(origin);
      return second == Truth.TRUE || first == Truth.FALSE ? second : first;
    }

    @Override
    public int binding() {
      return 1;
    }

    @Override
    public String toString() {
      return within(left, 1) + " OR " + within(right, 2);
    }
  }

  /// Both of two.
  record And(RouteCondition left, RouteCondition right) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      Truth first = left.evaluate(origin);
      if (first == Truth.FALSE) {
        return first;
      }
      Truth second = right.evaluate(origin);
      return second == Truth.FALSE || first == Truth.TRUE ? second : first;
    }

    @Override
    public int binding() {
      return 2;
    }

    @Override
    public String toString() {
      return within(left, 2) + " AND " + within(right, 3);
    }
  }

  /// The opposite; of what is unknown, unknown.
  record Not(RouteCondition inner) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      return inner.evaluate(origin).negated();
    }

    @Override
    public int binding() {
      return 3;
    }

    @Override
    public String toString() {
      return "NOT " + within(inner, 3);
    }
  }

  /// Whether two texts are the same, or differ.
  record Comparison(Operand left, boolean same, Operand right) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      String first = left.of(origin);
      String second = right.of(origin);
      return first == null || second == null
          ? Truth.UNKNOWN
          : Truth.of(first.equals(second) == same);
    }

    @Override
    public String toString() {
      return left + (same ? " = " : " != ") + right;
    }
  }

  /// Whether a text looks like a pattern.
  record Like(Operand operand, LikePattern pattern) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      String text = operand.of(origin);
      return text == null ? Truth.UNKNOWN : Truth.of(pattern.matches(text));
    }

    @Override
    public String toString() {
      return operand + " LIKE " + pattern;
    }
  }

  /// Whether a text begins with another.
  record StartsWith(Operand operand, Operand prefix) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      String text = operand.of(origin);
      String start = prefix.of(origin);
      return text == null || start == null ? Truth.UNKNOWN : Truth.of(text.startsWith(start));
    }

    @Override
    public String toString() {
      return "STARTS_WITH(" + operand + ", " + prefix + ")";
    }
  }

  /// Whether a text is one of several.
  record OneOf(Operand operand, List<String> texts) implements RouteCondition {
    public OneOf {
      texts = List.copyOf(texts);
    }

    @Override
    public Truth evaluate(Origin origin) {
      String text = operand.of(origin);
      return text == null ? Truth.UNKNOWN : Truth.of(texts.contains(text));
    }

    @Override
    public String toString() {
      return texts.stream()
          .map(Operand::quoted)
          .collect(Collectors.joining(", ", operand + " IN (", ")"));
    }
  }

  /// Whether the message has such a property at all: never unknown.
  record Defined(Operand operand) implements RouteCondition {
    @Override
    public Truth evaluate(Origin origin) {
      @Nullable String text = operand.of(origin);
      return Truth.of(text != null);
    }

    @Override
    public String toString() {
      return "IS_DEFINED(" + operand + ")";
    }
  }

  private static String within(RouteCondition part, int binding) {
    return part.binding() < binding ? "(" + part + ")" : part.toString();
  }
}
