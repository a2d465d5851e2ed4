package ai.cryox.app.trends;

import ai.cryox.app.text.CsvCell;
import ai.cryox.app.text.WholeFile;
import ai.cryox.core.backend.Session;
import ai.cryox.core.reading.Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Writes what a trend shows to a file, as comma-separated values (RFC 4180, UTF-8, times in UTC):
/// a line for each window of each pen, read from the store again. Blocks.
final class TrendFile {
  private static final String HEADER =
      "deviceId,quantity,unit,windowEnd,windowSeconds,smallest,mean,largest,count";

  private final Session session;

  TrendFile(Session session) {
    this.session = session;
  }

  /// Writes a period of these pens. The file is there whole or not at all.
  ///
  /// @param resolution a window's length, milliseconds
  /// @param cancelled asked between two pens
  /// @return how many lines
  /// @throws UncheckedIOException if it cannot be written
  /// @throws CancellationException if it was cancelled
  int write(
      List<Pen> pens, TimeWindow view, long resolution, Path file, BooleanSupplier cancelled) {
    try {
      return WholeFile.write(file, draft -> writePens(pens, view, resolution, draft, cancelled));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int writePens(
      List<Pen> pens, TimeWindow view, long resolution, Path draft, BooleanSupplier cancelled)
      throws IOException {
    int lines = 0;
    try (Writer out = Files.newBufferedWriter(draft)) {
      out.write(HEADER + "\r\n");
      for (Pen pen : pens) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("the person cancelled");
        }
        lines += write(out, pen, view, resolution);
      }
    }
    return lines;
  }

  private int write(Writer out, Pen pen, TimeWindow view, long resolution) throws IOException {
    List<Bucket> buckets =
        session.windows(
            pen.deviceId(),
            pen.quantity(),
            view.start(),
            view.end(),
            Duration.ofMillis(resolution));
    for (Bucket bucket : buckets) {
      out.write(
          String.join(
                  ",",
                  CsvCell.of(pen.deviceId()),
                  pen.quantity().name().toLowerCase(Locale.ROOT),
                  pen.quantity().unit(),
                  bucket.end().toString(),
                  String.valueOf(resolution / 1_000.0),
                  String.valueOf(bucket.smallest()),
                  String.valueOf(bucket.mean()),
                  String.valueOf(bucket.largest()),
                  String.valueOf(bucket.count()))
              + "\r\n");
    }
    return buckets.size();
  }
}
