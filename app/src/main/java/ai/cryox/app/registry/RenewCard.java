package ai.cryox.app.registry;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.start.ConnectionFacts;
import ai.cryox.app.text.Messages;
import ai.cryox.core.device.Device;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Gives a device something new to prove itself with, and shows it once. FX thread only.
final class RenewCard {
  private static final double WIDTH = 760;

  private final ScreenContext context;
  private final Messages messages;
  private final Runnable onChange;
  private final TextField thumbprint = new TextField();
  private final Label trouble = Nodes.trouble();

  /// @param onChange run when it has it
  RenewCard(ScreenContext context, Runnable onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
    thumbprint.setId("registry-thumbprint");
    thumbprint.getStyleClass().add("mono");
    trouble.setId("registry-trouble");
  }

  /// For a device that spoke without credentials until now.
  void openFirst(Device device) {
    Map<String, String> with =
        Map.of("deviceId", device.deviceId(), "facilityId", device.facilityId(), "method", "keys");
    ask(device, new Card(title("give", device), WIDTH).text(words("give")), "device/add", with);
  }

  /// For a device that has credentials.
  void open(Device device, Proof proof) {
    Card card = new Card(title("renew", device), WIDTH);
    switch (proof.method()) {
      case KEYS -> card.text(words("renewKey"));
      case AUTHORITY -> card.text(words("renewCertificates"));
      case THUMBPRINT ->
          card.text(words("renewThumbprint"))
              .add(new Form().add(messages.text("registry.thumbprint"), thumbprint).node());
    }
    ask(device, card, "device/rotate", Map.of("deviceId", device.deviceId()));
  }

  private String title(String what, Device device) {
    return messages.text("registry." + what + "Title", device.name());
  }

  private String words(String what) {
    return messages.text("registry." + what + "Text");
  }

  private void ask(Device device, Card card, String call, Map<String, String> with) {
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Button go = Nodes.button(messages.text("registry.doRenew"), "", () -> {});
    go.setId("registry-do-renew");
    go.getStyleClass().add("danger");
    go.setOnAction(_ -> call(device, call, with, go));
    context.frame().openCard(card.add(trouble).buttons(cancel, go).node(), cancel);
  }

  private void call(Device device, String call, Map<String, String> with, Button go) {
    Map<String, String> whole = new HashMap<>(with);
    if (!thumbprint.getText().isBlank()) {
      whole.put("thumbprint", thumbprint.getText().strip());
    }
    go.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> context.session().deviceDesk().orElseThrow().call(call, whole).getFirst(),
            row -> done(device, row, go),
            sentence -> {
              go.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  /// A key that nobody waits for any more is not shown over what they do now.
  private void done(Device device, Map<String, String> row, Button go) {
    onChange.run();
    boolean hasKey = row.containsKey("primaryKey");
    if (!hasKey || go.getScene() == null) {
      context.frame().closeCard(go);
      context
          .frame()
          .say(messages.text(hasKey ? "registry.unseen" : "registry.renewed", device.name()));
      return;
    }
    Button close = Nodes.button(messages.text("registry.close"), "Esc", context.frame()::closeCard);
    close.setId("registry-close");
    Node facts = new ConnectionFacts(messages, row, "registry.keyOnce").node();
    context
        .frame()
        .openCard(new Card(title("renew", device), WIDTH).add(facts).buttons(close).node(), close);
  }
}
