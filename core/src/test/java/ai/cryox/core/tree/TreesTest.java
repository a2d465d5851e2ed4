package ai.cryox.core.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Target;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.people.SignedIn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreesTest {
  private static <T> void assertComesBack(Class<T> type, T value) {
    assertEquals(value, TreeReader.strict().read(type, TreeWriter.write(value)));
  }

  @Test
  void whatIsWrittenComesBack() {
    assertComesBack(CalloutPlan.class, CalloutPlan.usual(ZoneId.of("Europe/Berlin")));
    assertComesBack(AlarmDesign.class, AlarmDesign.DEFAULT);
    assertComesBack(Channels.class, Channels.NONE);
    assertComesBack(Device.class, Device.unconfirmed("temp_001", "north", Instant.EPOCH));
    assertComesBack(
        SignedIn.class, new SignedIn("1", "Ada", Grants.everywhere(Role.OPERATOR, Role.QUALITY)));
  }

  @Test
  void recordsOfSealedInterfacesSayWhichTheyAre() {
    List<?> trees = TreeWriter.list(Target.class, List.of(new Target.InRole("manager")));
    assertEquals(Map.of("kind", "inRole", "role", "manager"), trees.getFirst());
    assertEquals(
        List.of(new Target.InRole("manager")), TreeReader.strict().list(Target.class, trees));
    assertThrows(
        IllegalArgumentException.class,
        () -> TreeReader.strict().read(Target.class, Map.of("kind", "nobody")));
  }

  @Test
  void namesOfEnumsAreKnownHoweverTheyAreSpelt() {
    Map<String, Object> tree = new LinkedHashMap<>(Map.of("role", "Quality", "facilityId", "*"));
    assertEquals(Role.QUALITY, TreeReader.strict().read(Grant.class, tree).role());
    assertEquals(
        List.of(Condition.SENSOR_FAULT),
        TreeReader.strict().list(Condition.class, List.of("sensorFault")));
  }

  @Test
  void nonsenseIsRefusedWithTheNameOfTheMember() {
    Object tree = TreeWriter.write(Device.unconfirmed("temp_001", "north", Instant.EPOCH));
    assertRefused("firstSeen", with(tree, "firstSeen", "yesterday"));
    assertRefused("confirmed", with(tree, "confirmed", "yes"));
    assertRefused("zone", with(tree, "zone", null));
    assertRefused("colour", with(tree, "colour", "blue"));
    assertRefused("desired", with(tree, "desired", List.of()));
    assertEquals(
        "temp_001",
        TreeReader.lenient().read(Device.class, with(tree, "colour", "blue")).deviceId());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> with(
      @Nullable Object tree, String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed =
        new LinkedHashMap<>((Map<String, @Nullable Object>) Objects.requireNonNull(tree));
    changed.put(name, value);
    return changed;
  }

  private static void assertRefused(String member, Map<String, @Nullable Object> tree) {
    String sentence =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TreeReader.strict().read(Device.class, tree))
                .getMessage());
    assertTrue(sentence.contains(member), sentence);
  }
}
