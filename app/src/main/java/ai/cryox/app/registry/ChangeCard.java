package ai.cryox.app.registry;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ProfileName;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.people.Action;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Changes what people call a device, where it stands and by which profile it is judged. FX thread
/// only.
final class ChangeCard {
  private static final double WIDTH = 560;

  private final ScreenContext context;
  private final Messages messages;
  private final Runnable onChange;
  private final TextField name = new TextField();
  private final TextField zone = new TextField();
  private final ComboBox<StorageProfile> profile = new ComboBox<>();
  private final Label trouble = Nodes.trouble();
  private final Button save;
  private @Nullable Device device;

  /// @param onChange run when it is changed
  ChangeCard(ScreenContext context, Runnable onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
    name.setId("registry-name");
    zone.setId("registry-zone");
    profile.setId("registry-profile");
    profile.setMaxWidth(Double.MAX_VALUE);
    profile.setConverter(new ProfileName());
    profile.setDisable(true);
    trouble.setId("registry-trouble");
    save = Nodes.button(messages.text("profile.save"), messages.key("Enter"), this::save);
    save.setId("registry-save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
  }

  void open(Entry entry) {
    Device of = entry.device();
    device = of;
    name.setText(of.name());
    zone.setText(of.zone());
    profile.setPromptText(messages.text("registry.noProfile"));
    boolean assigns = context.session().who().grants().may(Action.ASSIGN_PROFILE, of.facilityId());
    context
        .background()
        .call(
            context.session()::profiles,
            all -> {
              offer(all, of);
              profile.setDisable(!assigns);
            },
            sentence -> context.frame().refuse(trouble, sentence));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Form form =
        new Form()
            .add(messages.text("registry.name"), name)
            .add(messages.text("registry.zone"), zone)
            .add(messages.text("registry.profile"), profile);
    Card card =
        new Card(messages.text("registry.changeTitle", of.deviceId()), WIDTH)
            .add(form.node())
            .text(messages.text("registry.changeText"))
            .add(trouble)
            .buttons(cancel, save);
    context.frame().openCard(card.node(), name);
  }

  private void offer(List<StorageProfile> all, Device of) {
    profile.getItems().setAll(all);
    all.stream()
        .filter(one -> one.id().equals(of.profileId()))
        .findFirst()
        .ifPresent(profile::setValue);
  }

  private void save() {
    Device of = Objects.requireNonNull(device);
    String called = name.getText().strip();
    String where = zone.getText().strip();
    StorageProfile chosen = profile.getValue();
    Session session = context.session();
    save.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> {
              place(session, of, where, called);
              if (chosen != null && !chosen.id().equals(of.profileId())) {
                session.assignProfile(of.deviceId(), chosen.id());
              }
              return called;
            },
            done -> {
              context.frame().closeCard(save);
              context.frame().say(messages.text("registry.changed", done));
              onChange.run();
            },
            sentence -> {
              save.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  /// A server takes the whole entry, as it is known by now.
  private static void place(Session session, Device of, String zone, String name) {
    if (zone.equals(of.zone()) && name.equals(of.name())) {
      return;
    }
    session
        .deviceDesk()
        .ifPresentOrElse(
            desk ->
                desk.call(
                    "device/place", Map.of("deviceId", of.deviceId(), "zone", zone, "name", name)),
            () ->
                session.register(
                    session
                        .live()
                        .latest()
                        .device(of.deviceId())
                        .map(live -> live.device())
                        .orElse(of)
                        .withPlace(zone, name)));
  }
}
