package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private static Set<String> found(String first) {
    return Commands.line(CLOCK, first).getSubcommands().keySet();
  }

  @Test
  void eachCommandIsMadeAloneByItsOwnName() {
    Set<String> all = Commands.line(CLOCK).getSubcommands().keySet();
    assertTrue(all.size() > 20, all::toString);
    for (String name : all) {
      assertEquals(name.equals("settings") ? all : Set.of(name), found(name));
    }
  }

  @Test
  void whoeverAsksForNoCommandIsToldOfAll() {
    Set<String> all = Commands.line(CLOCK).getSubcommands().keySet();
    assertEquals(all, found(""));
    assertEquals(all, found("--help"));
    assertEquals(all, found("serv"));
  }

  @Test
  void theToolkitIsWokenOnlyForWordsThatOpenAWindow() {
    assertTrue(Commands.opensWindow(List.of("console", "--data", "store")));
    assertTrue(Commands.opensWindow(List.of("demo")));
    assertTrue(Commands.opensWindow(List.of("bench", "console", "--devices", "24")));
    assertFalse(Commands.opensWindow(List.of("console", "--help")));
    assertFalse(Commands.opensWindow(List.of("demo", "-V")));
    assertFalse(Commands.opensWindow(List.of("serve")));
    assertFalse(Commands.opensWindow(List.of("bench")));
    assertFalse(Commands.opensWindow(List.of()));
  }
}
