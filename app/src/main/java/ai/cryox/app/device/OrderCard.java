package ai.cryox.app.device;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Asks what a device is to do, and sends it now or says why not. A field left empty says nothing:
/// the device keeps to its own. FX thread only.
final class OrderCard {
  private static final double WIDTH = 520;

  private final ScreenContext context;
  private final Messages messages;
  private final Device device;
  private final Runnable afterwards;
  private final TextField sampling = new TextField();
  private final TextField high = new TextField();
  private final TextField low = new TextField();
  private final Label trouble = Nodes.trouble();
  private final Button send;

  /// @param afterwards run when it was accepted
  OrderCard(ScreenContext context, Device device, Runnable afterwards) {
    this.context = context;
    this.messages = context.messages();
    this.device = device;
    this.afterwards = afterwards;
    sampling.setId("order-sampling");
    high.setId("order-high");
    low.setId("order-low");
    trouble.setId("order-trouble");
    DeviceConfiguration told = device.desired();
    Duration period = told.samplingPeriod();
    AlertThresholds own = told.alertThresholds();
    // To the second, as what is not touched must stay as it is.
    sampling.setText(period == null ? "" : period.toSeconds() + " s");
    high.setText(own == null ? "" : number(own.temperatureHigh()));
    low.setText(own == null ? "" : number(own.temperatureLow()));
    send = Nodes.button(messages.text("order.send"), messages.key("Enter"), this::send);
    send.setId("order-send");
    send.getStyleClass().add("primary");
    send.setDefaultButton(true);
  }

  private String number(@Nullable Double celsius) {
    return celsius == null ? "" : context.units().decimal(celsius);
  }

  void open() {
    Form form =
        new Form()
            .add(messages.text("order.sampling"), sampling)
            .add(messages.text("order.high"), high)
            .add(messages.text("order.low"), low);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("order.title", device.name()), WIDTH)
                .text(messages.text("order.about"))
                .add(form.node())
                .add(trouble)
                .buttons(cancel, send)
                .node(),
            sampling);
  }

  private void send() {
    DeviceConfiguration wanted;
    try {
      wanted = typed();
    } catch (IllegalArgumentException nonsense) {
      Nodes.say(trouble, String.valueOf(nonsense.getMessage()));
      return;
    }
    send.setDisable(true);
    context
        .background()
        .call(
            () -> context.session().configure(device.deviceId(), wanted),
            _ -> {
              context.frame().closeCard(send);
              context.pulse().beatNow();
              afterwards.run();
            },
            sentence -> {
              send.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private DeviceConfiguration typed() {
    Double above = celsius(high, "order.high");
    Double below = celsius(low, "order.low");
    DeviceConfiguration wanted =
        new DeviceConfiguration(
            seconds(), above == null && below == null ? null : new AlertThresholds(above, below));
    // Where something was told, nothing at all means that the profile holds again.
    if (wanted.equals(DeviceConfiguration.NONE) && device.desired().equals(wanted)) {
      throw new IllegalArgumentException(messages.text("order.nothing"));
    }
    String problem = wanted.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return wanted;
  }

  private @Nullable Integer seconds() {
    if (sampling.getText().isBlank()) {
      return null;
    }
    Duration typed = Typed.span(sampling.getText());
    if (typed == null || typed.toSeconds() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          messages.text("profile.noSpan", messages.text("order.sampling")));
    }
    return (int) typed.toSeconds();
  }

  private @Nullable Double celsius(TextField field, String name) {
    if (field.getText().isBlank()) {
      return null;
    }
    Double typed = Typed.number(field.getText());
    if (typed == null) {
      throw new IllegalArgumentException(messages.text("profile.noNumber", messages.text(name)));
    }
    return typed;
  }
}
