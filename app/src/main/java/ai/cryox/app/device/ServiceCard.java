package ai.cryox.app.device;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ReasonBox;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Asks what of a sensor is taken out of service, and why; does it, and offers the way back. FX
/// thread only.
final class ServiceCard {
  private static final double WIDTH = 560;

  private final ScreenContext context;
  private final Messages messages;
  private final Device device;
  private final Set<AlarmKey> heldBefore;
  private final Choice<ServicePart> part;
  private final ReasonBox reason;
  private final Label trouble = Nodes.trouble();
  private final Button confirm;

  ServiceCard(ScreenContext context, DeviceLive live) {
    this.context = context;
    messages = context.messages();
    device = live.device();
    heldBefore =
        live.alarms().stream()
            .filter(alarm -> alarm.state().isHeld())
            .map(Alarm::key)
            .collect(Collectors.toUnmodifiableSet());
    part =
        new Choice<>(
            "service",
            List.of(ServicePart.values()),
            one -> messages.text("service.part." + one.name().toLowerCase(Locale.ROOT)),
            _ -> {});
    reason = new ReasonBox(messages, "service-reason");
    trouble.setId("service-trouble");
    confirm =
        Nodes.button(
            messages.text("confirm.take_out_of_service"), messages.key("Enter"), this::send);
    confirm.setId("service-confirm");
    confirm.getStyleClass().add("primary");
    confirm.setDefaultButton(true);
  }

  void open() {
    Label who = Nodes.label(messages.text("service.note", context.session().userName()), "muted");
    who.setWrapText(true);
    who.setMinHeight(Region.USE_PREF_SIZE);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("service.sensorTitle", device.name()), WIDTH)
                .add(Nodes.label(messages.text("service.what"), "panel-title"))
                .add(part.node())
                .add(Nodes.label(messages.text("shelve.why"), "panel-title"))
                .add(reason.node())
                .add(who)
                .add(trouble)
                .buttons(cancel, confirm)
                .node(),
            reason.node());
  }

  /// A second Enter while the first is under way must not do it twice.
  private void send() {
    confirm.setDisable(true);
    AlarmActions actions = context.session().alarmActions();
    List<AlarmKey> keys = part.chosen().keys(device.deviceId());
    String said = reason.said();
    new ServiceDeed(
            context,
            messages.text("service.isOut", device.name()),
            changed -> actions.returnToService(fresh(changed), ""))
        .send(
            () -> actions.takeOutOfService(keys, said),
            () -> context.frame().closeCard(confirm),
            sentence -> {
              confirm.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  /// What was put aside otherwise before does not come back by undoing this.
  private List<AlarmKey> fresh(List<Alarm> changed) {
    return changed.stream().map(Alarm::key).filter(key -> !heldBefore.contains(key)).toList();
  }
}
