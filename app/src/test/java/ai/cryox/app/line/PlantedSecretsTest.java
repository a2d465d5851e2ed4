package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.secret.KeyStoreSecrets;
import ai.cryox.backend.secret.Passphrase;
import ai.cryox.core.escalation.SecretName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Secrets that were planted everywhere they may lie are found nowhere else after a whole run.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot ask a process to end there")
class PlantedSecretsTest {
  private static final String MARK = "planted";
  private static final String BROKER_PASSWORD = MARK + "-broker-4711";
  private static final String BEARER = MARK + "-bearer-0815-abcdef";

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  private String ask(ServerProcess server, String path, String... headers) throws Exception {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(server.httpPort(), path));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      said.add(body);
      return body;
    }
  }

  private Map<Path, String> everything(Path data) throws IOException {
    Map<Path, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  @Test
  void plantedSecretsAreInNoSettingLogDatabaseAnswerOrPrint() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path passwordFile = folder.resolve("broker-password");
    Files.writeString(passwordFile, BROKER_PASSWORD);
    Files.writeString(
        data.resolve("cryox.toml"),
        """
        [[broker]]
        uri = "tcp://127.0.0.1:9"
        user = "cryox"
        password-file = "../broker-password"
        [log]
        level = "debug"
        """);
    KeyStoreSecrets secrets = new KeyStoreSecrets(data, new Passphrase(data, Map.of()));
    for (SecretName name : SecretName.values()) {
      secrets.write(name, (MARK + "-" + name.wireName()).toCharArray());
    }
    String token;
    try (ServerProcess server = ServerProcess.start(data)) {
      token = Files.readString(data.resolve("control.json")).replaceAll(".*\"token\":\"|\".*", "");
      ask(server, "/api/v1/links");
      ask(server, "/api/v1/audit", "Authorization", "Bearer " + BEARER);
      ask(server, "/api/v1/no-such-thing?password=" + MARK, "Authorization", "Bearer " + BEARER);
      ask(server, "/api/v1/control/device/list", "Authorization", "Bearer " + BEARER);
      server.process().toHandle().destroy();
      server.process().inputReader().lines().forEach(said::add);
      assertTrue(server.process().waitFor(60, TimeUnit.SECONDS), "it ends");
      assertEquals(0, server.process().exitValue());
    }
    Map<Path, String> texts = everything(data);
    assertTrue(texts.keySet().stream().anyMatch(file -> file.endsWith("logs/cryox.log")));
    texts.forEach((file, text) -> {
      assertFalse(text.contains(MARK), file::toString);
      assertFalse(text.contains(token), file::toString);
    });
    String printed = String.join("\n", said).replace("no-such-thing?password=" + MARK, "");
    assertTrue(printed.contains("Cryox") || printed.contains("Stopping"), printed);
    assertFalse(printed.contains(MARK), printed);
    assertFalse(printed.contains(token), printed);
  }
}
