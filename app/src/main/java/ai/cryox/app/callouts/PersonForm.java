package ai.cryox.app.callouts;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Person;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/// One person: name, role, language, addresses. FX thread only.
final class PersonForm {
  private final Person original;
  private final Consumer<Person> onChange;
  private final RoleName roles;
  private final TextField name = new TextField();
  private final ComboBox<String> role = new ComboBox<>();
  private final TextField email = new TextField();
  private final TextField phone = new TextField();
  private final Choice<String> language;
  private final Form form = new Form();

  PersonForm(Messages messages, Person person, Consumer<Person> onChange) {
    this.original = person;
    this.onChange = onChange;
    this.roles = new RoleName(messages);
    name.setId("person-name");
    phone.setId("person-phone");
    role.setId("person-role");
    role.setEditable(true);
    role.setPromptText(messages.text("role.none"));
    role.getItems().setAll(roles.usual());
    language =
        new Choice<>(
            "language",
            List.of("en", "de"),
            one -> messages.text("language." + one),
            _ -> changed());
    fill(person);
    form.add(messages.text("profile.name"), name);
    form.add(messages.text("profile.id"), Nodes.label(person.personId(), "mono"));
    form.add(messages.text("person.role"), role);
    form.add(messages.text("person.language"), language.node());
    form.add(messages.text("person.email"), email);
    form.add(messages.text("person.phone"), phone);
    for (TextField field : List.of(name, role.getEditor(), email, phone)) {
      field.textProperty().addListener((_, _, _) -> changed());
    }
  }

  private void fill(Person person) {
    name.setText(person.name());
    role.getEditor().setText(roles.word(person.role()));
    email.setText(person.addresses().getOrDefault(ChannelKind.EMAIL, ""));
    phone.setText(person.addresses().getOrDefault(ChannelKind.SMS, ""));
    phone.setPromptText("+4930123456");
    language.choose(person.language().equals("de") ? "de" : "en");
  }

  private void changed() {
    Map<ChannelKind, String> addresses = new EnumMap<>(ChannelKind.class);
    put(addresses, ChannelKind.EMAIL, email);
    put(addresses, ChannelKind.SMS, phone);
    onChange.accept(
        new Person(
            original.personId(),
            name.getText().trim(),
            roles.role(role.getEditor().getText().trim()),
            language.chosen(),
            addresses));
  }

  private static void put(Map<ChannelKind, String> into, ChannelKind kind, TextField field) {
    String typed = field.getText().replace(" ", "");
    if (!typed.isEmpty()) {
      into.put(kind, typed);
    }
  }

  Node node() {
    return form.node();
  }
}
