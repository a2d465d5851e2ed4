package ai.cryox.backend.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ControlAccess;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

  @TempDir Path folder;

  private LocalBackend backend;
  private ApiServer server;
  private ControlFile file;

  @BeforeEach
  void start() {
    backend = new LocalBackend(BackendSettings.at(folder), NOON);
    String token = ControlFile.freshToken();
    server =
        new ApiServer(
            new ApiSettings("127.0.0.1", 0),
            backend.signIn(new SignIn.Desk("Ada")),
            message -> "{}",
            NOON,
            new ControlAccess(backend.identities().control("Ada"), token));
    backend.start();
    server.start();
    file = new ControlFile(URI.create("http://127.0.0.1:" + server.port()), token);
  }

  @AfterEach
  void stop() {
    server.close();
    backend.close();
  }

  private static final Map<String, String> DEVICE =
      Map.of("deviceId", "temp_001", "facilityId", "north", "method", "keys");

  @Test
  void whoReadsTheFileReachesTheBackend() {
    file.write(folder);
    @Nullable ControlFile read = ControlFile.read(folder);
    assertNotNull(read);
    try (ControlClient client = new ControlClient(read)) {
      Map<String, String> added = client.call("device/add", DEVICE).getFirst();
      assertEquals(44, added.getOrDefault("primaryKey", "").length());
      List<Map<String, String>> listed = client.call("device/list", Map.of());
      assertEquals(DEVICE.get("facilityId"), listed.getFirst().get("facilityId"));
    }
  }

  @Test
  void everyTextComesThroughAsItWas() {
    Map<String, String> texts = Map.of("name", "K\u00fchlraum \"1\"\n\u0000", "empty", "");
    assertEquals(texts, ControlJson.read(ControlJson.write(texts)));
    List<Map<String, String>> rows = List.of(texts, Map.of());
    assertEquals(rows, ControlJson.readRows(ControlJson.writeRows(rows)));
  }

  @Test
  void whatMakesNoSenseComesBackAsTheSameSentence() {
    try (ControlClient client = new ControlClient(file)) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> client.call("device/disable", Map.of("deviceId", "nobody")));
      assertTrue(
          String.valueOf(refused.getMessage()).startsWith("nobody has no credentials"),
          refused::getMessage);
      assertThrows(IllegalArgumentException.class, () -> client.call("no/such", Map.of()));
    }
  }

  @Test
  void withoutTheTokenNothingIsDone() throws IOException, InterruptedException {
    for (String wrong :
        List.of("", "Bearer ", "Bearer x", "Bearer " + file.token() + "x", file.token())) {
      assertEquals(403, status("device/list", wrong, "{}"), wrong);
    }
    ControlFile forged = new ControlFile(file.api(), ControlFile.freshToken());
    try (ControlClient client = new ControlClient(forged)) {
      assertThrows(BackendException.class, () -> client.call("device/add", DEVICE));
    }
    assertEquals(200, status("device/list", "Bearer " + file.token(), ""));
    assertTrue(backend.identities().control("Ada").call("device/list", Map.of()).isEmpty());
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() throws IOException, InterruptedException {
    for (String body : List.of("[]", "{", "1", "{}{}", "{\"a\":", "null")) {
      assertEquals(400, status("device/list", "Bearer " + file.token(), body), body);
    }
    assertEquals(413, status("device/list", "Bearer " + file.token(), " ".repeat(70_000)));
  }

  private int status(String call, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(file.api().resolve("/api/v1/control/" + call))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFileIsForItsOwnerOnly() throws IOException {
    file.write(folder);
    Path path = folder.resolve("control.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertFalse(file.toString().contains(file.token()));
  }

  @Test
  void aFileThatIsDamagedOrGoneIsNone() throws IOException {
    assertNull(ControlFile.read(folder));
    for (String content :
        List.of("", "{}", "{\"api\":\"http://x\"}", "{\"api\":1,\"token\":\"t\"}")) {
      Files.writeString(folder.resolve("control.json"), content);
      assertNull(ControlFile.read(folder), content);
    }
    ControlFile.delete(folder);
    ControlFile.delete(folder);
    assertFalse(Files.exists(folder.resolve("control.json")));
  }

  @Test
  void aBackendThatIsGoneIsSaidToBeGone() {
    server.close();
    try (ControlClient client = new ControlClient(file)) {
      BackendException gone =
          assertThrows(BackendException.class, () -> client.call("device/list", Map.of()));
      assertTrue(String.valueOf(gone.getMessage()).contains("does not answer"), gone::getMessage);
    }
  }
}
