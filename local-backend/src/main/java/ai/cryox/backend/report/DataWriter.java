package ai.cryox.backend.report;

/// Writes lines of a report's data, or of a part of them. One thread.
final class DataWriter implements AutoCloseable {
  private final PackedFile file;
  private final Pieces pieces;
  private final CsvBuffer buffer = new CsvBuffer();
  private long rows;

  /// @param pieces where they go, a part of the file
  DataWriter(PackedFile file, Pieces pieces) {
    this.file = file;
    this.pieces = pieces;
  }

  /// Writes the names of the columns.
  void heading(String... columns) {
    for (String column : columns) {
      buffer.field(column);
    }
    buffer.end();
  }

  /// Where the next row is written; {@link #row} follows.
  CsvBuffer buffer() {
    return buffer;
  }

  /// Ends a row.
  ///
  /// @throws ReportException if the data cannot be written
  void row() {
    buffer.end();
    rows++;
    if (buffer.length() >= Pieces.ENOUGH) {
      pieces.hand(buffer.take());
    }
  }

  /// Hands on what is left.
  @Override
  public void close() {
    pieces.hand(buffer.take());
    pieces.end();
    file.count(rows);
    rows = 0;
  }
}
