package ai.cryox.core.reading;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where readings are kept for good. Port: every implementation passes the same contract tests.
///
/// A reading's identity is its device and time: there is never more than one. {@link #append} and
/// {@link #find} belong to the backend's one writer thread and its open transaction; the others may
/// be called from any thread and see what is committed.
public interface ReadingStore {
  /// Adds readings whose (device, time) is not stored yet, as part of the writer's open
  /// transaction.
  void append(List<ReceivedReading> readings);

  /// What is stored, or was appended in the open transaction, for a device at a time.
  Optional<ReceivedReading> find(String deviceId, Instant time);

  /// One page of what is committed, by time, then device.
  ///
  /// @throws BadTokenException if the token was made for another query
  Page<ReceivedReading> read(ReadingQuery query, PageRequest page);

  /// All that is committed, by time, then device, as of one moment. Meant for what fits in a
  /// second: the store cannot tidy up while it lasts.
  void forEach(ReadingQuery query, Consumer<ReceivedReading> consumer);

  /// One device's temperatures in order of event time, without what else was said: made for reading
  /// months.
  ///
  /// @param from epoch milliseconds, included
  /// @param until epoch milliseconds, not included
  void forEachTemperature(String deviceId, long from, long until, TemperatureConsumer consumer);

  /// Windows of one device's temperatures, oldest first, of the readings with `from` < time ≤
  /// `until`.
  ///
  /// @param resolution a window's length, at least a millisecond
  List<Bucket> aggregate(String deviceId, Instant from, Instant until, Duration resolution);

  /// The readings of a device with the newest event times, late or not, oldest of them first.
  ///
  /// @param count how many at most
  List<ReceivedReading> newest(String deviceId, int count);

  /// How many readings are stored.
  long count();
}
