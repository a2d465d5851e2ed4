package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.backend.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

class UserCommandTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String PASSWORD = "kiwi-lantern-49";

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path password;

  @BeforeEach
  void listen() throws IOException {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    password = Files.writeString(elsewhere.resolve("password"), PASSWORD + "\n");
  }

  @AfterEach
  void giveBack() {
    System.setOut(out);
    System.setErr(err);
  }

  private String run(int code, String... arguments) {
    said.reset();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(folder.toString());
    assertEquals(
        code,
        Commands.run(CLOCK, all.toArray(String[]::new)),
        said.toString(StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  private String addAda() {
    return run(
        0,
        "user",
        "add",
        "ada",
        "--name",
        "Dana Voss",
        "--role",
        "administrator",
        "--password-file",
        password.toString(),
        "--why",
        "first of all");
  }

  @Test
  void accountsAreMadeAndChangedWhileNothingRuns() {
    assertTrue(run(0, "user", "list").contains("There are no accounts"));
    assertTrue(addAda().contains("administrator"));
    assertTrue(
        run(0, "user", "role", "ada", "administrator,operator@north").contains("operator@north"));
    assertTrue(run(2, "user", "disable", "ada").contains("Dana Voss is the last"));
    assertTrue(run(2, "user", "unlock", "eve").contains("Nobody has the sign-in name 'eve'"));
    String audit = run(0, "audit", "--what", "people");
    assertTrue(audit.startsWith("at,who,userId,what,deviceId,subject,"), audit);
    assertTrue(audit.contains("people.add"), audit);
    assertTrue(audit.contains("first of all"), audit);
    assertTrue(audit.contains("owner:"), audit);
    assertFalse(audit.contains(PASSWORD), audit);
  }

  @Test
  void accountsAreMadeWhileABackendRunsAndHoldAtOnce() {
    try (Monitoring monitoring =
        new Wiring(CLOCK).start(folder, HostPort.ANY, HostPort.ANY, "Ben")) {
      addAda();
      assertEquals(
          "Dana Voss",
          monitoring.signIn(new SignIn.Password("ada", PASSWORD.toCharArray())).userName());
      String machine = run(0, "user", "add-machine", "erp", "--name", "ERP", "--role", "watcher");
      assertTrue(machine.contains("client secret"), machine);
      assertTrue(run(0, "user", "list").contains("erp"));
    }
  }

  @Test
  void aPasswordThatIsTooEasyIsRefusedWithASentence() throws IOException {
    Files.writeString(password, "password1234\n");
    String refused =
        run(
            2,
            "user",
            "add",
            "ada",
            "--name",
            "Dana",
            "--role",
            "administrator",
            "--password-file",
            password.toString());
    assertTrue(refused.contains("first that others would try"), refused);
  }

  @Test
  void withoutATerminalThePasswordMustComeFromSomewhere() {
    String refused = run(1, "user", "add", "ada", "--name", "Dana", "--role", "administrator");
    assertTrue(refused.contains("--password-stdin"), refused);
  }
}
