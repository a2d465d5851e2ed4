package ai.cryox.app.callouts;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The people of a plan by name, and the choice of one or several of them.
///
/// @param draft the plan
/// @param messages for what choosing nobody means
record PeopleNames(PlanDraft draft, Messages messages) {
  /// The name of a person, or the id of one who is gone.
  String of(String personId) {
    return draft.plan().person(personId).map(Person::name).orElse(personId);
  }

  private List<String> ids(Collection<String> named) {
    CalloutPlan plan = draft.plan();
    List<String> ids = new ArrayList<>(plan.persons().stream().map(Person::personId).toList());
    named.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    return ids;
  }

  /// Several people.
  Several<String> several(String name, Collection<String> named, Consumer<Set<String>> onChange) {
    return new Several<>(
        name, ids(named), named, this::of, messages.text("callouts.nobody"), onChange);
  }

  /// One person or none, with what none means.
  ComboBox<String> one(
      String name, String none, @Nullable String chosen, Consumer<@Nullable String> onChange) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().add("");
    box.getItems().addAll(ids(chosen == null ? List.of() : List.of(chosen)));
    box.setConverter(new Words(this, none));
    box.setValue(Objects.requireNonNullElse(chosen, ""));
    box.setAccessibleText(name);
    box.setMinWidth(Nodes.CHOICE_WIDTH);
    box.valueProperty()
        .addListener((_, _, id) -> onChange.accept(id == null || id.isEmpty() ? null : id));
    return box;
  }

  private static final class Words extends StringConverter<String> {
    private final PeopleNames names;
    private final String none;

    Words(PeopleNames names, String none) {
      this.names = names;
      this.none = none;
    }

    @Override
    public String toString(@Nullable String id) {
      return id == null || id.isEmpty() ? none : names.of(id);
    }

    @Override
    public String fromString(String words) {
      return words;
    }
  }
}
