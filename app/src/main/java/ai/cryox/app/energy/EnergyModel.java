package ai.cryox.app.energy;

import ai.cryox.core.backend.Session;
import ai.cryox.core.device.Device;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which units are looked at over which period, and what was read of them. One owner thread, the FX
/// thread; only {@link #read} belongs elsewhere. Needs no toolkit.
final class EnergyModel {
  private final AtomicInteger ticket = new AtomicInteger();
  private final List<EnergyRow> rows = new ArrayList<>();
  private EnergyBook book = EnergyBook.EMPTY;
  private EnergyPeriod period = EnergyPeriod.DAY;
  private Instant until = Instant.EPOCH;
  private int asked;

  /// One unit to be read.
  ///
  /// @param number a later one makes this one worthless
  record Wanted(int number, Device device, EnergyPeriod period, Instant until) {}

  EnergyPeriod period() {
    return period;
  }

  Instant until() {
    return until;
  }

  Instant from() {
    return until.minus(period.length());
  }

  List<EnergyRow> rows() {
    return List.copyOf(rows);
  }

  EnergyBook book() {
    return book;
  }

  /// How many units were asked for, and how many of them are still waited for.
  int asked() {
    return asked;
  }

  int waiting() {
    return asked - rows.size();
  }

  /// Begins anew: every unit that ever said its power.
  ///
  /// @param facilityId only there, or `null` for everywhere
  List<Wanted> begin(
      LiveSnapshot snapshot, @Nullable String facilityId, EnergyPeriod wanted, Instant now) {
    int number = ticket.incrementAndGet();
    long window = UnitEnergy.WINDOW.toMillis();
    period = wanted;
    // The window that has not ended yet would look like a unit that draws less.
    until = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), window) * window);
    rows.clear();
    List<Wanted> all = new ArrayList<>();
    for (DeviceLive live : snapshot.devices()) {
      boolean here = facilityId == null || live.device().facilityId().equals(facilityId);
      if (here && live.telemetry() != null) {
        all.add(new Wanted(number, live.device(), wanted, until));
      }
    }
    asked = all.size();
    return all;
  }

  /// Waits for nothing any more.
  void cancel() {
    ticket.incrementAndGet();
    asked = rows.size();
  }

  /// Reads one unit's windows, or nothing if nobody waits for it any more. Blocks; any thread.
  @Nullable UnitEnergy read(Session session, Wanted wanted) {
    if (wanted.number() != ticket.get()) {
      return null;
    }
    Instant from = wanted.until().minus(wanted.period().length());
    String id = wanted.device().deviceId();
    List<Bucket> power =
        session.windows(id, Quantity.POWER, from, wanted.until(), UnitEnergy.WINDOW);
    List<Bucket> efficiency =
        power.isEmpty()
            ? List.of()
            : session.windows(id, Quantity.EFFICIENCY, from, wanted.until(), UnitEnergy.WINDOW);
    return UnitEnergy.of(id, wanted.period(), wanted.until(), power, efficiency);
  }

  /// Takes over what was read.
  ///
  /// @return whether it was still wanted
  boolean accept(Wanted wanted, @Nullable UnitEnergy energy) {
    if (energy == null || wanted.number() != ticket.get()) {
      return false;
    }
    rows.add(row(wanted.device(), energy));
    return true;
  }

  /// One unit could not be read.
  ///
  /// @return whether it was still wanted
  boolean failed(Wanted wanted) {
    boolean current = wanted.number() == ticket.get();
    asked -= current ? 1 : 0;
    return current;
  }

  /// Takes over what was decided.
  void decided(EnergyBook now) {
    book = now;
    rows.replaceAll(row -> row(row.device(), row.energy()));
  }

  private EnergyRow row(Device device, UnitEnergy energy) {
    return new EnergyRow(
        device, energy, book.tariff(device.facilityId()), book.baseline(device.deviceId()));
  }
}
