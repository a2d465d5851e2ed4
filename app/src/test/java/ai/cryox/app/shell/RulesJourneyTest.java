package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for all facilities: alarms that must be reset, how long data are kept, the routes.
final class RulesJourneyTest {
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

  private List<AuditEntry> done(String what) {
    var all = new AuditQuery(Instant.EPOCH, console.instant().plusSeconds(1), null, what, null);
    return console.session().audit(all, new PageRequest(10, null)).items();
  }

  private void awaitClosed(String save) {
    console.await("the card is gone", () -> !console.isThere(save));
  }

  @Test
  void iHaveHighAlarmsStayUntilSomebodyResetsThem() throws Exception {
    console.go(new Destination.Settings());
    console.click("#setting-rules-design");
    console.await("the card", () -> console.isThere("#latch-high"));
    console.click("#latch-high");
    console.type("#design-shelf", "9 d");
    console.click("#design-save");
    console.await("too long", () -> console.text("#design-trouble").contains("at most 7 d"));
    console.type("#design-shelf", "soon");
    console.click("#design-save");
    console.await("no time", () -> console.text("#design-trouble").contains("this is no time"));
    console.type("#design-shelf", "4 h");
    console.type("#design-stuck", "5 min");
    console.click("#design-save");
    console.await("too early", () -> console.text("#design-trouble").contains("10 min"));
    assertEquals(AlarmDesign.DEFAULT, console.session().alarmDesign());
    console.type("#design-stuck", "0");
    console.click("#design-save");
    awaitClosed("#design-save");
    AlarmDesign design = console.session().alarmDesign();
    assertEquals(Set.of(Condition.HIGH), design.latching());
    assertEquals(Duration.ofHours(4), design.longestShelf());
    assertEquals(Duration.ZERO, design.stuckAfter());
    assertEquals(AlarmDesign.DEFAULT.limits(), design.limits());
    assertEquals(1, done("alarm.design").size());

    console.raiseAlarms();
    console.await("it is raised", () -> console.state("d07") == AlarmState.UNACKNOWLEDGED);
    console.hand("d07", 1);
    console.await("it stays", () -> console.state("d07") == AlarmState.LATCHED_UNACKNOWLEDGED);
  }

  @Test
  void iSayHowLongDataAreKeptAndOnceMoreWhereThatDeletesSome() throws Exception {
    String facility =
        console.session().live().latest().device("d07").orElseThrow().device().facilityId();
    console.shortcut(KeyCode.DIGIT2);
    console.await("the card", () -> console.isThere("#keep-others"));
    console.await("five years", () -> console.text("#keep-others").equals("1826"));
    console.type("#keep-" + facility, "ever");
    console.click("#keeping-save");
    console.await("no number", () -> console.text("#keeping-trouble").contains("whole number"));
    console.type("#keep-" + facility, "3652");
    console.await("more deletes nothing", () -> !console.find("#keeping-less").isVisible());
    console.click("#keeping-save");
    awaitClosed("#keeping-save");
    assertEquals(Map.of(facility, 3652), console.session().retention());

    console.shortcut(KeyCode.DIGIT2);
    console.await("as it was said", () -> console.text("#keep-" + facility).equals("3652"));
    console.type("#keep-" + facility, "400");
    console.click("#keeping-save");
    console.await("not by accident", () -> console.text("#keeping-trouble").contains("deleted"));
    assertEquals(Map.of(facility, 3652), console.session().retention());
    console.click("#keeping-less");
    console.click("#keeping-save");
    awaitClosed("#keeping-save");
    assertEquals(Map.of(facility, 400), console.session().retention());
    assertEquals(2, done("retention.set").size());
  }

  @Test
  void iAddARouteWhenItTakesTheMessagesThatItShall() throws Exception {
    console.shortcut(KeyCode.DIGIT3);
    console.await("the routes", () -> console.isThere("#routes-list"));
    console.press(KeyCode.N);
    console.await("one more", () -> console.text("#route-name").equals("route-1"));
    console.type("#route-name", "alert-data");
    console.await("taken", () -> console.text("#route-trouble").contains("two routes"));
    console.type("#route-name", "freezers");
    console.type("#route-condition", "deviceId LIKES 'frz_%'");
    console.await("nonsense", () -> console.text("#route-trouble").contains("character 10"));
    console.click("#routes-save");
    console.await("refused", () -> console.text("#routes-trouble").contains("freezers"));
    console.type("#route-condition", "deviceId LIKE 'frz_%'");
    console.type("#route-try-device", "frz_7");
    console.await("not in use yet", () -> console.text("#route-try-answer").contains("$fallback"));
    console.click("#route-on");
    console.await("now it is", () -> console.text("#route-try-answer").contains("freezers"));
    console.type("#route-try-properties", "alert");
    console.await("how to", () -> console.text("#route-try-answer").contains("Write properties"));
    console.type("#route-try-properties", "alert=true");
    console.await("both", () -> console.text("#route-try-answer").contains("alert-data"));
    assertEquals(RouteTable.DEFAULT.routes(), console.session().routes());
    console.click("#routes-save");
    awaitClosed("#routes-save");
    Route made = new Route("freezers", Endpoint.TEMPERATURE, "deviceId LIKE 'frz_%'", true);
    assertTrue(console.session().routes().contains(made));
    assertEquals(Route.FALLBACK_NAME, console.session().routes().getLast().name());
    assertEquals(1, done("routes.save").size());
  }

  @Test
  void iDoNotOverwriteWhatSomebodyElseChangedMeanwhile() throws Exception {
    console.shortcut(KeyCode.DIGIT3);
    console.await("the routes", () -> console.isThere("#routes-list"));
    List<Route> others = new ArrayList<>(RouteTable.DEFAULT.routes());
    others.removeFirst();
    console.session().saveRoutes(others);
    console.select("#routes-list", 1);
    console.click("#route-remove");
    console.click("#routes-save");
    console.await("refused", () -> console.text("#routes-trouble").contains("meanwhile"));
    assertEquals(others, console.session().routes());
    console.press(KeyCode.ESCAPE);
    awaitClosed("#routes-save");
  }

  @Test
  void theFallbackCanOnlyBeSwitchedOff() throws Exception {
    console.shortcut(KeyCode.DIGIT3);
    console.await("the routes", () -> console.isThere("#routes-list"));
    console.select("#routes-list", RouteTable.DEFAULT.routes().size() - 1);
    console.await("it is shown", () -> console.text("#route-name").equals("$fallback"));
    assertTrue(console.find("#route-name").isDisabled());
    assertTrue(console.find("#route-remove").isDisabled());
    console.click("#route-on");
    console.type("#route-try-device", "stranger");
    console.await("lost", () -> console.text("#route-try-answer").contains("rejected"));
    console.click("#routes-save");
    awaitClosed("#routes-save");
    assertFalse(console.session().routes().getLast().enabled());
  }
}
