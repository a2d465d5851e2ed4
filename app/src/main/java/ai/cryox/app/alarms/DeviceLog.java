package ai.cryox.app.alarms;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WritingCard;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.report.ReportKind;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The line above the past alarms that says whose they are and since when, and takes them out of
/// the window. FX thread only.
final class DeviceLog {
  private static final Duration USUAL = Duration.ofDays(365);
  private static final double DATE_WIDTH = 120;

  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<PastAlarms.@Nullable Of> onChange;
  private final Label whose = Nodes.label("", "panel-title");
  private final Field<LocalDate> since;
  private final HBox root;
  private @Nullable String deviceId;

  /// @param onChange told whose are wanted now; `null` for everybody's
  DeviceLog(ScreenContext context, Consumer<PastAlarms.@Nullable Of> onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
    whose.setId("alarm-log-of");
    since =
        new Field<LocalDate>(
                messages.text("alarmlog.since"), DeviceLog::parse, messages.text("alarmlog.date"))
            .wide(DATE_WIDTH);
    since.node().setId("alarm-log-since");
    since.onChange(date -> {
      if (date != null) {
        tell();
      }
    });
    Button csv = Nodes.button(messages.text("alarmlog.csv"), "", this::save);
    csv.setId("alarm-log-csv");
    Button report = Nodes.button(messages.text("alarmlog.report"), "", this::report);
    report.setId("alarm-log-report");
    Button all = Nodes.button(messages.text("alarmlog.all"), "", this::leave);
    all.setId("alarm-log-all");
    root = Nodes.row(8, whose, since.node(), csv, report, all);
    root.managedProperty().bind(root.visibleProperty());
    root.setVisible(false);
  }

  private static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  Node node() {
    return root;
  }

  /// Shows the line, if it is about somebody.
  void show(boolean wanted) {
    root.setVisible(wanted && deviceId != null);
  }

  /// Whose are wanted; `null` for everybody's.
  PastAlarms.@Nullable Of wanted() {
    String id = deviceId;
    LocalDate date = since.value();
    return id == null || date == null
        ? null
        : new PastAlarms.Of(id, date.atStartOfDay(context.units().zone()).toInstant());
  }

  /// Asks for those of a device.
  void of(Destination.AlarmsOf only) {
    deviceId = null;
    Instant from = only.since();
    Instant begin = from == null ? context.clock().instant().minus(USUAL) : from;
    since.with(LocalDate.ofInstant(begin, context.units().zone()).toString());
    deviceId = only.deviceId();
    String name =
        context
            .session()
            .live()
            .latest()
            .device(only.deviceId())
            .map(live -> live.device().name())
            .orElse(only.deviceId());
    whose.setText(messages.text("alarmlog.of", name));
    root.setVisible(true);
    tell();
  }

  private void tell() {
    if (deviceId != null) {
      onChange.accept(wanted());
    }
  }

  private void leave() {
    deviceId = null;
    root.setVisible(false);
    onChange.accept(null);
  }

  /// A report of just these, for as far back as one goes.
  private void report() {
    PastAlarms.Of wanted = wanted();
    if (wanted == null) {
      return;
    }
    Instant now = context.clock().instant();
    Instant yearAgo = now.minus(USUAL);
    context
        .session()
        .live()
        .latest()
        .device(wanted.deviceId())
        .map(DeviceLive::device)
        .ifPresentOrElse(
            device ->
                context
                    .frame()
                    .go(
                        new Destination.Reports(
                            new Destination.Wanted(
                                ReportKind.ALARMS,
                                device.facilityId(),
                                device.deviceId(),
                                wanted.since().isBefore(yearAgo) ? yearAgo : wanted.since(),
                                now))),
            () -> context.frame().say(messages.text("alarmlog.unknown", wanted.deviceId())));
  }

  private void save() {
    PastAlarms.Of wanted = wanted();
    if (wanted == null) {
      return;
    }
    String name = "alarms-" + wanted.deviceId().replaceAll("[^\\w.-]", "_") + ".csv";
    Path file =
        new SaveDialog(messages.text("alarmlog.csv"), name)
            .kind("CSV", "csv")
            .ask(root.getScene().getWindow());
    if (file != null) {
      save(wanted, file);
    }
  }

  /// Writes them to a file, with a way to break it off.
  void save(PastAlarms.Of wanted, Path file) {
    Instant until = context.clock().instant().plus(Duration.ofMinutes(10));
    AlarmQuery query = new AlarmQuery(null, wanted.deviceId(), null, wanted.since(), until);
    new WritingCard(context, messages.text("alarmlog.csv"))
        .open(cancelled -> written(query, file, cancelled));
  }

  private String written(AlarmQuery query, Path file, BooleanSupplier cancelled) {
    try {
      int lines = new AlarmFile(context.session()).write(query, file, cancelled);
      return messages.text("alarmlog.saved", lines, file.toString());
    } catch (CancellationException broken) {
      return messages.text("alarmlog.brokenOff");
    } catch (UncheckedIOException failed) {
      return messages.text(
          "alarmlog.notSaved", file.toString(), String.valueOf(failed.getMessage()));
    }
  }
}
