package ai.cryox.app.audit;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of the trail in words. FX thread only.
final class AuditWords {
  private static final String DENIED = "denied.";

  /// How the backend writes down what became of an alarm.
  private static final Pattern ALARM_STEP =
      Pattern.compile("\\S+ ([A-Z_]+), ([A-Z]+): ([A-Z_]+) to ([A-Z_]+)(.*)", Pattern.DOTALL);

  private final Units units;
  private final Messages messages;
  private final UnaryOperator<String> nameOf;

  /// @param nameOf what people call a device; its id where nobody has named it
  AuditWords(Units units, UnaryOperator<String> nameOf) {
    this.units = units;
    this.nameOf = nameOf;
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
      return nameOf.apply(entry.deviceId());
    }
    return entry.subject() == null ? Units.NONE : entry.subject();
  }

  /// What happened. A step of an alarm and what was done with reports in words; everything else as
  /// it was written down.
  String detail(AuditEntry entry) {
    Matcher step = ALARM_STEP.matcher(entry.detail());
    if (!step.matches()) {
      String ofReports = new ReportLines(units).inWords(entry.detail());
      return ofReports == null ? entry.detail() : ofReports;
    }
    return word("condition", step.group(1))
        + ", "
        + word("severity", step.group(2))
        + ": "
        + word("state", step.group(3))
        + " → "
        + word("state", step.group(4))
        + step.group(5);
  }

  private String word(String prefix, String constant) {
    return messages.textOr(prefix + "." + constant.toLowerCase(Locale.ROOT), constant);
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
    add(facts, "audit.about", aboutWithId(entry));
    add(facts, "audit.outcome", outcome(entry));
    add(facts, "audit.detail", detail(entry));
    add(facts, "audit.record", detail(entry).equals(entry.detail()) ? null : entry.detail());
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

  private String aboutWithId(AuditEntry entry) {
    String about = about(entry);
    String id = entry.deviceId();
    return id == null || id.equals(about) ? about : about + " · " + id;
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
