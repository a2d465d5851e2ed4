package ai.cryox.app.callouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanDraftTest {
  private static final Person ANNA =
      new Person("anna", "Anna", "", "en", Map.of(ChannelKind.EMAIL, "anna@example.org"));

  private int changes;
  private final PlanDraft draft = new PlanDraft(CalloutPlan.DEFAULT, () -> changes++);

  @Test
  void eachPartIsReplacedAndTheOthersStay() {
    draft.persons(List.of(ANNA));
    draft.fallback("anna");
    draft.mutes(List.of());
    assertEquals(List.of(ANNA), draft.plan().persons());
    assertEquals("anna", draft.plan().fallback());
    assertEquals(CalloutPlan.DEFAULT.policies(), draft.plan().policies());
    assertEquals(3, changes);
    assertTrue(draft.isChanged());
    assertEquals(List.of(), draft.problems());
  }

  @Test
  void whatMakesNoSenseInAFieldKeepsThePlanFromBeingSaved() {
    Object field = new Object();
    draft.nonsense(field, "This is no time of day.");
    assertEquals(List.of("This is no time of day."), draft.problems());
    draft.nonsense(field, null);
    assertFalse(draft.isChanged());
  }

  @Test
  void aPersonWithoutAnAddressThatCouldBeOneIsRefusedInThePortsOwnWords() {
    Person odd = new Person("b", "Ben", "", "en", Map.of(ChannelKind.SMS, "12"));
    draft.persons(List.of(odd));
    assertEquals(1, draft.problems().size());
    assertTrue(draft.problems().getFirst().contains("no phone number"));
    draft.begin(CalloutPlan.DEFAULT);
    assertEquals(List.of(), draft.problems());
  }
}
