package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Floor plans over the real file.
class FloorPlanTest {
  private static final byte[] PICTURE =
      ByteBuffer.allocate(2_000)
          .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
          .putInt(13)
          .put(new byte[] {'I', 'H', 'D', 'R'})
          .putInt(640)
          .putInt(480)
          .array();

  @TempDir Path folder;
  private SteppedBackend line;

  @BeforeEach
  void open() {
    line = new SteppedBackend(folder);
    line.read("a", line.now, 2);
    line.read("b", line.now, 2);
    line.pass(Duration.ofSeconds(1));
    line.turn();
  }

  @AfterEach
  void close() {
    line.close();
  }

  private void save(byte[] picture) {
    line.asking(() -> {
      line.session().saveFloorPicture(SteppedBackend.FACILITY, picture);
      return true;
    });
  }

  private void place(Map<String, Spot> spots) {
    line.asking(() -> {
      line.session().placeDevices(SteppedBackend.FACILITY, spots);
      return true;
    });
  }

  private Optional<FloorPlan> plan() {
    return line.session().floorPlan(SteppedBackend.FACILITY);
  }

  @Test
  void aPlanIsThereAgainAfterARestart() {
    assertTrue(plan().isEmpty());
    save(PICTURE);
    Map<String, Spot> spots = Map.of("a", new Spot(0.25, 0.75), "b", new Spot(1, 0));
    place(spots);
    line.restart();
    FloorPlan plan = plan().orElseThrow();
    assertArrayEquals(PICTURE, plan.picture());
    assertEquals(spots, plan.spots());
    assertTrue(line.session().floorPlan("elsewhere").isEmpty());
  }

  @Test
  void aPictureTakenAwayLeavesThePlacesAndPlacesAreReplacedAsAWhole() {
    save(PICTURE);
    place(Map.of("a", new Spot(0, 0)));
    save(new byte[0]);
    assertEquals(0, plan().orElseThrow().picture().length);
    place(Map.of("b", new Spot(0.5, 0.5)));
    assertEquals(Map.of("b", new Spot(0.5, 0.5)), plan().orElseThrow().spots());
    place(Map.of());
    assertTrue(plan().isEmpty());
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    place(Map.of("a", new Spot(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> save(new byte[] {1, 2, 3}));
    assertThrows(IllegalArgumentException.class, () -> place(Map.of("a", new Spot(1.1, 0))));
    String stranger =
        assertThrows(
                IllegalArgumentException.class, () -> place(Map.of("stranger", new Spot(0, 0))))
            .getMessage();
    assertTrue(String.valueOf(stranger).contains("stranger"));
    assertEquals(Map.of("a", new Spot(0, 0)), plan().orElseThrow().spots());
  }
}
