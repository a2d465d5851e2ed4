package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

  @TempDir Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private String cryox(int expectedCode, String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code;
    try {
      System.setOut(both);
      System.setErr(both);
      code = Commands.run(CLOCK, words);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    String text = said.toString(StandardCharsets.UTF_8);
    assertEquals(expectedCode, code, text);
    return text;
  }

  private String verify(int expectedCode, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(
        new String[] {
          "verify", "--data", data().toString(), "--ledger-head", folder.resolve("heads").toString()
        },
        0,
        words,
        0,
        5);
    System.arraycopy(more, 0, words, 5, more.length);
    return cryox(expectedCode, words);
  }

  private void addDevice(String id) {
    cryox(0, "device", "add", id, "--facility", "north", "--data", data().toString());
  }

  private void monitor() {
    try (Monitoring monitoring =
        new Wiring(CLOCK, folder.resolve("heads"))
            .start(data(), HostPort.ANY, HostPort.ANY, "operator")) {
      monitoring.session().keepFor("north", 400);
    }
  }

  @Test
  void whatIsUntouchedIsVerifiedAndProvenByAFileAlone() throws IOException {
    addDevice("temp_001");
    monitor();
    String report = verify(0);
    assertTrue(report.contains("Nothing was changed."), report);
    assertTrue(verify(0, "--json").contains("\"sound\":true"));
    String head = cryox(0, "ledger", "head", "--data", data().toString());
    String key = head.lines().filter(line -> line.startsWith("key ")).findFirst().orElseThrow();
    Path proof = folder.resolve("proof.txt");
    cryox(
        0,
        "ledger",
        "proof",
        "--audit",
        "1",
        "--data",
        data().toString(),
        "--out",
        proof.toString());
    String proven = cryox(0, "ledger", "check-proof", proof.toString(), "--key", key.substring(4));
    assertTrue(proven.contains("what = device.add"), proven);
    Files.writeString(proof, Files.readString(proof).replaceFirst("leaf \\d+", "leaf 0"));
    assertTrue(cryox(1, "ledger", "check-proof", proof.toString()).contains("Not proven"));
    assertTrue(verify(0, "--key", key.substring(4)).contains("Nothing was changed."));
  }

  @Test
  void dataFromBeforeAreRefusedByTheHeadThatIsKeptApart() throws IOException {
    addDevice("temp_001");
    monitor();
    Path old = folder.resolve("old.db");
    Files.copy(data().resolve("cryox.db"), old);
    addDevice("temp_002");
    addDevice("temp_003");
    monitor();
    for (String rest : new String[] {"cryox.db", "cryox.db-wal", "cryox.db-shm"}) {
      Files.deleteIfExists(data().resolve(rest));
    }
    Files.copy(old, data().resolve("cryox.db"));
    String report = verify(1);
    assertTrue(report.contains("the end is cut off, or the data are from before"), report);
  }

  @Test
  void nonsenseGetsASentence() {
    assertTrue(verify(1).contains("There is no data file"));
    assertTrue(cryox(2, "verify").contains("--data"));
    addDevice("temp_001");
    assertTrue(
        cryox(1, "ledger", "proof", "--audit", "9", "--data", data().toString())
            .contains("There is no audit 9."));
    assertTrue(
        cryox(
                1,
                "ledger",
                "proof",
                "--device",
                "temp_001",
                "--time",
                "2026-03-01",
                "--data",
                data().toString())
            .contains("No sealed reading"));
  }

  @Test
  void theHeadLiesWhereEachSystemWantsWhatAProgramRemembers() {
    Path home = Path.of("home");
    assertEquals(
        Path.of("home", ".local", "state", "cryox", "ledger"),
        LedgerHeadOption.usual("Linux", Map.of(), home));
    assertEquals(
        Path.of("state", "cryox", "ledger"),
        LedgerHeadOption.usual("Linux", Map.of("XDG_STATE_HOME", "state"), home));
    assertEquals(
        Path.of("roaming", "Cryox", "ledger"),
        LedgerHeadOption.usual("Windows 11", Map.of("APPDATA", "roaming"), home));
  }
}
