package ai.cryox.app.device;

import ai.cryox.app.device.FactList.Fact;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.calibration.Calibration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The newest entry of a device's calibration register: until when it holds, and by whose
/// certificate. FX thread only.
final class CalibrationPane {
  private final ScreenContext context;
  private final Messages messages;
  private final FactList facts;
  private @Nullable String deviceId;

  CalibrationPane(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    facts = new FactList(messages.text("calibration.title"));
    facts.node().setId("calibration");
  }

  VBox node() {
    return facts.node();
  }

  /// Shows another device's register.
  void open(String id) {
    if (id.equals(deviceId)) {
      return;
    }
    deviceId = id;
    say(messages.text("device.reading"));
    context
        .background()
        .call(
            () -> context.session().notebook().calibrations(id),
            found -> {
              if (id.equals(deviceId)) {
                show(found);
              }
            },
            sentence -> {
              if (id.equals(deviceId)) {
                say(sentence);
              }
            });
  }

  /// Shows no device's any more.
  void forget() {
    deviceId = null;
  }

  private void say(String sentence) {
    facts.show(List.of(new Fact(messages.text("calibration.state"), sentence)));
  }

  private void show(List<Calibration> found) {
    if (found.isEmpty()) {
      say(messages.text("calibration.none"));
      return;
    }
    Calibration newest = found.getLast();
    LocalDate today = context.clock().instant().atZone(context.units().zone()).toLocalDate();
    boolean over = !today.isBefore(newest.dueOn());
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(messages.locale());
    List<Fact> lines = new ArrayList<>();
    lines.add(
        new Fact(
            messages.text("calibration.due"),
            messages.text(
                over ? "calibration.overSince" : "calibration.until", day.format(newest.dueOn())),
            over));
    lines.add(fact("calibration.certificate", newest.certificate()));
    lines.add(fact("calibration.on", day.format(newest.calibratedOn())));
    lines.add(fact("calibration.laboratory", newest.laboratory()));
    lines.add(fact("calibration.serial", newest.serial()));
    facts.show(lines);
  }

  private Fact fact(String key, String value) {
    return new Fact(messages.text(key), value.isEmpty() ? Units.NONE : value);
  }
}
