package ai.cryox.app.bench;

import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Readings as steady sensors give them: one each 30 s of every device in turn, 0.01 °C resolution,
/// clocks that jitter by ±20 ms, 40 to 240 ms on the way. The same for the same seed. One thread.
public final class ReadingSupply {
  /// When the first round is taken.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// Between two readings of a device, milliseconds.
  public static final long PERIOD_MILLIS = 30_000;

  private static final String PREFIX = "bench_";

  private final Random random = new Random(1);
  private final String[] devices;
  private final double[] temperatures;
  private long given;

  /// @param devices how many, 1 to 10,000
  public ReadingSupply(int devices) {
    this(devices, PREFIX);
  }

  ReadingSupply(int devices, String prefix) {
    this.devices = new String[devices];
    this.temperatures = new double[devices];
    for (int i = 0; i < devices; i++) {
      this.devices[i] = deviceId(prefix, i);
      temperatures[i] = 2 + 4 * random.nextDouble();
    }
  }

  /// The id of the i-th device.
  public static String deviceId(int i) {
    return deviceId(PREFIX, i);
  }

  private static String deviceId(String prefix, int i) {
    return "%s%04d".formatted(prefix, i);
  }

  /// When the last one given was taken, roughly.
  public Instant now() {
    return START.plusMillis(given / devices.length * PERIOD_MILLIS);
  }

  /// The next so many.
  public List<ReceivedReading> next(int count) {
    List<ReceivedReading> readings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      readings.add(next());
    }
    return readings;
  }

  private ReceivedReading next() {
    int device = (int) (given % devices.length);
    Instant time = now().plusMillis(random.nextInt(-20, 21));
    given++;
    temperatures[device] += random.nextGaussian() * 0.027;
    double temperature = Math.round(temperatures[device] * 100) / 100.0;
    double humidity = 60 + Math.floorMod(given / 5_000, 40) / 10.0;
    return new ReceivedReading(
        new Reading(devices[device], "bench", time, temperature, humidity, ReadingNotes.NONE),
        time.plusMillis(random.nextInt(40, 240)),
        false);
  }
}
