package ai.cryox.backend;

import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// From an alarm to the messages that go out, over a real file and on a moved clock.
abstract class WithCallouts {
  @TempDir Path folder;
  CalloutFixture site;

  @BeforeEach
  final void open() {
    site = new CalloutFixture(folder, Instant.parse("2026-03-01T03:00:00Z"));
    site.setUp(CalloutFixture.plan());
  }

  @AfterEach
  final void close() {
    site.close();
  }

  /// What goes out because of the one alarm.
  final List<Notification> notifications() {
    return site.callouts().notifications(site.alarm().alarmId());
  }

  /// One call and no repetition.
  final void asOneStep() {
    CalloutPlan plan = CalloutFixture.plan();
    var once =
        plan.policies().stream()
            .map(policy ->
                new EscalationPolicy(
                    policy.policyId(),
                    policy.name(),
                    policy.match(),
                    List.of(
                        EscalationStep.once(
                            Duration.ZERO,
                            policy.steps().getFirst().whom().getFirst(),
                            ChannelKind.EMAIL)),
                    false))
            .toList();
    site.setUp(
        new CalloutPlan(plan.persons(), plan.rosters(), once, List.of(), null, plan.daily()));
  }
}
