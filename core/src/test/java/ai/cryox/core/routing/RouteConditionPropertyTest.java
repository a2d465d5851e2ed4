package ai.cryox.core.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.routing.ParsedCondition.Understood;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The laws of conditions and patterns.
final class RouteConditionPropertyTest {
  @Property(tries = 500)
  void whatIsWrittenIsReadTheSame(@ForAll("conditions") RouteCondition condition) {
    assertEquals(new Understood(condition), RouteCondition.parse(condition.toString()));
  }

  @Property(tries = 500)
  void noTextBreaksTheParser(@ForAll String text, @ForAll("conditions") RouteCondition condition) {
    RouteCondition.parse(text);
    String written = condition.toString();
    RouteCondition.parse(written.substring(0, written.length() / 2) + text);
  }

  @Property(tries = 500)
  void whatIsUnknownStaysUnknownWhenDenied(@ForAll("conditions") RouteCondition condition) {
    Origin origin = new Origin("c", "a/b", "ab", null, Map.of("a", "ab"));
    Truth said = condition.evaluate(origin);
    Truth denied = new RouteCondition.Not(condition).evaluate(origin);
    assertEquals(said == Truth.UNKNOWN, denied == Truth.UNKNOWN);
    assertEquals(said == Truth.TRUE, denied == Truth.FALSE);
  }

  @Property(tries = 3_000)
  void likeMatchesWhatTheDefinitionMatches(
      @ForAll("patterns") String pattern, @ForAll("values") String value) {
    LikePattern like = new LikePattern(pattern, "!");
    assertEquals(
        matches(pattern.codePoints().toArray(), 0, value.codePoints().toArray(), 0),
        like.matches(value),
        () -> value + " LIKE " + like);
  }

  /// The definition itself, as slow as it is.
  private static boolean matches(int[] pattern, int p, int[] value, int v) {
    if (p == pattern.length) {
      return v == value.length;
    }
    if (pattern[p] == '%') {
      return matches(pattern, p + 1, value, v)
          || (v < value.length && matches(pattern, p, value, v + 1));
    }
    if (v == value.length) {
      return false;
    }
    if (pattern[p] == '_') {
      return matches(pattern, p + 1, value, v + 1);
    }
    int plain = pattern[p] == '!' ? p + 1 : p;
    return pattern[plain] == value[v] && matches(pattern, plain + 1, value, v + 1);
  }

  @Provide
  Arbitrary<String> patterns() {
    return patternTexts();
  }

  private static Arbitrary<String> patternTexts() {
    return Arbitraries.of("a", "b", "%", "_", "!%", "!_", "!!", "😀", "'")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of("a", "b", "%", "_", "!", "😀", "'")
        .list()
        .ofMaxSize(10)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<Operand> operands() {
    Arbitrary<Operand> names =
        Arbitraries.of("a", "b", "and", "true", "deviceId", "properties.x", "$.ct", "5", "ü-1")
            .map(Operand.Property::new);
    Arbitrary<Operand> texts = texts().map(Operand.Literal::new);
    Arbitrary<Operand> fields = Arbitraries.of(Operand.Field.class).map(field -> field);
    return Arbitraries.oneOf(names, texts, fields);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "a", "ab", "it's", "'", "''", " OR ", "%", "\"", "\n", "😀");
  }

  @Provide
  Arbitrary<RouteCondition> conditions() {
    Arbitrary<RouteCondition> nested = alone();
    for (int depth = 0; depth < 4; depth++) {
      Arbitrary<RouteCondition> inner = nested;
      nested =
          Arbitraries.oneOf(
              inner,
              inner.map(RouteCondition.Not::new),
              Combinators.combine(inner, inner).as(RouteCondition.And::new),
              Combinators.combine(inner, inner).as(RouteCondition.Or::new));
    }
    return nested;
  }

  private static Arbitrary<RouteCondition> alone() {
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.of(true, false).map(RouteCondition.Constant::new),
            Combinators.combine(operands(), Arbitraries.of(true, false), operands())
                .as(RouteCondition.Comparison::new),
            Combinators.combine(operands(), patternTexts(), Arbitraries.of(true, false))
                .as((operand, text, escaped) ->
                    new RouteCondition.Like(operand, new LikePattern(text, escaped ? "!" : null))),
            Combinators.combine(operands(), operands()).as(RouteCondition.StartsWith::new),
            Combinators.combine(operands(), texts().list().ofMinSize(1).ofMaxSize(3))
                .as(RouteCondition.OneOf::new),
            operands().map(RouteCondition.Defined::new)));
  }
}
