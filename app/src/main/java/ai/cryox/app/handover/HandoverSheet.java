package ai.cryox.app.handover;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The handover sheet as plain text. Pure.
record HandoverSheet(Units units) {
  private static final String INDENT = "  ";

  private Messages messages() {
    return units.messages();
  }

  /// The whole sheet, lines ended by `\n`.
  String of(ShiftRecord shift) {
    StringBuilder sheet = new StringBuilder();
    sheet.append(messages().text("handover.heading")).append('\n');
    sheet
        .append(
            messages()
                .text(
                    "handover.shift",
                    units.dayTime(shift.from()),
                    units.dayTime(shift.until()),
                    units.zoneName(shift.until())))
        .append('\n');
    sheet.append(messages().text("handover.by", shift.who())).append('\n');
    alarms(sheet, shift, "handover.unseen", alarm -> alarm.state().needsAcknowledgement());
    alarms(sheet, shift, "handover.seen", HandoverSheet::isSeen);
    alarms(sheet, shift, "handover.shelved", in(AlarmState.SHELVED));
    section(sheet, "handover.outOfService", outOfService(shift));
    alarms(sheet, shift, "handover.suppressed", in(AlarmState.SUPPRESSED));
    section(
        sheet,
        "handover.raised",
        shift.raised().stream().map(alarm -> raised(alarm, shift)).toList());
    section(
        sheet,
        "handover.excursions",
        shift.excursions().stream().map(one -> excursion(one, shift)).toList());
    if (shift.cut()) {
      sheet.append('\n').append(messages().text("handover.cut")).append('\n');
    }
    sheet.append('\n').append(messages().text("handover.signatures")).append('\n');
    return sheet.toString();
  }

  private static boolean isSeen(Alarm alarm) {
    return alarm.state() == AlarmState.ACKNOWLEDGED || alarm.state() == AlarmState.LATCHED;
  }

  private static Predicate<Alarm> in(AlarmState state) {
    return alarm -> alarm.state() == state;
  }

  private void alarms(StringBuilder sheet, ShiftRecord shift, String key, Predicate<Alarm> wanted) {
    section(
        sheet,
        key,
        shift.snapshot().alarms().stream()
            .filter(wanted)
            .map(alarm -> standing(alarm, shift))
            .toList());
  }

  /// What of a sensor was taken out of service together is one line.
  private List<String> outOfService(ShiftRecord shift) {
    record Held(String deviceId, @Nullable Hold hold) {}
    Map<Held, List<Alarm>> together = new LinkedHashMap<>();
    shift.snapshot().alarms().stream()
        .filter(in(AlarmState.OUT_OF_SERVICE))
        .forEach(alarm ->
            together
                .computeIfAbsent(new Held(alarm.deviceId(), alarm.hold()), _ -> new ArrayList<>())
                .add(alarm));
    return together.values().stream()
        .map(alarms ->
            alarms.size() == 1
                ? standing(alarms.getFirst(), shift)
                : String.join(
                    " · ",
                    subject(alarms.getFirst(), shift.snapshot()),
                    messages().text("handover.together", alarms.size()),
                    new AlarmWords(units).state(alarms.getFirst())))
        .toList();
  }

  private void section(StringBuilder sheet, String key, List<String> lines) {
    sheet.append('\n').append(messages().text(key, lines.size())).append('\n');
    if (lines.isEmpty()) {
      sheet.append(INDENT).append(messages().text("handover.nothing")).append('\n');
    }
    lines.forEach(line -> sheet.append(INDENT).append(line).append('\n'));
  }

  private String standing(Alarm alarm, ShiftRecord shift) {
    AlarmWords words = new AlarmWords(units);
    return String.join(
        " · ",
        subject(alarm, shift.snapshot()),
        words.condition(alarm),
        words.sentence(alarm, shift.until()),
        words.state(alarm));
  }

  private String raised(Alarm alarm, ShiftRecord shift) {
    AlarmWords words = new AlarmWords(units);
    return String.join(
        " · ",
        units.timeSince(alarm.raisedAt(), shift.until()),
        subject(alarm, shift.snapshot()),
        words.condition(alarm),
        messages().text("handover.worst", words.measured(alarm.condition(), alarm.peak())),
        words.state(alarm));
  }

  private String excursion(Excursion one, ShiftRecord shift) {
    AlarmWords words = new AlarmWords(units);
    String line =
        String.join(
            " · ",
            units.timeSince(one.start(), shift.until()),
            device(shift.snapshot(), one.deviceId()),
            words.condition(one.condition(), one.severity()),
            messages()
                .text(
                    "handover.beyond",
                    words.measured(one.condition(), one.limit()),
                    units.duration(one.beyond())),
            messages().text("handover.worst", words.measured(one.condition(), one.peak())));
    String open = one.isOpen() ? line + " · " + messages().text("handover.lasts") : line;
    return one.historic() ? open + " · " + messages().text("handover.late") : open;
  }

  private String subject(Alarm alarm, LiveSnapshot snapshot) {
    DeviceLive live = snapshot.device(alarm.deviceId()).orElse(null);
    String device = new AlarmWords(units).subject(alarm, live);
    return alarm.facilityId().isEmpty()
        ? device
        : device + " (" + units.place(alarm.facilityId()) + ")";
  }

  private static String device(LiveSnapshot snapshot, String deviceId) {
    Optional<DeviceLive> live = snapshot.device(deviceId);
    return live.map(one -> one.device().name()).orElse(deviceId);
  }
}
