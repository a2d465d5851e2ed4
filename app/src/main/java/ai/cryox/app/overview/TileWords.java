package ai.cryox.app.overview;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import java.time.Duration;
import java.time.Instant;

/// A tile in words: for its tooltip and for those who cannot see it. Pure.
record TileWords(Units units) {
  /// Everything a person would want to know before opening the device's page.
  String describe(TileFace face, Instant now) {
    DeviceLive live = face.live();
    var messages = units.messages();
    StringBuilder words = new StringBuilder(live.device().name());
    words.append('\n').append(place(live));
    var newest = live.newest();
    Duration age = live.age(now);
    if (newest == null || age == null) {
      words.append('\n').append(messages.text("tile.noData"));
    } else {
      words
          .append('\n')
          .append(
              messages.text(
                  "tile.reading",
                  units.temperature(newest.reading().temperature()),
                  units.age(age)));
    }
    words.append('\n').append(range(live.limits()));
    AlarmWords alarmWords = new AlarmWords(units);
    for (Alarm alarm : live.alarms()) {
      words
          .append('\n')
          .append(alarmWords.condition(alarm))
          .append(": ")
          .append(alarmWords.sentence(alarm, now));
    }
    return words.toString();
  }

  private String place(DeviceLive live) {
    String zone = live.device().zone();
    String facility = units.place(live.device().facilityId());
    return zone.isEmpty() ? facility : facility + " · " + zone;
  }

  private String range(StorageProfile limits) {
    return limits.name()
        + ": "
        + units.bareTemperature(limits.bottom())
        + " … "
        + units.temperature(limits.top());
  }
}
