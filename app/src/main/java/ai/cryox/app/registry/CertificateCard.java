package ai.cryox.app.registry;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.ShownOnce;
import ai.cryox.app.text.Messages;
import ai.cryox.core.device.Device;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Makes a certificate of the facility's authority for a device, as a PKCS#12 file that opens with
/// a password which is shown once. FX thread only.
final class CertificateCard {
  private static final double WIDTH = 620;
  private static final String USUAL_DAYS = "730";
  private static final int MOST_DAYS = 3_660;

  private final ScreenContext context;
  private final Messages messages;
  private final Runnable onChange;
  private final Field<Integer> days;
  private final Label trouble = Nodes.trouble();
  private final Button make;

  /// @param onChange run when one was made
  CertificateCard(ScreenContext context, Runnable onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
    days =
        new Field<>(
                messages.text("registry.days"),
                CertificateCard::number,
                messages.text("registry.daysHint"))
            .with(USUAL_DAYS);
    days.node().setId("registry-days");
    trouble.setId("registry-trouble");
    make = Nodes.button(messages.text("registry.makeCertificate"), "", () -> {});
    make.setId("registry-make-certificate");
    make.getStyleClass().add("primary");
  }

  private static @Nullable Integer number(String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,4}")) {
      return null;
    }
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= MOST_DAYS ? number : null;
  }

  void open(Device device) {
    make.setOnAction(_ -> choose(device));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("registry.certifyTitle", device.name()), WIDTH)
                .text(messages.text("registry.certifyText"))
                .add(new Form().add(messages.text("registry.days"), days.node()).node())
                .add(trouble)
                .buttons(cancel, make)
                .node(),
            days.node());
  }

  private void choose(Device device) {
    Integer life = days.value();
    if (life == null) {
      Nodes.say(trouble, days.hint());
      return;
    }
    String name = device.deviceId().replaceAll("[^A-Za-z0-9._-]", "_") + ".p12";
    Path file =
        new SaveDialog(messages.text("registry.makeCertificate"), name)
            .kind("PKCS#12", "p12")
            .ask(null);
    if (file != null) {
      make(device, life, file);
    }
  }

  private void make(Device device, int life, Path file) {
    make.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () ->
                CertificateFile.make(
                    context.session().deviceDesk().orElseThrow(),
                    messages,
                    device.deviceId(),
                    life,
                    file),
            made -> {
              onChange.run();
              show(device, made);
            },
            sentence -> {
              make.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  /// A password that nobody waits for any more is not shown over what they do now.
  private void show(Device device, CertificateFile made) {
    if (make.getScene() == null) {
      context.frame().say(messages.text("registry.unseen", device.name()));
      return;
    }
    LocalDate end = LocalDate.ofInstant(made.expiresAt(), context.units().zone());
    TextField secret =
        ShownOnce.field("registry-password", messages.text("registry.password"), made.password());
    Button copy = ShownOnce.copy(messages, "registry-copy", made.password());
    Button close = Nodes.button(messages.text("registry.close"), "Esc", context.frame()::closeCard);
    close.setId("registry-close");
    context
        .frame()
        .openCard(
            new Card(messages.text("registry.certifyTitle", device.name()), WIDTH)
                .text(messages.text("registry.certified", made.file().toString(), end.toString()))
                .add(new Form().add(messages.text("registry.password"), secret).node())
                .buttons(copy, close)
                .node(),
            close);
  }
}
