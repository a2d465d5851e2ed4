package ai.cryox.app.audit;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.screen.Span;
import ai.cryox.app.text.Messages;
import ai.cryox.core.audit.AuditQuery;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What of the trail is wanted. FX thread only.
final class AuditFilter {
  private static final double NAME_WIDTH = 190;

  private final Choice<Span> span;
  private final ComboBox<Topic> topic = new ComboBox<>();
  private final TextField who;
  private final TextField about;
  private final Node root;

  /// @param onChange run when something else is wanted
  AuditFilter(Messages messages, Runnable onChange) {
    span =
        new Choice<>(
            "audit-span",
            List.of(Span.values()),
            one -> messages.of("span", one),
            _ -> onChange.run());
    topic.getItems().setAll(Topic.values());
    topic.setValue(Topic.ANYTHING);
    topic.setConverter(new TopicNames(messages));
    topic.setAccessibleText(messages.text("audit.topic"));
    topic.setId("audit-topic");
    topic.valueProperty().addListener((_, _, _) -> onChange.run());
    who = SearchField.of(messages, "audit-who", messages.text("audit.byWhom"));
    about = SearchField.of(messages, "audit-about", messages.text("audit.ofDevice"));
    prepare(who, onChange);
    prepare(about, onChange);
    root = Nodes.flow(span.node(), topic, who, about);
  }

  private static void prepare(TextField field, Runnable onChange) {
    field.setPrefWidth(NAME_WIDTH);
    field.setOnAction(_ -> onChange.run());
    field
        .textProperty()
        .addListener((_, _, text) -> {
          if (text.isEmpty()) {
            onChange.run();
          }
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            onChange.run();
          }
        });
  }

  Node node() {
    return root;
  }

  /// The question for what is chosen.
  AuditQuery query(Instant now) {
    return new AuditQuery(
        span.chosen().from(now),
        now.plusMillis(1),
        textOrNull(who),
        topic.getValue().what(),
        textOrNull(about));
  }

  private static @Nullable String textOrNull(TextField field) {
    return field.getText().isBlank() ? null : field.getText().strip();
  }

  private static final class TopicNames extends StringConverter<Topic> {
    private final Messages messages;

    TopicNames(Messages messages) {
      this.messages = messages;
    }

    @Override
    public String toString(Topic topic) {
      return messages.of("topic", topic);
    }

    @Override
    public Topic fromString(String name) {
      throw new UnsupportedOperationException("topics are chosen, not typed");
    }
  }
}
