package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Profiles that people make and change, and what holds then.
class EditedProfileTest extends WithExcursions {
  @Test
  void aProfileEditedWhileItsAlarmIsActiveHoldsAtOnce() {
    line.asking(() -> line.session().saveProfile(profile("mine", 5)));
    live(2);
    line.asking(() -> line.session().assignProfile(FRIDGE, "mine"));
    live(7, 7);
    assertEquals(1, alarms().size());
    assertTrue(alarms().getFirst().isConditionPresent());
    line.asking(() -> line.session().saveProfile(profile("mine", 10)));
    live(7);
    assertFalse(alarms().getFirst().isConditionPresent(), "7 °C is allowed now");
    assertFalse(only().isOpen());
    StorageProfile none =
        new StorageProfile("mine", "Mine", Map.of(Level.LOW, Limit.at(0)), List.of());
    live(11);
    assertEquals(2, line.excursions(FRIDGE).size());
    line.asking(() -> line.session().saveProfile(none));
    assertFalse(alarms().getFirst().isConditionPresent(), "there is no such limit any more");
    assertFalse(line.excursions(FRIDGE).getFirst().isOpen());
    assertEquals(
        none, line.session().live().latest().devices().getFirst().limits(), "seen at once");
  }

  @Test
  void profilesThatPeopleMadeSurviveAStartAndOnesInUseCannotBeRemoved() {
    live(2);
    line.asking(() -> line.session().saveProfile(profile("mine", 5)));
    line.asking(() -> line.session().assignProfile(FRIDGE, "mine"));
    line.restart();
    assertEquals(profile("mine", 5), line.session().profiles().getLast());
    assertEquals(profile("mine", 5), line.session().live().latest().devices().getFirst().limits());
    assertRefused(
        "'Mine' is the profile of temp_001. Give it another one first.",
        () -> line.session().removeProfile("mine"));
    line.asking(() -> line.session().assignProfile(FRIDGE, null));
    line.asking(() -> {
      line.session().removeProfile("mine");
      return true;
    });
    assertEquals(StorageProfiles.all(), line.session().profiles());
    line.restart();
    assertEquals(StorageProfiles.all(), line.session().profiles());
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    live(2);
    Device lost =
        Device.unconfirmed(FRIDGE, SteppedBackend.FACILITY, line.now).withProfile("nothing");
    assertRefused("There is no storage profile 'nothing'.", () -> line.session().register(lost));
    assertRefused(
        "'Seed default' comes with the program and cannot be changed. Copy it under another name.",
        () -> line.session().saveProfile(StorageProfiles.SEED_DEFAULT));
    assertRefused(
        "The low limit (9.0 °C) must be below the high limit (5.0 °C).",
        () ->
            line.session()
                .saveProfile(
                    new StorageProfile(
                        "x",
                        "X",
                        Map.of(Level.LOW, Limit.at(9), Level.HIGH, Limit.at(5)),
                        List.of())));
    assertRefused(
        "There is no storage profile 'nothing'.",
        () -> line.session().assignProfile(FRIDGE, "nothing"));
    assertRefused("There is no device 'ghost'.", () -> line.session().assignProfile("ghost", null));
    assertRefused(
        "There is no storage profile 'nothing'.", () -> line.session().removeProfile("nothing"));
  }

  private void assertRefused(String sentence, Runnable change) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                line.asking(() -> {
                  change.run();
                  return true;
                }));
    assertEquals(sentence, refused.getMessage());
  }
}
