package ai.cryox.app.profiles;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.whatif.WhatIfAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What a replay found, in words. Pure.
record WhatIfWords(Units units) {
  private static final int MOST = 500;

  private Messages messages() {
    return units.messages();
  }

  /// `Would have raised 3 alarms instead of 5: 1 new, 3 missed.`
  String headline(WhatIfAnswer answer) {
    return messages()
        .text(
            "whatif.headline",
            answer.raisedThen(),
            answer.raisedNow(),
            answer.fresh(),
            answer.missed());
  }

  /// What was looked at, and the time beyond limits on both sides.
  String note(WhatIfAnswer answer) {
    return messages()
        .text(
            "whatif.note",
            answer.readings(),
            answer.devices().size(),
            units.duration(answer.beyondThen()),
            units.duration(answer.beyondNow()));
  }

  /// Each alarm that only one side raises, newest first.
  List<String> lines(WhatIfAnswer answer, LiveSnapshot snapshot, Instant now) {
    record Line(Instant at, String words) {}
    List<Line> lines = new ArrayList<>();
    for (var device : answer.devices()) {
      Function<Excursion, String> words = one -> words(one, snapshot, now);
      device
          .fresh()
          .forEach(one ->
              lines.add(new Line(one.start(), messages().text("whatif.fresh", words.apply(one)))));
      device
          .missed()
          .forEach(one ->
              lines.add(new Line(one.start(), messages().text("whatif.missed", words.apply(one)))));
    }
    return lines.stream()
        .sorted(Comparator.comparing(Line::at).reversed())
        .limit(MOST)
        .map(Line::words)
        .toList();
  }

  private String words(Excursion one, LiveSnapshot snapshot, Instant now) {
    AlarmWords words = new AlarmWords(units);
    String device =
        snapshot.device(one.deviceId()).map(live -> live.device().name()).orElse(one.deviceId());
    return String.join(
        " · ",
        units.timeSince(one.start(), now),
        device,
        words.condition(one.condition(), one.severity()),
        units.duration(one.duration()),
        messages().text("handover.worst", words.measured(one.condition(), one.peak())));
  }
}
