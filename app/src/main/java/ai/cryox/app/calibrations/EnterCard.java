package ai.cryox.app.calibrations;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.text.Messages;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Asks what stands on a calibration certificate, and enters it once. FX thread only.
final class EnterCard {
  private static final double WIDTH = 620;

  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<String> onEntered;
  private final SearchBox<String> device;
  private final TextField certificate = new TextField();
  private final TextField serial = new TextField();
  private final TextField laboratory = new TextField();
  private final TextField reason = new TextField();
  private final Field<LocalDate> on;
  private final Field<LocalDate> due;
  private final Field<LocalDate> from;
  private final Field<Correction> correction;
  private final Field<Double> uncertainty;
  private final Label trouble = Nodes.trouble();
  private boolean entering;

  /// @param onEntered told whose certificate was entered
  EnterCard(ScreenContext context, Consumer<String> onEntered) {
    this.context = context;
    this.messages = context.messages();
    this.onEntered = onEntered;
    LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.units().zone());
    on = date("calibrations.on", today);
    due = date("calibrations.due", today.plusYears(1));
    from = date("calibrations.from", today);
    correction = field("calibrations.correction", EnterCard::points, "calibrations.pointsHint");
    correction.with("0");
    uncertainty = field("calibrations.uncertainty", EnterCard::number, "calibrations.numberHint");
    uncertainty.with("");
    device = new SearchBox<>(messages);
    device
        .getItems()
        .setAll(
            context.session().live().latest().devices().stream()
                .map(live -> live.device().deviceId())
                .sorted()
                .toList());
    device.setMinWidth(Nodes.CHOICE_WIDTH);
    device.setId("calibration-device");
    certificate.setId("calibration-certificate");
    for (TextField one : new TextField[] {certificate, serial, laboratory, reason}) {
      one.setMaxWidth(Double.MAX_VALUE);
    }
  }

  private Field<LocalDate> date(String key, LocalDate value) {
    return field(key, EnterCard::day, "reports.dateHint").with(value.toString());
  }

  private <T> Field<T> field(String key, Function<String, @Nullable T> read, String hint) {
    return new Field<>(messages.text(key), read, messages.text(hint));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  private static @Nullable Correction points(String text) {
    try {
      return text.isBlank() ? Correction.NONE : Correction.parse(text);
    } catch (IllegalArgumentException nonsense) {
      return null;
    }
  }

  private static @Nullable Double number(String text) {
    try {
      return text.isBlank() ? Double.NaN : Double.parseDouble(text.replace(',', '.').strip());
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }

  /// @param deviceId chosen already, or `null`
  void open(@Nullable String deviceId) {
    device.setValue(deviceId);
    Button enter =
        Nodes.button(messages.text("calibrations.enter"), messages.key("Enter"), this::enter);
    enter.getStyleClass().add("primary");
    enter.setDefaultButton(true);
    enter.setId("calibration-enter");
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form =
        new Form()
            .add(messages.text("calibrations.device"), device)
            .add(messages.text("calibrations.certificate"), certificate)
            .add(messages.text("calibrations.on"), on.node())
            .add(messages.text("calibrations.due"), due.node())
            .add(messages.text("calibrations.serial"), serial)
            .add(messages.text("calibrations.laboratory"), laboratory)
            .add(messages.text("calibrations.correction"), correction.node())
            .add(messages.text("calibrations.uncertainty"), uncertainty.node())
            .add(messages.text("calibrations.from"), from.node())
            .add(messages.text("calibrations.reason"), reason);
    Card card =
        new Card(messages.text("calibrations.new"), WIDTH)
            .add(form.node())
            .text(messages.text("calibrations.never"))
            .add(trouble)
            .buttons(cancel, enter);
    context.frame().openCard(card.node(), deviceId == null ? device : certificate);
  }

  private void enter() {
    if (entering) {
      return;
    }
    Calibration entry;
    try {
      entry = entry();
    } catch (IllegalArgumentException nonsense) {
      Nodes.say(trouble, String.valueOf(nonsense.getMessage()));
      return;
    }
    entering = true;
    context
        .background()
        .call(
            () -> context.session().calibrate(entry),
            entered -> {
              context.frame().closeCard(trouble);
              onEntered.accept(entered.deviceId());
            },
            refused -> {
              entering = false;
              context.frame().refuse(trouble, refused);
            });
  }

  private Calibration entry() {
    Instant now = context.clock().instant();
    String of = device.getValue();
    return new Calibration(
        0,
        of == null ? "" : of,
        serial.getText().strip(),
        "",
        certificate.getText().strip(),
        laboratory.getText().strip(),
        required(on),
        required(due),
        required(uncertainty),
        required(correction),
        required(from).atStartOfDay(context.units().zone()).toInstant(),
        now,
        context.session().userName(),
        reason.getText().strip());
  }

  private static <T> T required(Field<T> field) {
    T value = field.value();
    if (value == null) {
      throw new IllegalArgumentException(field.hint());
    }
    return value;
  }
}
