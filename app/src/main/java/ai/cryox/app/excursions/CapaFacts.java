package ai.cryox.app.excursions;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.excursion.CapaNote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What people wrote of an excursion, in words. FX thread only.
///
/// @param units times by the console's clock
record CapaFacts(Units units) {
  /// The newest version, and who wrote which; nothing if there is none.
  List<Fact> of(List<CapaNote> versions) {
    List<Fact> facts = new ArrayList<>();
    if (versions.isEmpty()) {
      return facts;
    }
    CapaNote newest = versions.getLast();
    add(facts, "capa.cause", newest.cause());
    add(facts, "capa.corrective", newest.corrective());
    add(facts, "capa.preventive", newest.preventive());
    LocalDate dueOn = newest.dueOn();
    add(
        facts,
        "capa.responsible",
        dueOn == null
            ? newest.responsible()
            : messages().text("capa.due", newest.responsible(), dueOn.toString()));
    add(facts, "capa.state", state(newest));
    add(
        facts,
        "capa.versions",
        versions.reversed().stream().map(this::version).collect(Collectors.joining("\n")));
    return facts;
  }

  private String version(CapaNote note) {
    Instant at = note.at();
    return messages()
        .text(
            "capa.version",
            note.version(),
            units.dayTime(at) + " " + units.zoneName(at),
            note.author(),
            state(note));
  }

  private String state(CapaNote note) {
    return messages().text(note.done() ? "capa.done" : "capa.open");
  }

  private Messages messages() {
    return units.messages();
  }

  private void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(messages().text(key), value));
    }
  }
}
