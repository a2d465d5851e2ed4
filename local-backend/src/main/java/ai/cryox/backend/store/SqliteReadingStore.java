package ai.cryox.backend.store;

import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.TemperatureConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Readings, as series of rows.
public final class SqliteReadingStore implements ReadingStore {
  private final SeriesStore store;

  /// For the writer's thread: it remembers the day it last saw.
  private final ReadingRows writing = new ReadingRows();

  /// Readings of this store.
  public SqliteReadingStore(SeriesStore store) {
    this.store = store;
  }

  @Override
  public void append(List<ReceivedReading> readings) {
    store.append(writing, readings);
  }

  @Override
  public Optional<ReceivedReading> find(String deviceId, Instant time) {
    return store.find(writing, deviceId, time.toEpochMilli());
  }

  @Override
  public Page<ReceivedReading> read(ReadingQuery query, PageRequest page) {
    String kind = "reading:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    List<ReceivedReading> found = new ArrayList<>();
    walk(
        query,
        after,
        one -> {
          found.add(one);
          return found.size() <= page.size();
        });
    return PageToken.page(
        found,
        page.size(),
        kind,
        last -> last.reading().time().toEpochMilli(),
        last -> last.reading().deviceId());
  }

  @Override
  public void forEach(ReadingQuery query, Consumer<ReceivedReading> consumer) {
    walk(
        query,
        null,
        one -> {
          consumer.accept(one);
          return true;
        });
  }

  /// @param consumer says whether it wants more
  private void walk(
      ReadingQuery query, @Nullable PageToken after, Predicate<ReceivedReading> consumer) {
    String facility = query.facilityId();
    store
        .reader()
        .walk(
            series(query),
            start(query, after),
            query.until().toEpochMilli(),
            new ReadingRows(),
            one ->
                (facility != null && !facility.equals(one.reading().facilityId()))
                    || consumer.test(one));
  }

  private static SeriesReader.Start start(ReadingQuery query, @Nullable PageToken after) {
    long from = query.from().toEpochMilli();
    return after == null || after.time() < from
        ? new SeriesReader.Start(from, "")
        : new SeriesReader.Start(after.time(), after.id());
  }

  private List<Series> series(ReadingQuery query) {
    String device = query.deviceId();
    if (device == null) {
      return store.seriesOf(Schema.READING, query.facilityId());
    }
    Series series = store.series(Schema.READING, device);
    return series == null ? List.of() : List.of(series);
  }

  @Override
  public void forEachTemperature(
      String deviceId, long from, long until, TemperatureConsumer consumer) {
    Series series = store.series(Schema.READING, deviceId);
    if (series != null && from < until) {
      store
          .reader()
          .walkFirst(
              series,
              from,
              until,
              ReadingRows.COLUMNS_OF_TEMPERATURE,
              (rows, row) ->
                  consumer.accept(
                      rows.time(row),
                      ReadingRows.temperature(rows, row),
                      ReadingRows.isLate(rows, row)),
              null);
    }
  }

  @Override
  public List<Bucket> aggregate(String deviceId, Instant from, Instant until, Duration resolution) {
    Series series = store.series(Schema.READING, deviceId);
    return series == null
        ? List.of()
        : store.aggregate(series, from.toEpochMilli(), until.toEpochMilli(), resolution.toMillis());
  }

  @Override
  public List<ReceivedReading> newest(String deviceId, int count) {
    Series series = store.series(Schema.READING, deviceId);
    return series == null ? List.of() : store.reader().newest(series, count, new ReadingRows());
  }

  @Override
  public long count() {
    return store.readings();
  }
}
