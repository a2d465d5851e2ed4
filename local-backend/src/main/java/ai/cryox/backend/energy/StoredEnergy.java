package ai.cryox.backend.energy;

import ai.cryox.backend.store.SqliteMessageStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.reading.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Windows of the telemetry in this backend's store.
///
/// @param messages any thread may read
public record StoredEnergy(SqliteMessageStore messages) implements EnergyReader {
  private static final long LENGTH_MILLIS = EnergyWindow.LENGTH.toMillis();

  @Override
  public List<EnergyWindow> windows(String deviceId, Instant from, Instant until) {
    long firstStart = Math.floorDiv(from.toEpochMilli(), LENGTH_MILLIS) * LENGTH_MILLIS;
    long lastEnd = Math.floorDiv(until.toEpochMilli(), LENGTH_MILLIS) * LENGTH_MILLIS;
    try {
      // A window has its end and not its start; the store's period is the other way round.
      return of(
          messages.telemetry(
              deviceId, Instant.ofEpochMilli(firstStart + 1), Instant.ofEpochMilli(lastEnd + 1)));
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }

  /// @param telemetry of one device, oldest first
  static List<EnergyWindow> of(List<Telemetry> telemetry) {
    List<EnergyWindow> windows = new ArrayList<>();
    Sums sums = new Sums(0);
    for (Telemetry one : telemetry) {
      long end = Math.ceilDiv(one.time().toEpochMilli(), LENGTH_MILLIS) * LENGTH_MILLIS;
      if (end != sums.end) {
        sums.addTo(windows);
        sums = new Sums(end);
      }
      sums.add(one);
    }
    sums.addTo(windows);
    return windows;
  }

  private static final class Sums {
    private final long end;
    private double power;
    private int powers;
    private double efficiency;
    private int efficiencies;
    private int count;

    Sums(long end) {
      this.end = end;
    }

    void add(Telemetry one) {
      Double watts = one.power();
      if (watts != null) {
        power += watts;
        powers++;
      }
      Double share = one.efficiency();
      if (share != null) {
        efficiency += share;
        efficiencies++;
      }
      count += watts != null || share != null ? 1 : 0;
    }

    void addTo(List<EnergyWindow> windows) {
      if (count > 0) {
        windows.add(
            new EnergyWindow(
                Instant.ofEpochMilli(end),
                powers == 0 ? Double.NaN : power / powers,
                efficiencies == 0 ? Double.NaN : efficiency / efficiencies,
                count));
      }
    }
  }
}
