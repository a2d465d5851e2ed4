package ai.cryox.backend.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells everybody who waits for changes that there are some: of alarms at once, of values five
/// times a second at most. One thread for all of them; while nobody waits it looks at nothing.
final class LivePump implements AutoCloseable {
  /// How often it looks, milliseconds; the longest that an alarm waits here.
  private static final int TICK_MILLIS = 25;

  private static final int TICKS_BETWEEN_VALUES = 200 / TICK_MILLIS;
  private static final int TICKS_BETWEEN_HEARTBEATS = 15_000 / TICK_MILLIS;

  private static final Logger LOG = LoggerFactory.getLogger(LivePump.class);

  private final ChangeLog log;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-changes").daemon().factory());
  private int ticksSinceValues;
  private int ticksSinceHeartbeat;
  private long told;

  LivePump(ChangeLog log) {
    this.log = log;
  }

  /// Somebody who waits. Called on the pump's thread, which must not be kept.
  interface Listener {
    /// The log has a new version.
    void changed();

    /// Every fifteen seconds.
    default void heartbeat() {}

    /// The server stops.
    void closed();
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Whoever comes while the server stops is sent away at once: else it would wait for them.
  void add(Listener listener) {
    listeners.add(listener);
    if (timer.isShutdown()) {
      listener.closed();
    }
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  int size() {
    return listeners.size();
  }

  /// Does it once, that much later.
  void after(long millis, Runnable work) {
    if (!timer.isShutdown()) {
      var _ = timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    try {
      ticksSinceValues++;
      ticksSinceHeartbeat++;
      if (!listeners.isEmpty() && (ticksSinceValues >= TICKS_BETWEEN_VALUES || log.isUrgent())) {
        ticksSinceValues = 0;
        tellChanges();
      }
      if (ticksSinceHeartbeat >= TICKS_BETWEEN_HEARTBEATS) {
        ticksSinceHeartbeat = 0;
        listeners.forEach(Listener::heartbeat);
      }
    } catch (RuntimeException e) {
      // An exception would end the timer, and everybody would wait for ever.
      LOG.error("Clients could not be told of changes.", e);
    }
  }

  private void tellChanges() {
    long version = log.advance();
    if (version != told) {
      told = version;
      listeners.forEach(Listener::changed);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    listeners.forEach(Listener::closed);
  }
}
