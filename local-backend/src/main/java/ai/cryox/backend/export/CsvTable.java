package ai.cryox.backend.export;

import ai.cryox.backend.series.RowMapping;
import java.util.List;

/// How messages of one kind are written as lines. One thread: its mapping may remember.
///
/// @param <T> the kind of message
interface CsvTable<T> {
  RowMapping<T> mapping();

  /// The names of the columns.
  List<String> columns();

  /// Adds the fields of one message.
  void write(T message, CsvLine line);
}
