package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {
  private final PlaceNames names = new PlaceNames();

  @Test
  void aFacilityIsCalledAsPeopleSaidOrElseByItsId() {
    assertTrue(names.know(Map.of("warehouse_001", "Kühlhaus Nord")));
    assertEquals("Kühlhaus Nord", names.of("warehouse_001"));
    assertEquals("Warehouse 002", names.of("warehouse_002"));
    assertTrue(names.isNamed("warehouse_001"));
    assertFalse(names.isNamed("warehouse_002"));
    assertFalse(names.know(Map.of("warehouse_001", "Kühlhaus Nord")), "that is no news");
  }

  @Test
  void aNameThatIsTakenBackLeavesTheId() {
    names.rename("warehouse_001", "Nord");
    names.rename("warehouse_002", "Süd");
    names.rename("warehouse_001", "warehouse_001");
    names.rename("warehouse_002", " ");
    assertEquals("Warehouse 001", names.of("warehouse_001"));
    assertEquals("Warehouse 002", names.of("warehouse_002"));
  }
}
