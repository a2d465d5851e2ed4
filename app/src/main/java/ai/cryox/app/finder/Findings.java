package ai.cryox.app.finder;

import ai.cryox.app.finder.Finding.Kind;
import ai.cryox.app.help.HelpBook;
import ai.cryox.app.help.HelpCard;
import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that can be found at one moment: alarms as the live state orders them, the worst first;
/// devices in trouble before the others. FX thread only.
final class Findings {
  private final ScreenContext context;
  private final List<Command> commands;
  private final LiveSnapshot snapshot;
  private final Instant now;
  private final AlarmWords words;

  Findings(ScreenContext context, List<Command> commands) {
    this.context = context;
    this.commands = commands;
    this.snapshot = context.session().live().latest();
    this.now = context.clock().instant();
    this.words = new AlarmWords(context.units());
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    snapshot.alarms().forEach(alarm -> all.add(alarm(alarm)));
    snapshot.devices().stream()
        .filter(live -> !live.alarms().isEmpty())
        .forEach(d -> all.add(device(d)));
    snapshot.devices().stream()
        .filter(live -> live.alarms().isEmpty())
        .forEach(d -> all.add(device(d)));
    commands.forEach(command -> all.add(command(command)));
    snapshot.devices().forEach(live -> all.add(alarmsOf(live.device())));
    if (context.session().who().grants().maySomewhere(Action.ACKNOWLEDGE)) {
      snapshot.alarms().stream()
          .filter(alarm -> alarm.state().needsAcknowledgement())
          .forEach(alarm -> all.add(acknowledge(alarm)));
    }
    HelpBook book = HelpBook.in(context.messages().locale());
    book.topics().forEach(topic -> all.add(help(topic)));
    return all;
  }

  private String subject(Alarm alarm) {
    return words.subject(alarm, snapshot.device(alarm.deviceId()).orElse(null));
  }

  private Finding alarm(Alarm alarm) {
    String subject = subject(alarm);
    return new Finding(
        alarm.alarmId(),
        Kind.ALARM,
        subject,
        words.sentence(alarm, now),
        context.messages().of("severity", alarm.severity()) + " " + alarm.deviceId(),
        "",
        context.messages().text("find.enterAlarm", subject),
        () -> context.frame().go(new Destination.Alarms(alarm.alarmId())));
  }

  private Finding acknowledge(Alarm alarm) {
    String subject = subject(alarm);
    String title = context.messages().text("find.acknowledge", subject);
    return new Finding(
        "acknowledge " + alarm.alarmId(),
        Kind.ACTION,
        title,
        words.sentence(alarm, now),
        "",
        "",
        context.messages().text("find.enterAcknowledge", subject),
        () -> acknowledgeNow(alarm, subject));
  }

  private void acknowledgeNow(Alarm alarm, String subject) {
    context
        .background()
        .call(
            () -> context.session().alarmActions().acknowledge(List.of(alarm.alarmId()), "").size(),
            _ -> {
              context.frame().say(context.messages().text("find.acknowledged", subject));
              context.pulse().beatNow();
            },
            context.frame()::say);
  }

  private Finding device(DeviceLive live) {
    Device device = live.device();
    var newest = live.newest();
    String value =
        newest == null ? "" : context.units().temperature(newest.reading().temperature()) + " · ";
    return new Finding(
        device.deviceId(),
        Kind.DEVICE,
        device.name(),
        value
            + context.units().place(device.facilityId())
            + " · "
            + device.zone()
            + " · "
            + device.deviceId(),
        device.facilityId(),
        "",
        context.messages().text("find.enterDevice", device.name()),
        () -> context.frame().go(new Destination.OneDevice(device.deviceId())));
  }

  private Finding alarmsOf(Device device) {
    var only = new Destination.AlarmsOf(device.deviceId(), null);
    return new Finding(
        "alarms of " + device.deviceId(),
        Kind.ACTION,
        context.messages().text("find.alarmsOf", device.name()),
        device.deviceId(),
        "",
        "",
        context.messages().text("find.enterAlarmsOf", device.name()),
        () -> context.frame().go(new Destination.Alarms(null, only)));
  }

  private Finding command(Command command) {
    return new Finding(
        command.id(),
        command.isScreen() ? Kind.SCREEN : Kind.ACTION,
        command.title(),
        "",
        "",
        command.key(),
        context
            .messages()
            .text(command.isScreen() ? "find.enterScreen" : "find.enterAction", command.title()),
        command.action());
  }

  private Finding help(HelpBook.Topic topic) {
    return new Finding(
        "help " + topic.name(),
        Kind.HELP,
        topic.title(),
        topic.first(),
        "",
        "",
        context.messages().text("find.enterHelp", topic.title()),
        () -> new HelpCard(context).open(topic.name()));
  }
}
