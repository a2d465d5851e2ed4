package ai.cryox.app.callouts;

import ai.cryox.app.screen.BeingRead;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.SecretName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The channels: settings, secrets that can be set but not read, and a message to try each out.
/// There is no form before the settings are known. FX thread only.
final class ChannelsPane {
  private final ScreenContext context;
  private final Messages messages;
  private final BorderPane root = new BorderPane();
  private final Label answer = Nodes.label("", "muted");
  private final BeingRead being;
  private @Nullable ChannelForm form;
  private int reading;

  /// What is shown.
  private record Shown(Channels channels, Set<SecretName> secrets, List<Person> people) {}

  ChannelsPane(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    being = new BeingRead(messages, "channels-reading", this::ask);
    answer.setWrapText(true);
    answer.setId("channel-answer");
    root.getStyleClass().add("panel");
  }

  Node node() {
    return root;
  }

  /// Reads the settings again; what was typed and not saved is gone.
  void read() {
    form = null;
    being.begin();
    root.setCenter(being.node());
    ask();
  }

  private void ask() {
    int mine = ++reading;
    Callouts callouts = context.session().callouts();
    context
        .background()
        .call(
            () -> new Shown(callouts.channels(), callouts.secrets(), callouts.plan().persons()),
            shown -> {
              if (mine == reading) {
                show(shown);
              }
            },
            sentence -> {
              if (mine == reading) {
                being.failed(sentence);
              }
            });
  }

  private void show(Shown shown) {
    ChannelForm made = new ChannelForm(messages, shown.channels(), shown.secrets());
    form = made;
    VBox content = new VBox(14, made.node(), trials(shown.channels(), shown.people()), answer);
    content.setMaxWidth(720);
    root.setCenter(Nodes.scroll(content));
  }

  /// One button for each channel that is on: to a person, or to the one place that it is.
  private Node trials(Channels channels, List<Person> people) {
    var row = Nodes.row(8, Nodes.label(messages.text("channels.try"), "muted"));
    for (ChannelKind kind : ChannelKind.values()) {
      if (!channels.enabled().contains(kind)) {
        continue;
      }
      String name = messages.of("channel", kind);
      row.getChildren().add(kind.isPersonal() ? menu(kind, name, people) : plain(kind, name));
    }
    return row;
  }

  private Button plain(ChannelKind kind, String name) {
    return Nodes.button(name, "", () -> attempt(kind, ""));
  }

  private MenuButton menu(ChannelKind kind, String name, List<Person> people) {
    MenuButton menu = new MenuButton(name);
    menu.getStyleClass().add("flat-button");
    for (Person person : people) {
      if (person.address(kind) != null) {
        MenuItem item = new MenuItem(person.name());
        item.setOnAction(_ -> attempt(kind, person.personId()));
        menu.getItems().add(item);
      }
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private void attempt(ChannelKind kind, String personId) {
    answer.setText(messages.text("channels.trying"));
    context
        .background()
        .call(() -> context.session().callouts().test(kind, personId), this::tell, answer::setText);
  }

  private void tell(Notification sent) {
    boolean reached = sent.state() == NotificationState.DELIVERED;
    answer.setText(
        reached
            ? messages.text("channels.reached", sent.recipient(), sent.receipt())
            : messages.text("channels.notReached", sent.recipient(), sent.failure()));
  }

  /// Saves settings and the secrets that were typed.
  void save() {
    ChannelForm filled = form;
    if (filled == null || filled.node().isDisable()) {
      return;
    }
    String nonsense = filled.nonsense();
    if (nonsense != null) {
      context.frame().say(nonsense);
      return;
    }
    Channels wanted = filled.channels();
    Map<SecretName, char[]> typed = filled.secrets();
    filled.node().setDisable(true);
    context
        .background()
        .call(
            () -> {
              store(wanted, typed);
              return wanted;
            },
            _ -> {
              context.frame().say(messages.text("callouts.saved"));
              if (filled.equals(form)) {
                read();
              }
            },
            sentence -> {
              filled.node().setDisable(false);
              context.frame().say(sentence);
            });
  }

  private void store(Channels wanted, Map<SecretName, char[]> typed) {
    Callouts callouts = context.session().callouts();
    try {
      callouts.saveChannels(wanted);
      typed.forEach(callouts::saveSecret);
    } finally {
      typed.values().forEach(secret -> Arrays.fill(secret, '\0'));
    }
  }
}
