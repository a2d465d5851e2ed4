package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {
  private final Map<String, String> given = new ConcurrentHashMap<>();
  private final PlaceNames names = new PlaceNames(given::get);

  @Test
  void aFacilityIsCalledAsPeopleSaidOrElseByItsId() {
    given.put("warehouse_001", "Kühlhaus Nord");
    assertEquals("Kühlhaus Nord", names.of("warehouse_001"));
    assertEquals("Warehouse 002", names.of("warehouse_002"));
    assertTrue(names.isNamed("warehouse_001"));
    assertFalse(names.isNamed("warehouse_002"));
  }

  @Test
  void aNameThatIsGivenOrTakenBackLaterIsSaidFromThenOn() {
    assertEquals("Warehouse 001", names.of("warehouse_001"));
    given.put("warehouse_001", "Nord");
    assertEquals("Nord", names.of("warehouse_001"));
    given.remove("warehouse_001");
    assertEquals("Warehouse 001", names.of("warehouse_001"));
  }
}
