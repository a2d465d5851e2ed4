package ai.cryox.core.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.cryox.core.routing.ParsedCondition.NotUnderstood;
import ai.cryox.core.routing.ParsedCondition.Understood;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteConditionTest {
  private static final Origin ORIGIN =
      new Origin(
          "gateway",
          "devices/temp_001/messages/events/",
          "temp_001",
          "w'1",
          Map.of(
              "alert", "true", "Level", "5", "and", "x", "deviceId", "other", "$.ct", "text/json"));

  private static RouteCondition parsed(String text) {
    return assertInstanceOf(Understood.class, RouteCondition.parse(text), text).condition();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "TRUE",
        "deviceId LIKE 'temp_%'",
        "DEVICEID like 'temp_%'",
        "STARTS_WITH($connectionDeviceId,'temp_')",
        "starts_with ( $CONNECTIONDEVICEID , 'temp_' )",
        "properties.alert = 'true'",
        "alert = 'true'",
        "ALERT='true'",
        "'true' = alert",
        "Properties.level = '5'",
        "level != '4'",
        "level <> '4'",
        "level<>'4'",
        "facilityId = 'w''1'",
        "topic LIKE 'devices/%/events/'",
        "$contentType = 'text/json'",
        "$CONTENTTYPE LIKE '%json'",
        "properties.$.ct = 'text/json'",
        "properties.and = 'x'",
        "properties.deviceId = 'other'",
        "deviceId IN ('a', 'temp_001')",
        "deviceId IN ['temp_001']",
        "deviceId NOT IN ('a')",
        "deviceId NOT LIKE 'temp%2'",
        "NOT alert = 'false'",
        "NOT NOT true",
        "IS_DEFINED(alert)",
        "NOT is_defined(alarm)",
        "deviceId = $connectionDeviceId",
        "deviceId LIKE 'temp!_001' ESCAPE '!'",
        "true OR false AND false",
        "NOT false OR true",
        "NOT (false OR false) AND true",
        "false AND true OR true",
        "alarm = 'x' OR true",
        " \n\t( ( alert = 'true' ) ) ",
      })
  void aConditionThatHolds(String text) {
    RouteCondition condition = parsed(text);
    assertEquals(Truth.TRUE, condition.evaluate(ORIGIN));
    assertEquals(condition, parsed(condition.toString()), "written and read again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "deviceId LIKE 'TEMP_%'",
        "deviceId LIKE 'temp'",
        "STARTS_WITH(deviceId, 'Temp')",
        "alert = 'True'",
        "alert != 'true'",
        "deviceId = 'other'",
        "deviceId IN ('a', 'b')",
        "(true OR false) AND false",
        "NOT (alert = 'true')",
        "alarm = 'x' AND false",
      })
  void aConditionThatDoesNotHold(String text) {
    assertEquals(Truth.FALSE, parsed(text).evaluate(ORIGIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alarm = 'x'",
        "alarm != 'x'",
        "NOT alarm = 'x'",
        "alarm LIKE '%'",
        "alarm NOT LIKE 'x'",
        "alarm IN ('x')",
        "STARTS_WITH(alarm, 'x')",
        "STARTS_WITH(deviceId, alarm)",
        "$messageId = 'x'",
        "alarm = 'x' OR false",
        "alarm = 'x' AND true",
      })
  void whatDependsOnAPropertyThatIsNotThereIsUnknownAndTakesNothing(String text) {
    assertEquals(Truth.UNKNOWN, parsed(text).evaluate(ORIGIN));
    assertEquals(false, parsed(text).matches(ORIGIN));
  }

  @Test
  void aMessageWithoutDeviceOrFacilityHasUnknownOnes() {
    Origin nobody = new Origin("c", "t", null, null, Map.of());
    assertEquals(Truth.UNKNOWN, parsed("deviceId LIKE '%'").evaluate(nobody));
    assertEquals(Truth.UNKNOWN, parsed("facilityId = 'w1'").evaluate(nobody));
    assertEquals(Truth.FALSE, parsed("IS_DEFINED($connectionDeviceId)").evaluate(nobody));
    assertEquals(Truth.TRUE, parsed("topic = 't'").evaluate(nobody));
  }

  @Test
  void andBindsTighterThanOrAndNotTighterThanBoth() {
    assertEquals(
        parsed("(a = '1') OR ((NOT (b = '2')) AND (c = '3'))"),
        parsed("a = '1' OR NOT b = '2' AND c = '3'"));
    assertEquals(
        "(properties.a = '1' OR properties.b = '2') AND NOT (true AND false)",
        parsed("(a='1' or b='2') and not (true and false)").toString());
    assertEquals("true AND (true AND true)", parsed("true AND (true AND true)").toString());
    assertEquals("true OR true OR true", parsed("(true OR true) OR true").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''|3|At character 3 stands the end; after '' =, !=, LIKE, NOT LIKE, IN or NOT IN is"
            + " expected.",
        "deviceId LIK 'x'|10|At character 10 stands LIK; after deviceId =, !=,",
        "deviceId|9|stands the end; after deviceId =",
        "alert = true|9|properties are texts; write it in quotes: 'true'",
        "level = 5|9|write it in quotes: '5'",
        "level > '5'|7|properties are texts and have no order",
        "alert = 'true|9|a quoted text begins that never ends",
        "alert = \"\"true\"\"|9|texts stand in single quotes",
        "alert = 'true' alarm|16|AND, OR or the end is expected",
        "(alert = 'true'|16|) is expected",
        "alert = 'true')|15|AND, OR or the end is expected",
        "alert =|8|a property's name or a text in quotes is expected",
        "AND alert = 'x'|1|a property's name or a text",
        "LENGTH(alert) = '4'|1|LENGTH is no function of routes; STARTS_WITH and IS_DEFINED are",
        "STARTS_WITH(alert)|18|, is expected",
        "$body.x = '1'|1|not into the payload",
        "$twin.tags.a = '1'|1|not into the payload or the twin",
        "$conectionDeviceId = 'x'|1|no such system property; $connectionDeviceId, $contentType",
        "alert IN ()|11|a text in single quotes is expected",
        "alert IN ('a'|14|) is expected",
        "alert IN ['a')|14|] is expected",
        "alert LIKE level|12|a text in single quotes is expected",
        "alert LIKE 'a!b' ESCAPE '!'|12|must stand before %, _ or itself",
        "alert LIKE 'a!' ESCAPE '!'|12|must stand before %, _ or itself",
        "alert LIKE 'a' ESCAPE '!!'|12|one character in quotes",
        "alert NOT = 'x'|11|=, !=, LIKE",
        "a = 'x' ; drop|9|stands ;",
        "😀 = 'x'|1|stands 😀",
      })
  void aConditionThatMakesNoSenseIsRefusedWhereItStops(String text, int position, String sentence) {
    NotUnderstood fault =
        assertInstanceOf(NotUnderstood.class, RouteCondition.parse(text.replace("\"\"", "\"")));
    assertEquals(position, fault.position(), fault::sentence);
    assertEquals(true, fault.sentence().contains(sentence), fault::sentence);
    assertEquals(true, fault.sentence().endsWith("."), fault::sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void anEmptyConditionIsRefused(String text) {
    assertInstanceOf(NotUnderstood.class, RouteCondition.parse(text));
  }

  @Test
  void bombsAreRefused() {
    for (String bomb :
        new String[] {
          "(".repeat(3_000), "NOT ".repeat(900) + "true", "x".repeat(1_000_000), "'".repeat(3_999)
        }) {
      assertInstanceOf(NotUnderstood.class, RouteCondition.parse(bomb));
    }
    assertEquals(Truth.TRUE, parsed("true" + " AND true".repeat(400)).evaluate(ORIGIN));
  }
}
