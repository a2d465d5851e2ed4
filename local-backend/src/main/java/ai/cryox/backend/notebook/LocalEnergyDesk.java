package ai.cryox.backend.notebook;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.store.SqliteMeasurements;
import ai.cryox.backend.store.SqliteNotebookStore;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One person's way to tariffs and baselines in this backend.
///
/// @param person in whose name things are decided
/// @param store any thread may read
/// @param measurements any thread
/// @param fleet the pipeline's thread
public record LocalEnergyDesk(
    Attributed person, SqliteNotebookStore store, SqliteMeasurements measurements, Fleet fleet)
    implements EnergyDesk {
  /// Windows of stream analytics.
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(366);

  /// A baseline of less than a day in all would be the weather's.
  private static final int FEWEST_WINDOWS = (int) Duration.ofDays(1).dividedBy(WINDOW);

  @Override
  public EnergyBook book() {
    return LocalNotebook.ask(store::energy);
  }

  @Override
  public void saveTariff(String facilityId, Tariff tariff) {
    String problem = tariff.problem();
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    person.change(batch -> {
      Tariff before = store.energy().tariffs().get(facilityId);
      batch.notebook.tariffs.put(facilityId, tariff);
      batch.audit.add(
          person
              .done(batch, "tariff.set", null, "What energy costs.")
              .about(facilityId.isEmpty() ? "*" : facilityId)
              .changing(before == null ? null : before.toString(), tariff.toString()));
      return true;
    });
  }

  @Override
  public Baseline chooseBaseline(String deviceId, Instant from, Instant until) {
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The period must begin before its end and not be longer than a year.");
    }
    List<Bucket> said =
        LocalNotebook.ask(
            () -> measurements.windows(deviceId, Quantity.POWER, from, until, WINDOW));
    if (said.size() < FEWEST_WINDOWS) {
      throw new IllegalArgumentException(
          "'%s' said its power in %d windows of five minutes; a baseline needs a day, %d of them."
              .formatted(deviceId, said.size(), FEWEST_WINDOWS));
    }
    double watts = said.stream().mapToDouble(Bucket::mean).average().orElseThrow();
    return person.change(batch -> {
      LocalNotebook.requireKnown(fleet, deviceId);
      Baseline baseline =
          new Baseline(deviceId, from, until, watts, said.size(), person.name(), batch.now());
      batch.notebook.baselines.put(deviceId, Optional.of(baseline));
      batch.audit.add(
          person.done(
              batch,
              "baseline.choose",
              deviceId,
              "%s to %s: %.1f W.".formatted(from, until, watts)));
      return baseline;
    });
  }

  @Override
  public void removeBaseline(String deviceId) {
    person.change(batch -> {
      LocalNotebook.requireKnown(fleet, deviceId);
      batch.notebook.baselines.put(deviceId, Optional.empty());
      batch.audit.add(
          person.done(batch, "baseline.remove", deviceId, "It is compared with nothing any more."));
      return true;
    });
  }
}
