package ai.cryox.backend.report;

import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.device.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads the units of a report on a few threads, each with a connection of its own; what they write
/// comes in the order of the units all the same. One use.
final class UnitReaders implements AutoCloseable {
  private static final int MOST_THREADS = 4;

  private final List<StoreFile> files = new ArrayList<>();
  private final BlockingQueue<UnitReader> idle;
  private final ExecutorService threads;

  /// @param file is opened anew for each thread
  /// @param series what was opened of it
  /// @param off when monitoring was off
  UnitReaders(
      StoreFile file, SeriesView series, String facilityId, Stretch period, List<Stretch> off) {
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      StoreFile own = file.again();
      files.add(own);
      idle.add(new UnitReader(own, series.on(own), facilityId, period, off));
    }
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("report-unit-", 0).daemon().factory());
  }

  /// Begins to read a unit, after those that were asked for before.
  ///
  /// @param part where its data go
  /// @param proof where goes what proves them
  Future<UnitRecord> read(
      Device device, Instant knownAt, PackedFile file, Pieces part, ProofWriter proof) {
    return threads.submit(() -> {
      UnitReader reader = idle.take();
      try (proof;
          DataWriter data = new DataWriter(file, part)) {
        return reader.read(device, knownAt, data, proof);
      } finally {
        idle.add(reader);
      }
    });
  }

  /// What was read of a unit.
  ///
  /// @throws CancellationException if the thread was interrupted
  static UnitRecord of(Future<UnitRecord> reading) {
    try {
      return reading.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("The report was broken off.").initCause(stop);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException known -> throw known;
        case Error broken -> throw broken;
        case null, default -> throw new AssertionError("a unit is read without", failed);
      }
    }
  }

  /// Breaks off what is still being read, and waits for that.
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
    files.forEach(StoreFile::close);
  }
}
