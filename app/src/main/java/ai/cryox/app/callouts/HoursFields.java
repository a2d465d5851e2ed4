package ai.cryox.app.callouts;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Days of a week, and from when until when on them. FX thread only.
final class HoursFields {
  private final PlanDraft draft;
  private final Consumer<WeeklyHours> onChange;
  private final Set<DayOfWeek> days;
  private final Field<LocalTime> from;
  private final Field<LocalTime> until;
  private final HBox root = Nodes.row(4);

  HoursFields(
      Messages messages, PlanDraft draft, WeeklyHours hours, Consumer<WeeklyHours> onChange) {
    this.draft = draft;
    this.onChange = onChange;
    days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(hours.days());
    for (DayOfWeek day : DayOfWeek.values()) {
      ToggleButton toggle =
          new ToggleButton(day.getDisplayName(TextStyle.SHORT, messages.locale()));
      toggle.setAccessibleText(day.getDisplayName(TextStyle.FULL, messages.locale()));
      toggle.getStyleClass().addAll("flat-button", "day-button");
      toggle.setSelected(days.contains(day));
      toggle
          .selectedProperty()
          .addListener((_, _, on) -> {
            if (on) {
              days.add(day);
            } else {
              days.remove(day);
            }
            changed();
          });
      root.getChildren().add(toggle);
    }
    from = time(messages, "callouts.from", hours.from());
    until = time(messages, "callouts.until", hours.until());
    root.getChildren().addAll(from.node(), Nodes.label("–", "muted"), until.node());
  }

  private Field<LocalTime> time(Messages messages, String key, LocalTime shown) {
    String name = messages.text(key);
    Field<LocalTime> field = new Field<>(name, Typed::time, messages.text("callouts.noTime", name));
    return field.with(shown.toString()).wide(64).onChange(_ -> changed());
  }

  private void changed() {
    LocalTime begin = from.value();
    LocalTime end = until.value();
    draft.nonsense(this, begin == null ? from.hint() : end == null ? until.hint() : null);
    if (begin != null && end != null) {
      onChange.accept(new WeeklyHours(days, begin, end));
    }
  }

  Node node() {
    return root;
  }
}
