package ai.cryox.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.app.servers.Server;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownServersTest {
  private static final URI ADDRESS = URI.create("https://server.example:8443");

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));

  private KnownServers servers() {
    return new KnownServers(folder.resolve("servers"), now::get);
  }

  private static Server server(String id, @Nullable String pin) {
    return new Server(
        id, "Halle Süd " + id, ADDRESS, Place.CLOUD, List.of("f1", "f2"), pin, "anna@b.example");
  }

  @Test
  void whatWasAddedIsThereAfterARestartInTheOrderItCame() {
    List<Server> added =
        List.of(server("z", "ab".repeat(32)), server("a", null), server("m", null));
    for (Server one : added) {
      servers().save(one);
      now.updateAndGet(moment -> moment.plus(Duration.ofSeconds(1)));
    }
    assertEquals(added, servers().all());
    servers().save(added.getFirst().withSignInName("bea"));
    assertEquals("bea", servers().all().getFirst().signInName(), "and stays where it was");
    servers().remove(added.get(1));
    servers().remove(added.get(1));
    assertEquals(2, servers().all().size());
  }

  @Test
  void whatWasKeptOfAServerGoesWithIt() throws IOException {
    servers().save(server("z", null));
    Path kept = Files.createDirectories(folder.resolve("servers/z/past/someone"));
    Files.writeString(kept.resolve("answer"), "what somebody read");
    servers().remove(server("z", null));
    assertFalse(Files.exists(folder.resolve("servers/z")));
  }

  @Test
  void aDamagedFileIsLeftOutAndTheOthersAreShown() throws IOException {
    servers().save(server("good", null));
    for (String damage :
        List.of("", "address=%", "address=https\\://x\nplace=moon", "\\u00zz", "name=only")) {
      Path bad = Files.createDirectories(folder.resolve("servers/bad" + damage.hashCode()));
      Files.writeString(bad.resolve("address.properties"), damage);
    }
    Files.createDirectories(folder.resolve("servers/empty"));
    Files.writeString(folder.resolve("servers/file"), "no folder");
    assertEquals(List.of(server("good", null)), servers().all());
  }

  @Test
  void noFolderIsNoServersAndOneThatCannotBeMadeIsSaid() throws IOException {
    assertEquals(List.of(), servers().all());
    Files.writeString(folder.resolve("servers"), "a file is in the way");
    BackendException said =
        assertThrows(BackendException.class, () -> servers().save(server("z", null)));
    assertFalse(String.valueOf(said.getMessage()).contains("null"), said::toString);
    assertEquals(List.of(), servers().all());
  }

  @Test
  void nothingHalfWrittenIsLeft() throws IOException {
    servers().save(server("z", null));
    servers().save(server("z", "cd".repeat(32)));
    try (Stream<Path> files = Files.list(folder.resolve("servers/z"))) {
      assertEquals(
          List.of("address.properties"), files.map(f -> f.getFileName().toString()).toList());
    }
  }
}
