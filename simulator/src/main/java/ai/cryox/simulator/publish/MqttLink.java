package ai.cryox.simulator.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/// Everything that goes out under one client id: stores, forwards, connects again.
///
/// A message counts as sent when its PUBACK has come; what was on its way when a connection broke
/// goes out again first, in order and with its old timestamps. For one thread.
final class MqttLink {
  static final int WINDOW = 1000;

  private static final long FIRST_BACK_OFF = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_BACK_OFF = Duration.ofSeconds(30).toNanos();

  /// So long a device that restarts goes on, for its answer to get through.
  private static final long LAST_WORDS = Duration.ofSeconds(1).toNanos();

  /// How far a connection has come.
  private enum Stage {
    CONNECTED,
    SUBSCRIBED,
    LISTENING
  }

  private final String broker;
  private final String clientId;
  private final @Nullable Credentials credentials;
  private final Ear ear;
  private final Runnable wake;
  private final Outbox outbox;
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private @Nullable Connection connection;
  private Stage stage = Stage.CONNECTED;
  private @Nullable Long hangUpAt;
  private @Nullable String problem;
  private long backOff = FIRST_BACK_OFF;
  private long retryAt;
  private long published;
  private long acknowledged;

  private static final class InFlight {
    final OutgoingMessage message;
    volatile boolean acknowledged;

    InFlight(OutgoingMessage message) {
      this.message = message;
    }
  }

  /// @param credentials what it shows, or `null`
  /// @param ear listens for what stands behind the connection
  /// @param now of `System.nanoTime`
  MqttLink(
      String broker,
      String clientId,
      @Nullable Credentials credentials,
      Ear ear,
      int mostPerDevice,
      Runnable wake,
      long now) {
    this.broker = broker;
    this.clientId = clientId;
    this.credentials = credentials;
    this.ear = ear;
    this.wake = wake;
    outbox = new Outbox(mostPerDevice);
    retryAt = now;
  }

  void add(OutgoingMessage message, boolean mayDrop) {
    outbox.add(message, mayDrop && !isOpen());
  }

  /// Does all that can be done now without waiting.
  void pump(long now) {
    Connection current = connection;
    if (current == null) {
      if (now - retryAt >= 0) {
        connect(now);
      }
    } else if (current.lost() != null) {
      fail(current.lost(), now);
    } else if (current.isOpen()) {
      backOff = FIRST_BACK_OFF;
      problem = null;
      settle();
      send(current, now);
      if (connection == current) {
        listen(current, now);
      }
    }
  }

  /// Subscribes once, says its first words once, then does what it is told.
  private void listen(Connection current, long now) {
    try {
      if (stage == Stage.CONNECTED) {
        stage = Stage.SUBSCRIBED;
        List<String> filters = ear.filters(clientId);
        if (!filters.isEmpty()) {
          current.subscribe(filters);
        }
      }
      if (stage == Stage.SUBSCRIBED && current.isListening()) {
        stage = Stage.LISTENING;
        react(current, ear.begin(clientId), now);
      }
      for (Incoming next = current.hear(); next != null; next = current.hear()) {
        react(current, ear.hear(next), now);
      }
      if (hangUpAt != null && now - hangUpAt >= 0) {
        fail("it restarts", now);
      }
    } catch (MqttException broken) {
      fail(broken.getMessage(), now);
    }
  }

  private void react(Connection current, Reaction reaction, long now) throws MqttException {
    for (Reaction.Saying saying : reaction.said()) {
      current.say(saying);
    }
    if (reaction.hangsUp()) {
      hangUpAt = now + LAST_WORDS;
    }
  }

  private void connect(long now) {
    try {
      connection = new Connection(broker, clientId, WINDOW, credentials, wake);
      stage = Stage.CONNECTED;
      hangUpAt = null;
    } catch (MqttException refused) {
      fail(refused.getMessage(), now);
    }
  }

  private void fail(@Nullable String reason, long now) {
    problem = reason;
    settle();
    while (!inFlight.isEmpty()) {
      outbox.putBack(inFlight.removeLast().message);
    }
    close();
    retryAt = now + backOff;
    backOff = Math.min(2 * backOff, LONGEST_BACK_OFF);
  }

  /// PUBACKs come in the order of the messages; a gap only waits for the one before it.
  private void settle() {
    while (!inFlight.isEmpty() && inFlight.peekFirst().acknowledged) {
      inFlight.removeFirst();
      acknowledged++;
    }
  }

  private void send(Connection current, long now) {
    while (inFlight.size() < WINDOW) {
      OutgoingMessage message = outbox.next();
      if (message == null) {
        return;
      }
      InFlight sent = new InFlight(message);
      inFlight.addLast(sent);
      try {
        current.publish(message, () -> sent.acknowledged = true);
        published++;
      } catch (MqttException broken) {
        fail(broken.getMessage(), now);
        return;
      }
    }
  }

  boolean isOpen() {
    return connection != null && connection.isOpen();
  }

  /// Messages stored, and messages sent and not acknowledged.
  int waiting() {
    return outbox.size() + inFlight.size();
  }

  int stored() {
    return outbox.size();
  }

  long published() {
    return published;
  }

  long acknowledged() {
    return acknowledged;
  }

  long dropped() {
    return outbox.dropped();
  }

  /// Why there is no connection, as far as known.
  @Nullable String problem() {
    return problem;
  }

  void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
