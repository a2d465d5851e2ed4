package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one client, with or without a connection. Guarded by the relay's lock.
public final class ClientSession {
  private final String clientId;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private final Map<Integer, Incoming> incoming = new HashMap<>();
  private final Outbox outbox;
  private Duration expiry = Duration.ZERO;
  private boolean stored;
  private boolean ended;
  private int window = 1;
  private @Nullable Link link;
  private @Nullable Instant leftAt;
  private @Nullable Will will;

  ClientSession(String clientId, QueueBudget budget) {
    this.clientId = clientId;
    this.outbox = new Outbox(budget);
  }

  /// As it was stored.
  static ClientSession restored(StoredSession stored, QueueBudget budget, Instant now) {
    ClientSession session = new ClientSession(stored.clientId(), budget);
    session.expiry = stored.expiry();
    session.stored = true;
    Instant left = stored.leftAt();
    session.leftAt = left == null ? now : left;
    stored.subscriptions().forEach(session::put);
    stored.waiting().forEach(message -> session.outbox.restore(QueuedMessage.restored(message)));
    for (int packetId : stored.remembered()) {
      session.incoming(packetId).setSafe();
    }
    return session;
  }

  String clientId() {
    return clientId;
  }

  void attach(Link link, Opening opening, Duration expiry) {
    this.link = link;
    this.expiry = expiry;
    stored |= expiry.isPositive();
    window = opening.window();
    will = opening.will();
    leftAt = null;
  }

  void detach(Instant now) {
    link = null;
    leftAt = now;
    outbox.suspend();
  }

  @Nullable Link link() {
    return link;
  }

  int window() {
    return window;
  }

  Outbox outbox() {
    return outbox;
  }

  /// Whether it is to survive a restart: it does from the first time that it shall outlive its
  /// connection.
  boolean isStored() {
    return stored && !ended;
  }

  boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
    outbox.clear();
  }

  Duration expiry() {
    return expiry;
  }

  void setExpiry(Duration expiry) {
    this.expiry = expiry;
  }

  SessionChange kept() {
    return new SessionChange.Kept(clientId, expiry, leftAt);
  }

  /// When it ends, or `null` while the client is connected.
  @Nullable Instant endsAt() {
    Instant left = leftAt;
    return left == null ? null : left.plus(expiry);
  }

  /// When the will is due, or `null` if there is none or the client is connected.
  @Nullable Instant willDueAt() {
    Will last = will;
    Instant left = leftAt;
    if (last == null || left == null) {
      return null;
    }
    return left.plus(last.delay().compareTo(expiry) < 0 ? last.delay() : expiry);
  }

  @Nullable Will will() {
    return will;
  }

  void dropWill() {
    will = null;
  }

  Map<String, Subscription> subscriptions() {
    return subscriptions;
  }

  void put(Subscription subscription) {
    subscriptions.put(subscription.filter().text(), subscription);
  }

  /// The client's message with this packet id, begun now if it is new.
  Incoming incoming(int packetId) {
    return incoming.computeIfAbsent(packetId, Incoming::new);
  }

  @Nullable Incoming findIncoming(int packetId) {
    return incoming.get(packetId);
  }

  void forget(Incoming message) {
    incoming.remove(message.packetId());
  }
}
