package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.Doors;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.identity.IdentityException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cryox device` as a person types it.
class DeviceCommandTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    PrintStream ears = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(ears);
    System.setErr(ears);
  }

  @AfterEach
  void stopListening() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String device(int expectedCode, String... words) {
    List<String> all = new ArrayList<>(List.of("device"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", data()));
    said.reset();
    int code = Commands.run(CLOCK, all.toArray(String[]::new));
    String text = said.toString(StandardCharsets.UTF_8);
    assertEquals(expectedCode, code, text);
    return text;
  }

  private void walk() {
    String added = device(0, "add", "temp_001", "--facility", "north");
    assertTrue(added.contains("primary key") && added.contains("SharedAccessKey="), added);
    String token = device(0, "token", "temp_001", "--hours", "2", "--host", "cold.example");
    assertTrue(token.contains("SharedAccessSignature sr=cold.example%2Fdevices%2Ftemp_001"), token);
    device(0, "add", "temp_002", "--facility", "north", "--certificate", "--gateway");
    Path out = folder.resolve("certificates");
    String made = device(0, "cert", "temp_002", "--days", "9", "--out", out.toString());
    assertTrue(made.contains("mosquitto_pub"), made);
    for (String name : List.of("temp_002.pem", "temp_002.key", "temp_002.p12", "authority.pem")) {
      assertTrue(Files.exists(out.resolve(name)), name);
    }
    String again = device(1, "cert", "temp_002", "--out", out.toString());
    assertTrue(again.contains("is there already"), again);
    assertTrue(
        device(0, "place", "temp_001", "--zone", "Dock 3", "--name", "Chest 1")
            .contains("temp_001 is in Dock 3."));
    assertTrue(device(1, "place", "nobody", "--zone", "x").contains("There is no device nobody."));
    assertTrue(device(2, "place", "temp_001").contains("Give --zone, --name, or both."));
    device(0, "disable", "temp_001");
    String list = device(0, "list");
    assertTrue(
        list.lines().anyMatch(line -> line.matches("temp_001 +north +disabled +keys *")), list);
    assertTrue(list.contains("gateway until"), list);
    device(0, "confirm", "temp_001");
    assertTrue(device(0, "rotate", "temp_001").contains("new primary key"));
    assertTrue(device(0, "rotate", "temp_002").contains("revoked"));
  }

  @Test
  void worksWhileNoBackendRuns() {
    walk();
  }

  @Test
  void worksWhileABackendRuns() {
    Doors doors = new Doors(HostPort.ANY, null, HostPort.ANY, List.of());
    try (Monitoring monitoring =
        new Wiring(CLOCK)
            .start(Path.of(data()), doors, RelaySettings.OFF, "night shift", List.of())) {
      walk();
      String token = device(0, "token", "temp_001");
      assertTrue(token.contains("-p " + monitoring.mqttsPort() + " "), token);
      assertEquals(0, monitoring.mqttPort());
    }
    assertFalse(Files.exists(Path.of(data(), "control.json")));
  }

  @Test
  void aNameThatNoCertificateHoldsIsRefusedWithASentence() {
    Doors doors = new Doors(HostPort.ANY, null, HostPort.ANY, List.of("k\u00fchl raum"));
    Wiring wiring = new Wiring(CLOCK);
    IdentityException refused =
        assertThrows(
            IdentityException.class,
            () ->
                wiring.start(Path.of(data()), doors, RelaySettings.OFF, "night shift", List.of()));
    assertTrue(String.valueOf(refused.getMessage()).contains("no host name"), refused::getMessage);
    device(0, "list");
  }

  @Test
  void nonsenseGetsASentenceAndNoStackTrace() {
    String unknown = device(1, "token", "nobody");
    assertEquals(
        "cryox: nobody has no credentials; `cryox device add` gives it some.", unknown.strip());
    assertTrue(device(1, "add", "a/b", "--facility", "north").contains("cannot be a device id"));
    assertTrue(device(2, "add", "temp_001").contains("--facility"));
    assertTrue(
        device(2, "add", "t", "--facility", "n", "--certificate", "--thumbprint", "00")
            .contains("mutually exclusive"));
  }
}
