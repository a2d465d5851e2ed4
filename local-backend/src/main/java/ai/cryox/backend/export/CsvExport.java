package ai.cryox.backend.export;

import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes stored messages as CSV: by device, then time. Reads in slices and writes between them, so
/// that neither a long export nor a slow receiver holds up the store. One thread.
public final class CsvExport {
  /// Rows read in one transaction, which then takes less than a second.
  private static final int SLICE_ROWS = 50_000;

  private static final int SLICE_CHARACTERS = 8 * 1024 * 1024;

  private final SeriesView series;
  private final ExportQuery query;
  private final OutputStream out;
  private final CsvLine lines = new CsvLine();
  private long rows;

  /// @param out UTF-8 goes there; the caller closes it
  public CsvExport(SeriesView series, ExportQuery query, OutputStream out) {
    this.series = series;
    this.query = query;
    this.out = out;
  }

  /// Writes the header row and all that is wanted.
  ///
  /// @return how many rows were written, the header not counted
  /// @throws StoreException if the file cannot be read, or nothing of that device or facility was
  ///   ever stored
  /// @throws IOException if the receiver takes no more
  public long run() throws IOException {
    return write(query.kind().table());
  }

  private <T> long write(CsvTable<T> table) throws IOException {
    List<String> devices = devices(table);
    table.columns().forEach(lines::add);
    lines.end();
    for (String device : devices) {
      Slice<T> slice = new Slice<>(table);
      long next = query.fromMillis();
      do {
        slice.begin();
        series.walk(device, next, query.untilMillis(), table.mapping(), slice::take);
        next = slice.lastTime + 1;
        out.write(lines.take().getBytes(StandardCharsets.UTF_8));
      } while (slice.isFull());
    }
    out.flush();
    return rows;
  }

  private List<String> devices(CsvTable<?> table) {
    List<String> devices = series.devices(table.mapping().schema(), query.facilityId());
    @Nullable String wanted = query.deviceId();
    if (wanted != null) {
      devices = devices.stream().filter(wanted::equals).toList();
    }
    if (devices.isEmpty() && (wanted != null || query.facilityId() != null)) {
      throw new StoreException(
          "No %s of %s are stored. Ids are case-sensitive; the export without --device and --facility has all."
              .formatted(
                  query.kind().name().toLowerCase(Locale.ROOT),
                  wanted != null ? "device " + wanted : "facility " + query.facilityId()));
    }
    return devices;
  }

  /// The rows of one transaction.
  private final class Slice<T> {
    private final CsvTable<T> table;
    private int count;
    private boolean full;
    private long lastTime;

    Slice(CsvTable<T> table) {
      this.table = table;
    }

    void begin() {
      count = 0;
      full = false;
    }

    boolean isFull() {
      return full;
    }

    boolean take(T message) {
      lastTime = table.mapping().time(message);
      @Nullable String facility = query.facilityId();
      if (facility == null || facility.equals(table.mapping().facilityId(message))) {
        table.write(message, lines);
        rows++;
      }
      full = ++count >= SLICE_ROWS || lines.length() >= SLICE_CHARACTERS;
      return !full;
    }
  }
}
