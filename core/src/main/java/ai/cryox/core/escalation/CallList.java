package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Call.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the calls of one alarm at one moment; each channel and person is called once.
final class CallList {
  private final CalloutPlan plan;
  private final Set<ChannelKind> enabled;
  private final Alarm alarm;
  private final Instant now;
  private final List<Call> calls = new ArrayList<>();
  private boolean nobody;

  CallList(CalloutPlan plan, Set<ChannelKind> enabled, Alarm alarm, Instant now) {
    this.plan = plan;
    this.enabled = enabled;
    this.alarm = alarm;
    this.now = now;
  }

  List<Call> all() {
    return calls;
  }

  boolean nobody() {
    return nobody;
  }

  void add(EscalationStep step, int number, boolean again, @Nullable Instant wasDue) {
    Occasion occasion =
        again ? Occasion.REPEATED : number == 0 ? Occasion.FIRST : Occasion.NEXT_STEP;
    Set<ChannelKind> open = open(step.channels());
    boolean shared = share(open, occasion, number, wasDue);
    boolean reached = tell(people(step), open, occasion, number, wasDue) || shared;
    boolean meansPeople = step.channels().stream().anyMatch(ChannelKind::isPersonal);
    if (meansPeople && plan.isSetUp() && !reached && !isMuted(step)) {
      nobody = true;
      Set<ChannelKind> any = open(EnumSet.of(ChannelKind.EMAIL, ChannelKind.SMS));
      tell(plan.fallbacks(), any, Occasion.FALLBACK, number, wasDue);
    }
  }

  /// Whether all that could tell it is muted now: then nobody is missing.
  private boolean isMuted(EscalationStep step) {
    Set<ChannelKind> usable = usable(step.channels());
    return !usable.isEmpty() && usable.stream().allMatch(c -> plan.mutes(alarm, c, now));
  }

  /// Tells those of the first step how often it came back; the console only if nobody else.
  void summary(EscalationStep first) {
    Set<ChannelKind> open = open(first.channels());
    if (open.size() > 1) {
      open.remove(ChannelKind.DESKTOP);
    }
    share(open, Occasion.SUMMARY, 0, null);
    tell(people(first), open, Occasion.SUMMARY, 0, null);
  }

  private Set<Person> people(EscalationStep step) {
    Set<Person> people = new LinkedHashSet<>();
    step.whom().forEach(target -> people.addAll(plan.whom(target, now)));
    return people;
  }

  private Set<ChannelKind> usable(Set<ChannelKind> wanted) {
    Set<ChannelKind> usable = EnumSet.noneOf(ChannelKind.class);
    wanted.stream().filter(enabled::contains).forEach(usable::add);
    return usable;
  }

  private Set<ChannelKind> open(Set<ChannelKind> wanted) {
    Set<ChannelKind> open = usable(wanted);
    open.removeIf(channel -> plan.mutes(alarm, channel, now));
    return open;
  }

  /// Whether others than the console's users are told on a channel that is one place for all.
  private static boolean shared(Set<ChannelKind> open) {
    return open.contains(ChannelKind.TEAMS) || open.contains(ChannelKind.WEBHOOK);
  }

  private boolean share(
      Set<ChannelKind> open, Occasion occasion, int step, @Nullable Instant wasDue) {
    open.stream()
        .filter(channel -> !channel.isPersonal())
        .forEach(channel -> call(occasion, step, channel, null, wasDue));
    return shared(open);
  }

  private boolean tell(
      Iterable<Person> people,
      Set<ChannelKind> open,
      Occasion occasion,
      int step,
      @Nullable Instant wasDue) {
    boolean reached = false;
    for (Person person : people) {
      for (ChannelKind channel : open) {
        if (channel.isPersonal() && person.address(channel) != null) {
          call(occasion, step, channel, person, wasDue);
          reached = true;
        }
      }
    }
    return reached;
  }

  private void call(
      Occasion occasion,
      int step,
      ChannelKind channel,
      @Nullable Person person,
      @Nullable Instant wasDue) {
    boolean already =
        calls.stream()
            .anyMatch(call -> call.channel() == channel && Objects.equals(call.person(), person));
    if (!already) {
      calls.add(new Call(alarm, occasion, step, channel, person, wasDue));
    }
  }
}
