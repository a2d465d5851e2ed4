package ai.cryox.core.excursion;

import ai.cryox.core.alarm.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One version of what people wrote of an excursion: corrective and preventive action. None is ever
/// changed; the newest holds.
///
/// @param deviceId whose excursion
/// @param condition which
/// @param start of it, when that was written; an excursion may begin earlier once late readings
///   came
/// @param version 1 is the first
/// @param cause what it came from; may be empty, as the others
/// @param corrective what was done about it
/// @param preventive what keeps it from coming again
/// @param responsible who sees to that
/// @param dueOn until when, or `null`
/// @param done whether all of it is done
/// @param author who wrote this version
/// @param at when, by the backend's clock
public record CapaNote(
    String deviceId,
    Condition condition,
    Instant start,
    int version,
    String cause,
    String corrective,
    String preventive,
    String responsible,
    @Nullable LocalDate dueOn,
    boolean done,
    String author,
    Instant at) {
  /// Late readings and corrections move where an excursion begins, or leave nothing of it. So far
  /// off another one of the same unit and condition is taken for what is left of it.
  public static final Duration REACH = Duration.ofDays(1);

  /// A version of a draft.
  public static CapaNote of(CapaDraft draft, int version, String author, Instant at) {
    return new CapaNote(
        draft.deviceId(),
        draft.condition(),
        draft.start(),
        version,
        draft.cause(),
        draft.corrective(),
        draft.preventive(),
        draft.responsible(),
        draft.dueOn(),
        draft.done(),
        author,
        at);
  }

  /// The same note, about what became of its excursion.
  ///
  /// @param near excursions around it, of any device and condition
  /// @return this one if its excursion is still there, or nothing is near that could be left of it
  public CapaNote anchored(Collection<Excursion> near) {
    if (near.stream().anyMatch(this::isAbout)) {
      return this;
    }
    return near.stream()
        .filter(one -> deviceId.equals(one.deviceId()) && condition == one.condition())
        .min(Comparator.comparing(this::distance).thenComparing(Excursion::start))
        .filter(one -> distance(one).compareTo(REACH) <= 0)
        .map(one -> startingAt(one.start()))
        .orElse(this);
  }

  private Duration distance(Excursion excursion) {
    Instant end = Objects.requireNonNullElse(excursion.end(), excursion.latest());
    return start.isBefore(excursion.start())
        ? Duration.between(start, excursion.start())
        : Duration.between(end, start);
  }

  private CapaNote startingAt(Instant moved) {
    return new CapaNote(
        deviceId,
        condition,
        moved,
        version,
        cause,
        corrective,
        preventive,
        responsible,
        dueOn,
        done,
        author,
        at);
  }

  /// Whether it is about an excursion, which may have grown since.
  public boolean isAbout(Excursion excursion) {
    Instant end = Objects.requireNonNullElse(excursion.end(), excursion.latest());
    return deviceId.equals(excursion.deviceId())
        && condition == excursion.condition()
        && !start.isBefore(excursion.start())
        && !start.isAfter(end);
  }

  /// All that is about an excursion, the newest last.
  public static List<CapaNote> of(Excursion excursion, List<CapaNote> all) {
    return all.stream().filter(note -> note.isAbout(excursion)).toList();
  }

  /// All of it in words for the audit trail, so that the trail proves the note.
  public String words() {
    List<String> parts = new ArrayList<>();
    parts.add("Cause: " + cause);
    parts.add("Corrective: " + corrective);
    parts.add("Preventive: " + preventive);
    parts.add("Responsible: " + responsible);
    if (dueOn != null) {
      parts.add("Due: " + dueOn);
    }
    parts.add(done ? "Done" : "Open");
    return String.join("\n", parts);
  }
}
