package ai.cryox.backend.relay;

import ai.cryox.core.reading.Receipt;

/// The steps of QoS 2 from a client (MQTT 5, 4.3.3): a packet id stands for the same message from
/// PUBLISH to PUBREL, over connections and restarts. Guarded by the relay's lock.
final class Exchanges {
  private final Object lock;
  private final Commits commits;

  /// @param lock the relay's
  Exchanges(Object lock, Commits commits) {
    this.lock = lock;
    this.commits = commits;
  }

  Relay.Exchange receive(ClientSession session, int packetId) {
    boolean repeated = session.findIncoming(packetId) != null;
    return new Relay.Exchange(session.incoming(packetId), repeated);
  }

  void remember(ClientSession session, Incoming incoming, Step step) {
    if (session.isStored()) {
      step.store(new SessionChange.Remembered(session.clientId(), incoming.packetId()));
    }
    step.afterwards(incoming::setSafe);
  }

  boolean release(ClientSession session, int packetId, Receipt whenSafe) {
    Incoming incoming = session.findIncoming(packetId);
    if (incoming == null) {
      return false;
    }
    incoming.whenSafe(() -> forget(session, incoming, whenSafe));
    return true;
  }

  private void forget(ClientSession session, Incoming incoming, Receipt whenSafe) {
    synchronized (lock) {
      session.forget(incoming);
      Step step = new Step();
      if (session.isStored()) {
        step.store(new SessionChange.Forgotten(session.clientId(), incoming.packetId()));
      }
      step.afterwards(whenSafe::committed);
      commits.commit(step);
    }
  }
}
