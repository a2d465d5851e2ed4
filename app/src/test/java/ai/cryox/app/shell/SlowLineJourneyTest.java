package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that come late never take away what somebody sees or typed.
final class SlowLineJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private static Person person(String id) {
    return new Person(id, id, "", "en", Map.of());
  }

  private void called(Person... persons) {
    var plan = console.session().callouts().plan();
    console
        .session()
        .callouts()
        .savePlan(
            new CalloutPlan(
                List.of(persons),
                plan.rosters(),
                plan.policies(),
                plan.mutes(),
                plan.fallback(),
                plan.daily()));
  }

  private List<String> people() {
    return console.session().callouts().plan().persons().stream().map(Person::name).toList();
  }

  @Test
  void iAmAskedToWaitForThePlanInsteadOfLosingWhatITypedToIt() throws Exception {
    called(person("Ada"));
    Runnable arrives = console.line().hold("plan");
    console.press(KeyCode.F9);
    console.await("it is being read", () -> console.isThere("#callouts-reading"));
    assertFalse(
        ConsoleFixture.onFx(() -> console.isThere("#people-add")), "nothing can be added yet");
    arrives.run();
    console.await("the plan", () -> console.isThere("#people-add"));
    assertEquals(1, ConsoleFixture.onFx(() -> list("#people").getItems().size()));
    assertFalse(ConsoleFixture.onFx(() -> console.isThere("#callouts-reading")));
  }

  @Test
  void whatITypeWhileThePlanIsReadAgainStaysAndIsSaved() throws Exception {
    called(person("Ada"));
    console.press(KeyCode.F9);
    console.await("the plan", () -> console.isThere("#person-name"));
    Runnable arrives = console.line().hold("plan");
    console.press(KeyCode.F2);
    console.press(KeyCode.F9);
    console.await("the form", () -> console.isThere("#person-name"));
    console.type("#person-name", "Ada Lovelace");
    arrives.run();
    console.await("the answer", () -> !console.window().isBusy());
    assertEquals("Ada Lovelace", ConsoleFixture.onFx(() -> console.text("#person-name")));
    console.click("#callouts-save");
    console.await("it is stored", () -> people().equals(List.of("Ada Lovelace")));
  }

  @Test
  void whatITypeWhileThePlanIsBeingSavedIsStillToBeSaved() throws Exception {
    called(person("Ada"));
    console.press(KeyCode.F9);
    console.await("the plan", () -> console.isThere("#person-name"));
    console.type("#person-name", "Ada Lovelace");
    Runnable arrives = console.line().hold("savePlan");
    console.click("#callouts-save");
    console.type("#person-name", "Ada King");
    assertTrue(ConsoleFixture.onFx(() -> console.find("#callouts-save").isDisabled()));
    arrives.run();
    console.await("it can be saved", () -> !console.find("#callouts-save").isDisabled());
    assertEquals("Ada King", ConsoleFixture.onFx(() -> console.text("#person-name")));
    console.click("#callouts-save");
    console.await("it is stored", () -> people().equals(List.of("Ada King")));
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) console.find(selector);
  }
}
