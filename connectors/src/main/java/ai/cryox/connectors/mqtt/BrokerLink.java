package ai.cryox.connectors.mqtt;

import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.ReadingSink;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps one connection to a broker: makes it, waits for its end, waits a little, makes the next. A
/// thread of its own does all of it.
final class BrokerLink {
  private static final long CLOSE_MILLIS = 5_000;

  private final BrokerSettings settings;
  private final int number;
  private final BrokerConnection.ClientFactory factory;
  private final Arrivals arrivals;
  private final ReadingSink sink;
  private final BackOff backOff;
  private final LinkLamp lamp;
  private final Thread thread;

  BrokerLink(
      BrokerSettings settings,
      int number,
      BrokerConnection.ClientFactory factory,
      Arrivals arrivals,
      ReadingSink sink,
      BackOff backOff,
      LinkLamp lamp) {
    this.settings = settings;
    this.number = number;
    this.factory = factory;
    this.arrivals = arrivals;
    this.sink = sink;
    this.backOff = backOff;
    this.lamp = lamp;
    this.thread = Thread.ofVirtual().name("link " + settings.linkName(number)).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  LinkStatus status() {
    return lamp.status();
  }

  /// Asks it to end; {@link #awaitEnd} waits for that.
  void close() {
    lamp.become(LinkState.CLOSED, "Monitoring was stopped.");
    thread.interrupt();
  }

  void awaitEnd() throws InterruptedException {
    if (thread.getState() != Thread.State.NEW) {
      thread.join(CLOSE_MILLIS);
    }
  }

  private void run() {
    try {
      while (lamp.state() != LinkState.CLOSED) {
        RoomGate gate = new RoomGate(sink);
        // With nowhere to put what comes, a connection would only be lost again.
        gate.awaitRoom();
        pause(visit(gate));
      }
    } catch (InterruptedException asked) {
      lamp.become(LinkState.CLOSED, "Monitoring was stopped.");
    }
  }

  /// One connection from its first attempt to its end.
  ///
  /// @return how long to wait before the next
  private Duration visit(RoomGate gate) throws InterruptedException {
    if (!lamp.become(LinkState.CONNECTING, settings.connectingWords())) {
      return Duration.ZERO;
    }
    @Nullable BrokerConnection connection = null;
    try {
      connection = new BrokerConnection(settings, number, factory, arrivals, gate, lamp);
      connection.open();
      return stay(connection);
    } catch (LinkException notOpened) {
      return giveUp(notOpened.failure(), Duration.ZERO);
    } finally {
      if (connection != null) {
        connection.close();
      }
    }
  }

  private Duration stay(BrokerConnection connection) throws InterruptedException {
    long start = System.nanoTime();
    if (!lamp.transition(LinkState.CONNECTING, LinkState.CONNECTED, settings.connectedWords())) {
      return Duration.ZERO;
    }
    LinkFailure why = connection.awaitEnd();
    lamp.countInterruption();
    return giveUp(why, Duration.ofNanos(System.nanoTime() - start));
  }

  private Duration giveUp(LinkFailure why, Duration connected) {
    Duration wait = why.refused() ? backOff.afterRefusal() : backOff.afterLoss(connected);
    String sentence =
        "%s The next attempt follows after %d s.".formatted(why.sentence(), wait.toSeconds());
    lamp.become(why.refused() ? LinkState.REFUSED : LinkState.WAITING, sentence);
    return wait;
  }

  private void pause(Duration wait) throws InterruptedException {
    if (lamp.state() != LinkState.CLOSED) {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }
  }
}
