package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All series of a file that is only looked at. What was committed when it was opened is in it;
/// what has come since may be. One thread.
public final class SeriesView {
  private final SeriesRegistry registry;
  private final Damage damage;
  private final SeriesReader reader;

  /// Replays the file's log in memory.
  ///
  /// @param warnings told a sentence for each blob that cannot be read
  /// @throws StoreException if the file cannot be read
  public SeriesView(StoreFile file, Consumer<String> warnings) {
    this.registry = new SeriesRegistry();
    this.damage = new Damage(warnings);
    this.reader = new SeriesReader(file, damage);
    file.read(handle -> {
      ChunkLookup sealed = ChunkLookup.ofTimes(handle, damage);
      new SeriesRecovery(handle, registry, sealed, new ViewOutcome(), SeriesRecovery.Proof.NONE)
          .restore();
      return true;
    });
  }

  private SeriesView(SeriesRegistry registry, Damage damage, SeriesReader reader) {
    this.registry = registry;
    this.damage = damage;
    this.reader = reader;
  }

  /// The same series for another thread.
  ///
  /// @param again the same file, opened for that thread
  public SeriesView on(StoreFile again) {
    return new SeriesView(registry, damage, new SeriesReader(again, damage));
  }

  private final class ViewOutcome implements SeriesRecovery.Outcome {
    @Override
    public void replayed(long sequence, int rows, Collection<Series> of) {}

    @Override
    public void damaged(String record, byte[] data, DamagedException how) {
      damage.found(record, how);
    }
  }

  /// The devices that have rows of a kind, in order.
  ///
  /// @param facilityId only those that spoke of this facility, or `null` for all
  public List<String> devices(Schema kind, @Nullable String facilityId) {
    return registry.of(kind, facilityId).stream().map(Series::deviceId).sorted().toList();
  }

  /// Tells of a device's messages in order of time, from ≤ time < until, in one transaction, until
  /// the consumer has enough.
  ///
  /// @param consumer says whether it wants more
  /// @throws StoreException if the file cannot be read
  public <T> void walk(
      String deviceId, long from, long until, RowMapping<T> mapping, Predicate<T> consumer) {
    Series series = registry.find(mapping.schema(), deviceId);
    if (series != null) {
      reader.walk(List.of(series), new SeriesReader.Start(from, ""), until, mapping, consumer);
    }
  }

  /// Whether a device's readings speak of more than one facility.
  public boolean isOfSeveralFacilities(String deviceId) {
    Series series = registry.find(Schema.READING, deviceId);
    return series != null && registry.facilities(series).size() > 1;
  }

  /// Takes one temperature.
  public interface TemperatureTaker {
    /// @param time event time, epoch milliseconds
    /// @param temperature °C
    /// @param receivedAt epoch milliseconds
    /// @param late whether it came too late to alarm anybody
    /// @param facilityId of which it speaks
    void take(long time, double temperature, long receivedAt, boolean late, String facilityId);
  }

  /// Tells of a device's temperatures in order of time, from ≤ time < until, in one transaction
  /// that lasts as long; a month takes a tenth of a second.
  ///
  /// @throws StoreException if the file cannot be read
  public void walkTemperatures(String deviceId, long from, long until, TemperatureTaker taker) {
    walkTemperatures(deviceId, from, until, taker, null);
  }

  /// The same, and tells before of what the ledger speaks of.
  ///
  /// @param sealed told in the same transaction; `null` if nobody asks
  public void walkTemperatures(
      String deviceId,
      long from,
      long until,
      TemperatureTaker taker,
      @Nullable Consumer<SealedRows> sealed) {
    Series series = registry.find(Schema.READING, deviceId);
    if (series != null && from < until) {
      reader.walkFirst(
          series,
          from,
          until,
          ReadingRows.COLUMNS_OF_RECORD,
          (rows, row) ->
              taker.take(
                  rows.time(row),
                  ReadingRows.temperature(rows, row),
                  ReadingRows.receivedAt(rows, row),
                  ReadingRows.isLate(rows, row),
                  ReadingRows.facility(rows, row)),
          sealed);
    }
  }

  /// How many blobs could not be read so far.
  public int damaged() {
    return damage.count();
  }
}
