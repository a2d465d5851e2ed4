package ai.cryox.app.excursions;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An excursion in words. FX thread only.
final class ExcursionWords {
  private final Units units;
  private final Messages messages;
  private final AlarmWords alarms;

  ExcursionWords(Units units) {
    this.units = units;
    this.messages = units.messages();
    this.alarms = new AlarmWords(units);
  }

  /// The name of its device.
  String device(Excursion one, LiveSnapshot snapshot) {
    return snapshot.device(one.deviceId()).map(live -> live.device().name()).orElse(one.deviceId());
  }

  /// The limit it violated: `High-high`.
  String condition(Excursion one) {
    return alarms.condition(one.condition(), one.severity());
  }

  /// When it began, as short as that can be.
  String start(Excursion one, Instant now) {
    return units.timeSince(one.start(), now);
  }

  /// How long it took, or for how long it has lasted.
  String duration(Excursion one) {
    String length = units.duration(one.duration());
    return one.isOpen() ? messages.text("excursions.for", length) : length;
  }

  /// How long its value was beyond the limit.
  String beyond(Excursion one) {
    return units.duration(one.beyond());
  }

  /// Its worst value.
  String peak(Excursion one) {
    return alarms.measured(one.condition(), one.peak());
  }

  /// The value of the limit.
  String limit(Excursion one) {
    return alarms.measured(one.condition(), one.limit());
  }

  /// All there is to say.
  List<Fact> facts(Excursion one, LiveSnapshot snapshot) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "excursions.device", device(one, snapshot) + " · " + one.deviceId());
    add(facts, "excursions.where", units.place(one.facilityId()));
    add(facts, "excursions.condition", condition(one) + " · " + limit(one));
    add(facts, "excursions.profile", profile(one.profileId()));
    add(facts, "excursions.start", at(one.start()));
    Instant end = one.end();
    add(facts, "excursions.end", end == null ? messages.text("excursions.lasting") : at(end));
    add(facts, "excursions.duration", units.duration(one.duration()));
    add(facts, "excursions.beyond", beyond(one));
    add(facts, "excursions.peak", messages.text("excursions.peakAt", peak(one), at(one.peakAt())));
    add(facts, "excursions.readings", units.count(one.readings()));
    if (one.gaps() > 0) {
      String missing = units.duration(one.missing());
      add(
          facts,
          "excursions.gaps",
          messages.text("excursions.gapsOf", units.count(one.gaps()), missing));
    }
    if (one.historic()) {
      add(facts, "excursions.note", messages.text("excursions.late"));
    }
    return facts;
  }

  /// The profiles that people made are called by what they called them.
  private static String profile(String profileId) {
    return StorageProfiles.byId(profileId).map(StorageProfile::name).orElse(profileId);
  }

  private String at(Instant time) {
    return units.dayTime(time) + " " + units.zoneName(time);
  }

  private void add(List<Fact> facts, String key, String value) {
    facts.add(new Fact(messages.text(key), value));
  }
}
