package ai.cryox.app.callouts;

import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/// One policy: which alarms, and who is called when. FX thread only.
final class PolicyForm {
  private final ScreenContext context;
  private final Messages messages;
  private final PlanDraft draft;
  private final Consumer<EscalationPolicy> onChange;
  private final Form form = new Form();
  private EscalationPolicy policy;

  PolicyForm(
      ScreenContext context,
      PlanDraft draft,
      EscalationPolicy policy,
      Consumer<EscalationPolicy> onChange) {
    this.context = context;
    this.messages = context.messages();
    this.draft = draft;
    this.policy = policy;
    this.onChange = onChange;
    TextField name = new TextField(policy.name());
    name.textProperty().addListener((_, _, text) -> named(text.trim()));
    form.add(messages.text("profile.name"), name);
    form.heading(messages.text("policy.match"));
    MatchFields.add(form, context, policy.match(), this::matching);
    CheckBox stops = new CheckBox(messages.text("policy.stopsOnReturn"));
    stops.setSelected(policy.stopsOnReturn());
    stops.selectedProperty().addListener((_, _, on) -> stopping(on));
    form.wide(stops);
    form.heading(messages.text("policy.steps")).wide(steps());
  }

  Node node() {
    return form.node();
  }

  private Node steps() {
    return new Rows<>(
            messages,
            messages.text("policy.addStep"),
            policy.steps(),
            this::nextStep,
            this::stepped,
            (step, onStep) -> new StepFields(context, draft, step, onStep).node())
        .node();
  }

  /// Ten minutes after the step before, by the same channels as ever.
  private EscalationStep nextStep() {
    List<EscalationStep> steps = policy.steps();
    Duration after =
        steps.isEmpty() ? Duration.ZERO : steps.getLast().after().plus(Duration.ofMinutes(10));
    return EscalationStep.once(
        after, new Target.OnCall(CalloutPlan.MAIN_ROSTER), ChannelKind.EMAIL);
  }

  private void named(String name) {
    take(name, policy.match(), policy.steps(), policy.stopsOnReturn());
  }

  private void matching(AlarmMatch match) {
    take(policy.name(), match, policy.steps(), policy.stopsOnReturn());
  }

  private void stepped(List<EscalationStep> steps) {
    take(policy.name(), policy.match(), steps, policy.stopsOnReturn());
  }

  private void stopping(boolean stops) {
    take(policy.name(), policy.match(), policy.steps(), stops);
  }

  private void take(String name, AlarmMatch match, List<EscalationStep> steps, boolean stops) {
    policy = new EscalationPolicy(policy.policyId(), name, match, steps, stops);
    onChange.accept(policy);
  }
}
