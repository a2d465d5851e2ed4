package ai.cryox.core.routing;

import ai.cryox.core.routing.ConditionTokens.Token;
import ai.cryox.core.routing.ConditionTokens.Token.Kind;
import ai.cryox.core.routing.Operand.Field;
import ai.cryox.core.routing.Operand.Literal;
import ai.cryox.core.routing.Operand.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Recursive descent over a condition: OR, then AND, then NOT, then what stands alone.
final class ConditionParser {
  /// Nobody's condition is longer, characters.
  private static final int LONGEST = 4_000;

  /// Nobody's condition is nested deeper.
  private static final int DEEPEST = 50;

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "like", "in", "escape", "true", "false", "null");

  private static final String OPERATORS = "=, !=, LIKE, NOT LIKE, IN or NOT IN is expected";
  private static final String OPERAND =
      "a property's name or a text in quotes is expected, such as properties.alert or 'true'";

  private final ConditionTokens tokens;
  private Token token;
  private int depth;

  private ConditionParser(String text) throws ConditionFault {
    this.tokens = new ConditionTokens(text);
    this.token = tokens.next();
  }

  static ParsedCondition parse(String text) {
    try {
      if (text.length() > LONGEST) {
        throw new ConditionFault(
            LONGEST + 1, "the condition goes on; 4,000 characters are allowed");
      }
      ConditionParser parser = new ConditionParser(text);
      RouteCondition whole = parser.or();
      if (parser.token.kind() != Kind.END) {
        throw parser.unexpected("AND, OR or the end is expected");
      }
      return new ParsedCondition.Understood(whole);
    } catch (ConditionFault fault) {
      return fault.toValue();
    }
  }

  private RouteCondition or() throws ConditionFault {
    RouteCondition left = and();
    while (takes("OR")) {
      left = new RouteCondition.Or(left, and());
    }
    return left;
  }

  private RouteCondition and() throws ConditionFault {
    RouteCondition left = not();
    while (takes("AND")) {
      left = new RouteCondition.And(left, not());
    }
    return left;
  }

  private RouteCondition not() throws ConditionFault {
    if (++depth > DEEPEST) {
      throw new ConditionFault(
          token.position(), "the condition is nested deeper than 50 levels; make it simpler");
    }
    RouteCondition condition = takes("NOT") ? new RouteCondition.Not(not()) : alone();
    depth--;
    return condition;
  }

  private RouteCondition alone() throws ConditionFault {
    if (token.isSign("(")) {
      advance();
      RouteCondition inner = or();
      expect(")");
      return inner;
    }
    if (token.isWord("true") || token.isWord("false")) {
      return new RouteCondition.Constant(advance().isWord("true"));
    }
    Token first = token;
    Operand operand = operand();
    return first.kind() == Kind.WORD && token.isSign("(") ? function(first) : predicate(operand);
  }

  private RouteCondition function(Token name) throws ConditionFault {
    expect("(");
    RouteCondition condition =
        switch (name.text().toUpperCase(Locale.ROOT)) {
          case "STARTS_WITH" -> {
            Operand text = operand();
            expect(",");
            yield new RouteCondition.StartsWith(text, operand());
          }
          case "IS_DEFINED" -> new RouteCondition.Defined(operand());
          default ->
              throw new ConditionFault(
                  name.position(),
                  name.text() + " is no function of routes; STARTS_WITH and IS_DEFINED are");
        };
    expect(")");
    return condition;
  }

  private RouteCondition predicate(Operand operand) throws ConditionFault {
    if (token.isSign("=")) {
      advance();
      return new RouteCondition.Comparison(operand, true, operand());
    }
    if (token.isSign("!=") || token.isSign("<>")) {
      advance();
      return new RouteCondition.Comparison(operand, false, operand());
    }
    if (token.isSign("<") || token.isSign(">")) {
      throw unexpected("properties are texts and have no order; " + OPERATORS);
    }
    if (takes("NOT")) {
      return new RouteCondition.Not(likeOrIn(operand));
    }
    return likeOrIn(operand);
  }

  private RouteCondition likeOrIn(Operand operand) throws ConditionFault {
    if (takes("LIKE")) {
      return new RouteCondition.Like(operand, pattern());
    }
    if (takes("IN")) {
      return new RouteCondition.OneOf(operand, list());
    }
    throw unexpected("after " + operand + " " + OPERATORS);
  }

  private LikePattern pattern() throws ConditionFault {
    Token pattern = text();
    String escape = takes("ESCAPE") ? text().text() : null;
    String problem = LikePattern.problem(pattern.text(), escape);
    if (problem != null) {
      throw new ConditionFault(pattern.position(), problem);
    }
    return new LikePattern(pattern.text(), escape);
  }

  /// In round brackets as in SQL or in square ones as in IoT Hub.
  private List<String> list() throws ConditionFault {
    String end = token.isSign("[") ? "]" : ")";
    expect(token.isSign("[") ? "[" : "(");
    List<String> texts = new ArrayList<>();
    texts.add(text().text());
    while (token.isSign(",")) {
      advance();
      texts.add(text().text());
    }
    expect(end);
    return texts;
  }

  private Token text() throws ConditionFault {
    if (token.kind() != Kind.TEXT) {
      throw unexpected("a text in single quotes is expected");
    }
    return advance();
  }

  private Operand operand() throws ConditionFault {
    return switch (token.kind()) {
      case TEXT -> new Literal(advance().text());
      case WORD -> name();
      case SIGN ->
          throw unexpected(
              token.isSign("\"") ? "texts stand in single quotes, as in 'true'" : OPERAND);
      case END -> throw unexpected(OPERAND);
    };
  }

  private Operand name() throws ConditionFault {
    String word = token.text();
    String lower = word.toLowerCase(Locale.ROOT);
    if (Character.isDigit(word.charAt(0)) || lower.equals("true") || lower.equals("false")) {
      throw unexpected("properties are texts; write it in quotes: '" + word + "'");
    }
    if (KEYWORDS.contains(lower)) {
      throw unexpected(OPERAND);
    }
    if (lower.startsWith("$body") || lower.startsWith("$twin")) {
      throw unexpected("routes look at properties only, not into the payload or the twin");
    }
    Field field = Field.named(word);
    if (field == null && word.startsWith("$")) {
      throw unexpected("there is no such system property; " + systemProperties() + " are known");
    }
    advance();
    return field == null ? new Property(propertyName(word)) : field;
  }

  private static String propertyName(String word) {
    int length = Property.PREFIX.length();
    return word.length() > length && word.regionMatches(true, 0, Property.PREFIX, 0, length)
        ? word.substring(length)
        : word;
  }

  private static String systemProperties() {
    List<String> names = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field.toString().startsWith("$")) {
        names.add(field.toString());
      }
    }
    return String.join(", ", names);
  }

  private boolean takes(String keyword) throws ConditionFault {
    boolean taken = token.isWord(keyword);
    if (taken) {
      advance();
    }
    return taken;
  }

  private void expect(String sign) throws ConditionFault {
    if (!token.isSign(sign)) {
      throw unexpected(sign + " is expected");
    }
    advance();
  }

  private Token advance() throws ConditionFault {
    Token taken = token;
    token = tokens.next();
    return taken;
  }

  private ConditionFault unexpected(String expected) {
    return new ConditionFault(token.position(), "stands " + token.shown() + "; " + expected);
  }
}
