package ai.cryox.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How many connections can be set up one after another, from the first packet of TCP to the
/// CONNACK.
final class ConnectionRate {
  private final Wire.Dialer dialer;
  private final List<String> clientIds;

  /// @param clientIds who connect in turn
  ConnectionRate(Wire.Dialer dialer, List<String> clientIds) {
    this.dialer = dialer;
    this.clientIds = clientIds;
  }

  /// Connects and disconnects for so long, on so many threads.
  ///
  /// @return connections a second
  /// @throws IOException if the endpoint does not take one
  double measure(int threads, double seconds) throws IOException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long made = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i;
        all.add(executor.submit(() -> connectUntil(end, first, threads)));
      }
      for (Future<Long> one : all) {
        made += one.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("The measurement was broken off.", stop);
    }
    return made / ((System.nanoTime() - start) / 1e9);
  }

  /// Every thread has clients of its own: nobody takes another's session over.
  private long connectUntil(long endNanos, int first, int step) throws IOException {
    long made = 0;
    for (int i = first; System.nanoTime() < endNanos; i = (i + step) % clientIds.size()) {
      LoadLink.connect(dialer, clientIds.get(i)).close();
      made++;
    }
    return made;
  }
}
