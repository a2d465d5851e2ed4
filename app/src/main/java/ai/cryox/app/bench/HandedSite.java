package ai.cryox.app.bench;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The real backend with its store, in a folder of its own that is deleted at the end, with
/// readings handed in beside the wire.
final class HandedSite implements AutoCloseable {
  static final double BEYOND = 9.0;
  static final double WITHIN = 2.0;

  private static final int BATCH = 500;
  private static final Origin ORIGIN =
      new Origin("bench", "devices/bench/messages/events/", null, null, Map.of());

  private final InstantSource clock;
  private final TemporaryFolder folder;
  private final LocalBackend backend;
  private final Session session;

  HandedSite(InstantSource clock) throws IOException {
    this.clock = clock;
    folder = new TemporaryFolder();
    backend = new LocalBackend(BackendSettings.at(folder.path()), clock);
    backend.start();
    session = backend.signIn(new SignIn.Desk("bench"));
  }

  Session session() {
    return session;
  }

  /// Hands in a first reading of each of so many devices.
  ///
  /// @param beyond how many of them, from the first, are out of range
  void begin(int devices, int beyond) {
    for (int from = 0; from < devices; from += BATCH) {
      List<Reading> batch = new ArrayList<>();
      for (int i = from; i < Math.min(devices, from + BATCH); i++) {
        batch.add(reading(i, i < beyond ? BEYOND : WITHIN));
      }
      hand(batch);
    }
    while (session.live().latest().devices().size() < devices
        || session.live().latest().alarms().size() < beyond) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /// What a device measures now.
  Reading reading(int device, double temperature) {
    return Reading.of(
        "bench_%05d".formatted(device),
        "warehouse_%03d".formatted(device % 4),
        clock.instant(),
        temperature);
  }

  /// Hands in, waiting while there is no room.
  void hand(List<Reading> batch) {
    Delivery delivery =
        new Delivery(
            ORIGIN,
            clock.instant(),
            new byte[2],
            new Decoded(List.copyOf(batch), List.of()),
            Receipt.NONE);
    while (!backend.sink().offer(delivery)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Override
  public void close() throws IOException {
    backend.close();
    folder.close();
  }
}
