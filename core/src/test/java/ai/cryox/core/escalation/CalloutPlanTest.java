package ai.cryox.core.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalloutPlanTest {
  private static CalloutPlan with(List<Person> persons, List<EscalationPolicy> policies) {
    CalloutPlan usual = CalloutPlan.usual(ZoneOffset.UTC);
    return new CalloutPlan(persons, usual.rosters(), policies, List.of(), null, usual.daily());
  }

  private static Person person(String email, String phone) {
    return new Person("p", "P", "", "en", Map.of(ChannelKind.EMAIL, email, ChannelKind.SMS, phone));
  }

  private static void refused(String word, CalloutPlan plan) {
    assertTrue(
        plan.problems().stream().anyMatch(sentence -> sentence.contains(word)),
        plan.problems().toString());
  }

  private static EscalationPolicy policy(EscalationStep... steps) {
    return new EscalationPolicy("p", "P", AlarmMatch.of(Severity.CRITICAL), List.of(steps), false);
  }

  @Test
  void theShippedPlanMakesSense() {
    assertEquals(List.of(), CalloutPlan.DEFAULT.problems());
    assertEquals(List.of(), CalloutPlan.DEFAULT.gaps());
  }

  @Test
  void addressesThatCannotBeAreRefused() {
    refused("e-mail", with(List.of(person("nobody", "+4930123456")), List.of()));
    refused("e-mail", with(List.of(person("a@b, c@d", "+4930123456")), List.of()));
    refused("phone", with(List.of(person("a@b", "030 123456")), List.of()));
  }

  @Test
  void policiesWithoutStepsWithoutPeopleAndOutOfOrderAreRefused() {
    Target one = new Target.One("p");
    EscalationStep early = EscalationStep.once(Duration.ZERO, one, ChannelKind.EMAIL);
    EscalationStep late = EscalationStep.once(Duration.ofMinutes(5), one, ChannelKind.EMAIL);
    refused("no step", with(List.of(), List.of(policy())));
    refused("before", with(List.of(), List.of(policy(late, early))));
    refused("no such person", with(List.of(), List.of(policy(early))));
    refused("channel", with(List.of(), List.of(policy(EscalationStep.once(Duration.ZERO, one)))));
    refused(
        "0 to 100", with(List.of(), List.of(policy(early.repeated(Duration.ofMinutes(5), 101)))));
    refused("minute", with(List.of(), List.of(policy(early.repeated(Duration.ofSeconds(1), 3)))));
    refused("no policy", with(List.of(), List.of()));
  }

  @Test
  void twoOfOneIdAreRefused() {
    Person person = person("a@b", "+4930123456");
    List<Person> twice = new ArrayList<>(List.of(person, person));
    refused("id 'p'", with(twice, CalloutPlan.DEFAULT.policies()));
  }

  @Test
  void gapsAreSaidButNotRefused() {
    CalloutPlan plan = with(List.of(person("a@b", "+4930123456")), CalloutPlan.DEFAULT.policies());
    assertEquals(List.of(), plan.problems());
    String gaps = String.join("\n", plan.gaps());
    assertTrue(gaps.contains("Monday 00:00 to Monday 00:00"), gaps);
    assertTrue(gaps.contains("supervisor"), gaps);
    assertTrue(gaps.contains("fallback"), gaps);
  }
}
