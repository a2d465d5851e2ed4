package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
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
}
