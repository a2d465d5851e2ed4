package ai.cryox.app.audit;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the trail in words. FX thread only.
final class AuditWords {
  private static final String DENIED = "denied.";

  private final Units units;
  private final Messages messages;

  AuditWords(Units units) {
    this.units = units;
    this.messages = units.messages();
  }

  /// What was done; the code itself where nobody has put it into words yet.
  String what(AuditEntry entry) {
    return entry.what().startsWith(DENIED)
        ? messages.text("did.denied") + ": " + entry.what().substring(DENIED.length())
        : messages.textOr("did." + entry.what(), entry.what());
  }

  /// What it was about.
  String about(AuditEntry entry) {
    if (entry.deviceId() != null) {
      return entry.deviceId();
    }
    return entry.subject() == null ? Units.NONE : entry.subject();
  }

  /// How it ended.
  String outcome(AuditEntry entry) {
    return messages.of("outcome", entry.outcome());
  }

  /// When, with the zone.
  String when(AuditEntry entry) {
    return units.dayTime(entry.at()) + " " + units.zoneName(entry.at());
  }

  /// When, as short as that can be.
  String shortly(AuditEntry entry, Instant now) {
    return units.timeSince(entry.at(), now);
  }

  /// Everything a line says.
  List<Fact> facts(AuditEntry entry) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "audit.when", when(entry));
    add(facts, "audit.who", entry.who());
    add(facts, "audit.userId", entry.userId());
    add(facts, "audit.what", what(entry));
    add(facts, "audit.about", about(entry));
    add(facts, "audit.outcome", outcome(entry));
    add(facts, "audit.detail", entry.detail());
    if (entry.change() != null) {
      add(facts, "audit.before", orNothing(entry.change().before()));
      add(facts, "audit.after", orNothing(entry.change().after()));
    }
    add(facts, "audit.why", entry.why().isBlank() ? null : entry.why());
    add(
        facts,
        "audit.from",
        entry.address() == null ? messages.text("audit.here") : entry.address());
    if (entry.occurrences() > 1) {
      add(facts, "audit.times", units.count(entry.occurrences()));
    }
    return facts;
  }

  private String orNothing(@Nullable String value) {
    return value == null ? messages.text("audit.nothing") : value;
  }

  private void add(List<Fact> facts, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(new Fact(messages.text(key), value));
    }
  }
}
