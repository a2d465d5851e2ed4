package ai.cryox.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.HostPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  private SettingsFile read(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve(SettingsFile.NAME), text));
  }

  /// The lines below the first, which names the file.
  private List<String> refusal(String text) {
    String message =
        String.valueOf(assertThrows(SettingsException.class, () -> read(text)).getMessage());
    assertTrue(message.contains(folder.resolve(SettingsFile.NAME).toString()));
    return message.lines().skip(1).map(String::strip).toList();
  }

  private static Map<String, Object> byName(Map<Setting, SettingsFile.Value> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().name(), e -> e.getValue().value()));
  }

  @Test
  void everyKindOfValueIsReadAsItsOptionHasIt() throws IOException {
    SettingsFile settings =
        read(
            """
            data = "elsewhere"
            [api]
            http = "[::1]:9000"
            [devices]
            relay = true
            relay-deny = ["a/#", "b"]
            [console]
            theme = "Dark"
            """);
    assertEquals(
        Map.of(
            "data",
            folder.toAbsolutePath().resolve("elsewhere"),
            "api.http",
            new HostPort("::1", 9000),
            "devices.relay",
            true,
            "devices.relay-deny",
            List.of("a/#", "b"),
            "console.theme",
            ThemePreference.DARK),
        byName(settings.values()));
  }

  @Test
  void eachBrokerHasItsOwnTable() throws IOException {
    SettingsFile settings =
        read(
            """
            [[broker]]
            uri = "tcp://one:1883"
            version = 3
            [[broker]]
            uri = "ssl://two"
            connections = 4
            """);
    assertEquals(2, settings.brokers().size());
    assertEquals(4, byName(settings.brokers().get(1)).get("broker.connections"));
  }

  @Test
  void everythingThatIsWrongIsSaidWithItsLineAndWhatIsNearest() {
    assertEquals(
        List.of(
            "line 2: There is no setting 'api.htpp'. Did you mean 'api.http'?",
            "line 4: devices.relay must be true or false.",
            "line 5: devices.mqtt must be HOST:PORT in quotes, like \"127.0.0.1:8080\".",
            "line 6: There is no setting 'devices.theme'. Did you mean 'console.theme'?",
            "line 7: There is no section [tsl]. Did you mean [tls]?",
            "line 9: A [[broker]] needs its uri, like uri = \"ssl://broker.example:8883\".",
            "line 10: broker.connections must be a whole number from 1 to 8.",
            "line 12: broker.version must be 3 or 5."),
        refusal(
            """
            [api]
            htpp = "127.0.0.1:8080"
            [devices]
            relay = "yes"
            mqtt = "127.0.0.1:65536"
            theme = "dark"
            [tsl]
            names = []
            [[broker]]
            connections = 9
            uri = "tcp://one"
            version = 4
            """
                .replace("uri = \"tcp://one\"\n", "client-id = \"x\"\n")));
  }

  @Test
  void aSecretIsRefusedWithoutBeingRepeated() {
    for (String text :
        List.of(
            "[api]\npassword = \"geheim\"",
            "[[broker]]\nuri = \"tcp://x\"\npassword = \"geheim\"",
            "[devices]\napi_key = \"geheim\"",
            "auth-token = \"geheim\"")) {
      String line = refusal(text).getFirst();
      assertTrue(line.contains("looks like a secret"), line);
      assertFalse(line.contains("geheim"), line);
    }
    assertFalse(refusal("[api]\npassword = geheim").getFirst().contains("geheim"));
    assertFalse(refusal("[[broker]]\nuri = \"tcp://user:geheim@x\"").getFirst().contains("geheim"));
  }

  @Test
  void whatIsNoTomlIsSaidWithLineAndColumn() {
    String line = refusal("[api]\nhttp = 127.0.0.1:8080\n").getFirst();
    assertTrue(line.startsWith("line 2: This is not TOML. Unexpected text"), line);
  }

  @Test
  void aFileInTheDataFolderCannotSayWhereTheDataFolderIs() throws IOException {
    Files.writeString(folder.resolve(SettingsFile.NAME), "\ndata = \"x\"\n");
    String message =
        String.valueOf(
            assertThrows(SettingsException.class, () -> SettingsFile.of(null, folder))
                .getMessage());
    assertTrue(message.contains("line 2: data says where the data folder is"), message);
    assertEquals(1, SettingsFile.of(folder.resolve(SettingsFile.NAME), folder).values().size());
  }

  @Test
  void aNamedFileThatIsNotThereIsInTheWay() {
    assertThrows(
        SettingsException.class, () -> SettingsFile.of(folder.resolve("none.toml"), folder));
    assertTrue(SettingsFile.of(null, folder).values().isEmpty());
  }
}
