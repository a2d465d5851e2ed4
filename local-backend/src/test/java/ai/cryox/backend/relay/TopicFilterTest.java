package ai.cryox.backend.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  static TopicFilter filter(String text) {
    TopicFilter filter = TopicFilter.parse(text);
    assertNotNull(filter, () -> "not taken: " + text);
    return filter;
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, b, false",
    "a, a/b, false",
    "a/b, a, false",
    "a/+, a/b, true",
    "a/+, a/, true",
    "a/+, a, false",
    "a/+, a/b/c, false",
    "+, a, true",
    "+, /a, false",
    "/+, /a, true",
    "+/+, /a, true",
    "+/b/+, a/b/c, true",
    "#, a, true",
    "#, a/b/c, true",
    "#, /, true",
    "a/#, a, true",
    "a/#, a/b, true",
    "a/#, a/b/c, true",
    "a/#, ab, false",
    "a/+/#, a, false",
    "a/+/#, a/b, true",
    "#, $SYS/a, false",
    "+/a, $SYS/a, false",
    "$SYS/#, $SYS/a, true",
    "$SYS/+, $SYS/a, true",
    "$share/group/a/+, a/b, true",
  })
  void wildcardsMeanWhatTheStandardSays(String filter, String topic, boolean matches) {
    assertEquals(matches, filter(filter).matches(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a+",
        "+a/b",
        "a/#/b",
        "a#",
        "##",
        "$share/a",
        "$share//a",
        "$share/+/a",
        "$share/g/"
      })
  void whatIsNoFilterIsRefused(String text) {
    assertNull(TopicFilter.parse(text));
  }

  @Test
  void lengthAndDepthHaveLimits() {
    assertNull(TopicFilter.parse("a".repeat(TopicName.LONGEST + 1)));
    assertNull(TopicFilter.parse("/".repeat(TopicName.DEEPEST)));
    assertNotNull(TopicFilter.parse("/".repeat(TopicName.DEEPEST - 1)));
    assertFalse(TopicName.isValid("a".repeat(TopicName.LONGEST + 1)));
    assertFalse(TopicName.isValid("/".repeat(TopicName.DEEPEST)));
    assertTrue(TopicName.isValid("/".repeat(TopicName.DEEPEST - 1)));
    assertFalse(TopicName.isValid("a/+"));
    assertFalse(TopicName.isValid("a\0b"));
    assertFalse(TopicName.isValid(""));
  }

  @ParameterizedTest
  @CsvSource({
    "a/#, a/b, true",
    "a/#, a/#, true",
    "a/#, a/+/c, true",
    "a/#, a, true",
    "a/#, b/#, false",
    "a/b, a/#, false",
    "a/+, a/b, true",
    "a/+, a/#, false",
    "a/+, a/+, true",
    "a, a/b, false",
    "a/b, a, false",
    "secret, $share/g/secret, true",
  })
  void aFilterCoversWhatItMeansAndMore(String wide, String narrow, boolean covers) {
    assertEquals(covers, filter(wide).covers(filter(narrow)));
  }
}
