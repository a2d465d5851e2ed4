package ai.cryox.app.device;

import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which device is looked at, how far back, and its readings: what is stored, extended by what
/// comes in. One owner thread, the FX thread; only {@link #read} belongs elsewhere. Needs no
/// toolkit.
final class DeviceModel {
  private static final int PAGE = 5_000;

  private final AtomicInteger ticket = new AtomicInteger();
  private @Nullable String deviceId;
  private TrendRange range = TrendRange.DAY;
  private Samples samples = new Samples();
  private boolean loaded;
  private boolean missed;
  private boolean incomplete;
  private Instant readAt = Instant.MIN;

  /// What is to be read from the store.
  ///
  /// @param number a later one makes this one worthless
  record Wanted(int number, String deviceId, Instant from, Instant until) {}

  /// The readings looked at in numbers.
  ///
  /// @param count how many
  /// @param low lowest, °C; NaN without readings, like `high`
  /// @param gaps how often more time than allowed lay between two
  /// @param longest the longest gap
  record Summary(int count, double low, double high, int gaps, Duration longest) {}

  /// Looks at another device, or at none.
  void open(@Nullable String wanted) {
    deviceId = wanted;
    forget();
  }

  /// Looks further back or less far.
  void range(TrendRange wanted) {
    range = wanted;
    forget();
  }

  /// Drops the readings; what is being read is read in vain.
  void forget() {
    ticket.incrementAndGet();
    samples = new Samples();
    loaded = false;
    incomplete = false;
    missed = false;
    readAt = Instant.MIN;
  }

  @Nullable String deviceId() {
    return deviceId;
  }

  TrendRange range() {
    return range;
  }

  Samples samples() {
    return samples;
  }

  /// Whether {@link #samples} hold what is stored.
  boolean isLoaded() {
    return loaded;
  }

  /// What has to be read from the store now: at first, after a while for readings that came in
  /// late, and when more came at once than the live state remembers. `null` if nothing.
  @Nullable Wanted wanted(Instant now, Duration gap) {
    String device = deviceId;
    boolean due = missed || !now.isBefore(plus(readAt, range.refresh()));
    if (device == null || !due) {
      return null;
    }
    readAt = now;
    missed = false;
    // A gap earlier, so that the line comes in from the left; later, for clocks that run ahead.
    return new Wanted(
        ticket.incrementAndGet(),
        device,
        now.minus(range.span()).minus(gap),
        now.plus(Duration.ofMinutes(10)));
  }

  private static Instant plus(Instant at, Duration span) {
    return at.equals(Instant.MIN) ? at : at.plus(span);
  }

  /// Reads page after page until the end, or until something else is wanted. Blocks; any thread.
  Samples read(Session session, Wanted wanted) {
    ReadingQuery query = ReadingQuery.ofDevice(wanted.deviceId(), wanted.from(), wanted.until());
    Samples found = new Samples();
    String token = null;
    do {
      Page<ReceivedReading> page = session.readings(query, new PageRequest(PAGE, token));
      for (ReceivedReading received : page.items()) {
        found.add(received.reading().time().toEpochMilli(), received.reading().temperature());
      }
      token = page.continuationToken();
    } while (token != null && wanted.number() == ticket.get());
    return found;
  }

  /// Takes over what was read.
  ///
  /// @return whether it was still wanted
  boolean accept(Wanted wanted, Samples found) {
    if (wanted.number() != ticket.get()) {
      return false;
    }
    samples = found;
    loaded = true;
    incomplete = false;
    return true;
  }

  /// Says that the store could not answer: what comes in is shown, and the store is asked again
  /// later.
  ///
  /// @return whether it was still wanted
  boolean failed(Wanted wanted) {
    if (wanted.number() != ticket.get()) {
      return false;
    }
    loaded = true;
    incomplete = true;
    return true;
  }

  /// Whether the store could not be read, so that {@link #samples} lack what is stored.
  boolean isIncomplete() {
    return incomplete;
  }

  /// Adds what came in since. Several readings may come between two beats: those before the newest
  /// are taken from the trace.
  ///
  /// @return whether anything was added
  boolean follow(DeviceLive live) {
    if (!loaded) {
      return false;
    }
    Trace trace = live.trace();
    long last = samples.lastTime();
    missed |= trace.size() == Trace.LENGTH && samples.size() > 0 && trace.time(0) > last;
    ReceivedReading newest = live.newest();
    if (newest == null || newest.reading().time().toEpochMilli() <= last) {
      return false;
    }
    long newestTime = newest.reading().time().toEpochMilli();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.time(i) > last && trace.time(i) < newestTime) {
        samples.add(trace.time(i), trace.temperature(i));
      }
    }
    return samples.add(newestTime, newest.reading().temperature());
  }

  /// Sums up the readings from the start of the range until now.
  ///
  /// @param gap two readings further apart leave a gap
  Summary summary(Instant now, Duration gap) {
    int first = samples.firstFrom(now.minus(range.span()).toEpochMilli());
    double low = Double.NaN;
    double high = Double.NaN;
    int gaps = 0;
    long longest = 0;
    for (int i = first; i < samples.size(); i++) {
      low = i == first ? samples.value(i) : Math.min(low, samples.value(i));
      high = i == first ? samples.value(i) : Math.max(high, samples.value(i));
      long apart = i == first ? 0 : samples.time(i) - samples.time(i - 1);
      if (apart > gap.toMillis()) {
        gaps++;
        longest = Math.max(longest, apart);
      }
    }
    return new Summary(samples.size() - first, low, high, gaps, Duration.ofMillis(longest));
  }
}
