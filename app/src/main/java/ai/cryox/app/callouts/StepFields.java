package ai.cryox.app.callouts;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// One step of a policy: after how long, whom, by what, how often again. FX thread only.
final class StepFields {
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}");

  private final Messages messages;
  private final PlanDraft draft;
  private final Consumer<EscalationStep> onChange;
  private final Field<Duration> after;
  private final Field<Integer> repeats;
  private final Field<Duration> every;
  private final FlowPane root = Nodes.flow();
  private Set<Target> whom;
  private Set<ChannelKind> channels;

  StepFields(
      ScreenContext context,
      PlanDraft draft,
      EscalationStep step,
      Consumer<EscalationStep> onChange) {
    this.messages = context.messages();
    this.draft = draft;
    this.onChange = onChange;
    whom = new LinkedHashSet<>(step.whom());
    channels = step.channels();
    after = span("policy.after", context.units().duration(step.after()));
    every =
        span(
            "policy.every",
            context
                .units()
                .duration(step.repeats() == 0 ? Duration.ofMinutes(5) : step.repeatEvery()));
    String times = messages.text("policy.repeats");
    repeats = new Field<>(times, StepFields::count, messages.text("policy.noCount", times));
    repeats.with(String.valueOf(step.repeats())).wide(52).onChange(_ -> changed());
    root.getChildren()
        .addAll(
            part("policy.after", after.node()),
            whom(),
            channels(),
            // A sentence of its own: no line ends within it.
            Nodes.row(
                6, part("policy.repeats", repeats.node()), part("policy.every", every.node())));
    root.getStyleClass().add("step");
  }

  private Node part(String key, Node node) {
    return Nodes.row(6, Nodes.label(messages.text(key), "muted"), node);
  }

  private static @Nullable Integer count(String typed) {
    return COUNT.matcher(typed.trim()).matches() ? Integer.valueOf(typed.trim()) : null;
  }

  private Field<Duration> span(String key, String shown) {
    String name = messages.text(key);
    Field<Duration> field = new Field<>(name, Typed::span, messages.text("profile.noSpan", name));
    return field.with(shown).wide(86).onChange(_ -> changed());
  }

  private Node whom() {
    return new Several<>(
            messages.text("policy.whom"),
            targets(),
            whom,
            this::words,
            messages.text("callouts.nobody"),
            chosen -> {
              whom = chosen;
              changed();
            })
        .node();
  }

  private Node channels() {
    return new Several<>(
            messages.text("policy.channels"),
            List.of(ChannelKind.values()),
            channels,
            one -> messages.of("channel", one),
            messages.text("policy.noChannel"),
            chosen -> {
              channels = chosen;
              changed();
            })
        .node();
  }

  /// Rosters, roles, then people; what the step names already stands there in any case.
  private List<Target> targets() {
    Set<Target> all = new LinkedHashSet<>(whom);
    draft.plan().rosters().forEach(roster -> all.add(new Target.OnCall(roster.rosterId())));
    all.add(new Target.InRole(Person.SUPERVISOR));
    all.add(new Target.InRole(Person.MANAGER));
    for (Person person : draft.plan().persons()) {
      if (!person.role().isEmpty()) {
        all.add(new Target.InRole(person.role()));
      }
    }
    draft.plan().persons().forEach(person -> all.add(new Target.One(person.personId())));
    return new ArrayList<>(all);
  }

  private String words(Target target) {
    return switch (target) {
      case Target.OnCall on ->
          draft.plan().rosters().stream()
              .filter(roster -> roster.rosterId().equals(on.rosterId()))
              .findFirst()
              .map(roster -> messages.text("policy.onCall", roster.name()))
              .orElse(on.rosterId());
      case Target.InRole in ->
          messages.text("policy.inRole", new RoleName(messages).word(in.role()));
      case Target.One one -> new PeopleNames(draft, messages).of(one.personId());
    };
  }

  private void changed() {
    Duration begin = after.value();
    Integer times = repeats.value();
    Duration between = every.value();
    String nonsense =
        begin == null
            ? after.hint()
            : times == null ? repeats.hint() : between == null ? every.hint() : null;
    draft.nonsense(this, nonsense);
    if (begin != null && times != null && between != null) {
      Duration repeated = times == 0 ? Duration.ZERO : between;
      onChange.accept(new EscalationStep(begin, List.copyOf(whom), channels, repeated, times));
    }
  }

  Node node() {
    return root;
  }
}
