package ai.cryox.app.callouts;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.MuteSchedule;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/// One mute schedule: which alarms are not told, by what, in which hours. FX thread only.
final class MuteForm {
  private final Consumer<MuteSchedule> onChange;
  private final Form form = new Form();
  private MuteSchedule mute;

  MuteForm(
      ScreenContext context, PlanDraft draft, MuteSchedule mute, Consumer<MuteSchedule> onChange) {
    this.mute = mute;
    this.onChange = onChange;
    Messages messages = context.messages();
    TextField name = new TextField(mute.name());
    name.textProperty().addListener((_, _, text) -> named(text.trim()));
    form.add(messages.text("profile.name"), name);
    MatchFields.add(form, context, mute.match(), this::matching);
    String channels = messages.text("policy.channels");
    form.add(
        channels,
        new Several<>(
                channels,
                List.of(ChannelKind.values()),
                mute.channels(),
                one -> messages.of("channel", one),
                messages.text("callouts.any"),
                this::channels)
            .node());
    Field<ZoneId> zone =
        new Field<>(messages.text("callouts.zone"), Zones::of, messages.text("callouts.noZone"));
    zone.with(mute.zone().getId());
    zone.onChange(typed -> {
      draft.nonsense(zone, typed == null ? zone.hint() : null);
      if (typed != null) {
        zoned(typed);
      }
    });
    form.add(messages.text("callouts.zone"), zone.node());
    form.add(
        messages.text("mute.hours"),
        new HoursFields(messages, draft, mute.hours(), this::hours).node());
    Label note = Nodes.label(messages.text("mute.note"), "muted");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    form.wide(note);
  }

  Node node() {
    return form.node();
  }

  private void named(String name) {
    take(new MuteSchedule(name, mute.match(), mute.channels(), mute.zone(), mute.hours()));
  }

  private void matching(AlarmMatch match) {
    take(new MuteSchedule(mute.name(), match, mute.channels(), mute.zone(), mute.hours()));
  }

  private void channels(Set<ChannelKind> channels) {
    take(new MuteSchedule(mute.name(), mute.match(), channels, mute.zone(), mute.hours()));
  }

  private void zoned(ZoneId zone) {
    take(new MuteSchedule(mute.name(), mute.match(), mute.channels(), zone, mute.hours()));
  }

  private void hours(WeeklyHours hours) {
    take(new MuteSchedule(mute.name(), mute.match(), mute.channels(), mute.zone(), hours));
  }

  private void take(MuteSchedule next) {
    mute = next;
    onChange.accept(next);
  }
}
