package ai.cryox.backend.relay;

import java.util.List;

/// A message with QoS 1 or 2 on its way to one client. Guarded by the relay's lock.
final class QueuedMessage {
  private static final int PACKET_IDS = 65_535;

  private final long sequence;
  private final Publication publication;
  private final int qos;
  private final boolean retain;
  private final List<Integer> identifiers;
  private boolean safe;
  private boolean sent;
  private boolean received;

  QueuedMessage(
      long sequence, Publication publication, int qos, boolean retain, List<Integer> identifiers) {
    this.sequence = sequence;
    this.publication = publication;
    this.qos = qos;
    this.retain = retain;
    this.identifiers = identifiers;
  }

  /// One that was stored: whether it was sent is not known, so it counts as sent.
  static QueuedMessage restored(StoredMessage stored) {
    QueuedMessage message =
        new QueuedMessage(
            stored.sequence(),
            stored.publication(),
            stored.qos(),
            stored.retain(),
            stored.identifiers());
    message.safe = true;
    message.sent = true;
    message.received = stored.received();
    return message;
  }

  StoredMessage stored() {
    return new StoredMessage(sequence, publication, qos, retain, received, identifiers);
  }

  /// How it goes out now.
  Outgoing outgoing() {
    return new Outgoing(packetId(), publication, qos, retain, sent, identifiers);
  }

  long sequence() {
    return sequence;
  }

  /// Follows from the sequence, so that after a restart the client knows it as the same message.
  int packetId() {
    return (int) ((sequence - 1) % PACKET_IDS) + 1;
  }

  Publication publication() {
    return publication;
  }

  int qos() {
    return qos;
  }

  /// Whether it may go out: it is stored, or need not be.
  boolean isSafe() {
    return safe;
  }

  void setSafe() {
    safe = true;
  }

  void setSent() {
    sent = true;
  }

  /// Whether the client has it (PUBREC).
  boolean isReceived() {
    return received;
  }

  void setReceived() {
    received = true;
  }
}
