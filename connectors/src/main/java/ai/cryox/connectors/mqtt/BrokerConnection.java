package ai.cryox.connectors.mqtt;

import ai.cryox.core.link.LinkState;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One connection to a broker, from its first attempt to its end.
///
/// Three threads meet here: the link's own opens it and waits for its end, Paho's hands in what
/// arrives, the acknowledger's tells what was stored.
final class BrokerConnection implements BrokerClient.Events {
  /// So long commits under way may take at the end, milliseconds.
  private static final long SETTLE_MILLIS = 500;

  private static final LinkFailure CLOSED = LinkFailure.passing("Monitoring was stopped.");

  private final BrokerSettings settings;
  private final BrokerClient client;
  private final Arrivals arrivals;
  private final RoomGate gate;
  private final LinkLamp lamp;
  private final Acknowledger acknowledger;
  private final CompletableFuture<LinkFailure> end = new CompletableFuture<>();

  /// Makes the client that speaks for one connection.
  interface ClientFactory {
    BrokerClient client(String clientId, BrokerClient.Events events) throws LinkException;
  }

  /// @param number which of the link's source, from 1
  BrokerConnection(
      BrokerSettings settings,
      int number,
      ClientFactory factory,
      Arrivals arrivals,
      RoomGate gate,
      LinkLamp lamp)
      throws LinkException {
    this.settings = settings;
    this.arrivals = arrivals;
    this.gate = gate;
    this.lamp = lamp;
    this.client = factory.client(settings.clientId(number), this);
    this.acknowledger = new Acknowledger(settings.linkName(number), client, lamp);
  }

  /// Connects and restores the subscriptions. What waits at the broker may arrive before it
  /// returns.
  void open() throws LinkException {
    acknowledger.start();
    client.connect();
    lamp.transition(LinkState.CONNECTING, LinkState.CONNECTING, settings.catchingUpWords());
    client.subscribe(settings.wantedFilters());
    client.unsubscribe(settings.formerFilters());
  }

  /// Waits until it is over.
  ///
  /// @return why
  LinkFailure awaitEnd() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Takes nothing more; lets commits under way be acknowledged and frees everything.
  void close() {
    boolean orderly = end.complete(CLOSED);
    gate.shut();
    try {
      if (orderly) {
        acknowledger.settle(SETTLE_MILLIS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    acknowledger.stop();
    client.close();
  }

  @Override
  public void lost(LinkFailure why) {
    end.complete(why);
    gate.shut();
  }

  @Override
  public void arrived(Publication publication) {
    if (end.isDone()) {
      return;
    }
    lamp.countReceived();
    Receipt receipt =
        publication.qos() == 0 ? Receipt.NONE : acknowledger.owe(publication.packetId());
    handIn(arrivals.delivery(publication, receipt));
  }

  /// Waits for room if need be. What is given up here was not acknowledged, nor is anything after
  /// it: the broker sends it again.
  private void handIn(Delivery delivery) {
    try {
      while (!gate.offer(delivery)) {
        boolean held =
            lamp.transition(
                LinkState.CONNECTED,
                LinkState.HELD,
                "Nothing is read from the broker until what came before is stored.");
        if (!gate.awaitRoom()) {
          return;
        }
        if (held) {
          lamp.transition(LinkState.HELD, LinkState.CONNECTED, settings.connectedWords());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      lost(LinkFailure.passing("The program stopped reading."));
    }
  }
}
