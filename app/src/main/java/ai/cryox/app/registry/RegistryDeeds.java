package ai.cryox.app.registry;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.device.Device;
import ai.cryox.core.people.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

/// What can be done with a device of the registry, by whoever is signed in. FX thread only.
final class RegistryDeeds {
  private final ScreenContext context;
  private final Messages messages;
  private final Runnable onChange;

  /// @param onChange run when something is otherwise than before
  RegistryDeeds(ScreenContext context, Runnable onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
  }

  /// Something that can be done.
  private record Deed(String name, KeyCode key, Runnable action) {}

  /// Where proofs are made and devices are let in.
  ///
  /// @throws BackendException if that is elsewhere
  Control desk() {
    return context
        .session()
        .deviceDesk()
        .orElseThrow(() -> new BackendException(messages.text("registry.deskElsewhere")));
  }

  private Optional<Control> deskIf(String facilityId) {
    return may(Action.REGISTER_DEVICE, facilityId)
        ? context.session().deviceDesk()
        : Optional.empty();
  }

  private boolean may(Action action, String facilityId) {
    return context.session().who().grants().may(action, facilityId);
  }

  /// Whether a sensor can be added from here.
  boolean canAdd() {
    return context.session().deviceDesk().isPresent()
        && context.session().who().grants().maySomewhere(Action.REGISTER_DEVICE);
  }

  private List<Deed> deeds(Entry entry) {
    Device device = entry.device();
    Proof proof = entry.proof();
    boolean atDesk = deskIf(device.facilityId()).isPresent();
    List<Deed> deeds = new ArrayList<>();
    if (canChange(device)) {
      deeds.add(new Deed("change", KeyCode.E, () -> new ChangeCard(context, onChange).open(entry)));
    }
    if (canChange(device) && (!device.confirmed() || (atDesk && entry.isDisabled()))) {
      deeds.add(new Deed("confirm", KeyCode.C, () -> confirm(entry)));
    }
    if (!atDesk) {
      return deeds;
    }
    if (proof == null) {
      deeds.add(
          new Deed("give", KeyCode.K, () -> new RenewCard(context, onChange).openFirst(device)));
      return deeds;
    }
    if (!entry.isDisabled()) {
      deeds.add(
          new Deed("renew", KeyCode.K, () -> new RenewCard(context, onChange).open(device, proof)));
      if (proof.method() == Proof.Method.AUTHORITY) {
        deeds.add(
            new Deed(
                "certify", KeyCode.Z, () -> new CertificateCard(context, onChange).open(device)));
      }
      deeds.add(new Deed("disable", KeyCode.X, () -> disable(entry)));
    }
    return deeds;
  }

  private boolean canChange(Device device) {
    return context.session().features().contains(Feature.REGISTRY)
        && may(Action.REGISTER_DEVICE, device.facilityId());
  }

  /// The buttons for it.
  List<Node> buttons(Entry entry) {
    List<Node> buttons = new ArrayList<>();
    Button open =
        Nodes.button(messages.text("registry.open"), messages.key("Enter"), () -> visit(entry));
    open.setId("registry-open");
    buttons.add(open);
    for (Deed deed : deeds(entry)) {
      Button button =
          Nodes.button(
              messages.text("registry." + deed.name()), deed.key().getName(), deed.action());
      button.setId("registry-" + deed.name());
      buttons.add(button);
    }
    return buttons;
  }

  /// Does what a key stands for.
  ///
  /// @return whether it stands for anything
  boolean press(Entry entry, KeyCode key) {
    for (Deed deed : deeds(entry)) {
      if (deed.key() == key) {
        deed.action().run();
        return true;
      }
    }
    return false;
  }

  /// Goes to the device's page.
  void visit(Entry entry) {
    context.frame().go(new Destination.OneDevice(entry.deviceId()));
  }

  private void confirm(Entry entry) {
    Device device = entry.device();
    Optional<Control> desk = deskIf(device.facilityId());
    act(
        () ->
            desk.ifPresentOrElse(
                at -> at.call("device/confirm", Map.of("deviceId", device.deviceId())),
                () -> context.session().register(device.withConfirmed())),
        () -> context.frame().say(messages.text("registry.isIn", device.name())));
  }

  private void disable(Entry entry) {
    Device device = entry.device();
    Control desk = desk();
    Map<String, String> it = Map.of("deviceId", device.deviceId());
    act(
        () -> desk.call("device/disable", it),
        () ->
            context
                .frame()
                .offerUndo(
                    messages.text("registry.isOut", device.name()),
                    () ->
                        act(
                            () -> desk.call("device/confirm", it),
                            () ->
                                context
                                    .frame()
                                    .say(messages.text("registry.isIn", device.name())))));
  }

  /// @param deed blocks
  private void act(Runnable deed, Runnable onDone) {
    context
        .background()
        .call(
            () -> {
              deed.run();
              return true;
            },
            _ -> {
              onDone.run();
              onChange.run();
            },
            context.frame()::say);
  }
}
