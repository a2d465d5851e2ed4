package ai.cryox.backend.relay;

import ai.cryox.backend.relay.Downlink.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Brings one message to one client: at once, or when it is stored, or when the client comes back.
/// Guarded by the relay's lock, except for the count.
final class Deliveries {
  private final RelayLimits limits;
  private final InstantSource clock;
  private final Consumer<SessionChange> journal;
  private final AtomicLong dropped = new AtomicLong();

  /// @param journal takes what must be stored and what nobody waits for
  Deliveries(RelayLimits limits, InstantSource clock, Consumer<SessionChange> journal) {
    this.limits = limits;
    this.clock = clock;
    this.journal = journal;
  }

  /// Messages that were thrown away because a client took too little or there was no room. Any
  /// thread.
  long dropped() {
    return dropped.get();
  }

  void countDropped() {
    dropped.incrementAndGet();
  }

  Outcome send(
      ClientSession session,
      Publication publication,
      int qos,
      boolean retain,
      List<Integer> identifiers,
      Step step) {
    return qos == 0
        ? sendNow(session, publication, retain, identifiers)
        : enqueue(session, publication, qos, retain, identifiers, step);
  }

  private Outcome sendNow(
      ClientSession session, Publication publication, boolean retain, List<Integer> identifiers) {
    Link link = session.link();
    if (link == null) {
      return Outcome.UNHEARD;
    }
    if (link.send(new Outgoing(0, publication, 0, retain, false, identifiers))) {
      return Outcome.SENT;
    }
    countDropped();
    return Outcome.UNHEARD;
  }

  private Outcome enqueue(
      ClientSession session,
      Publication publication,
      int qos,
      boolean retain,
      List<Integer> identifiers,
      Step step) {
    Outbox outbox = session.outbox();
    if (!outbox.hasRoom(limits.queued())) {
      countDropped();
      return Outcome.UNHEARD;
    }
    QueuedMessage message = outbox.add(publication, qos, retain, identifiers);
    if (session.isStored()) {
      step.store(new SessionChange.Waiting(session.clientId(), message.stored()));
    }
    step.afterwards(() -> {
      message.setSafe();
      pump(session);
    });
    return session.link() == null ? Outcome.QUEUED : Outcome.SENT;
  }

  /// Sends what may go out now.
  void pump(ClientSession session) {
    Link link = session.link();
    if (link == null || session.isEnded()) {
      return;
    }
    for (QueuedMessage expired : session.outbox().pump(link, session.window(), clock.instant())) {
      storeSettled(session, expired);
    }
  }

  /// A message needs no more care: the client has it, or can never take it.
  void settle(ClientSession session, QueuedMessage message) {
    session.outbox().settle(message);
    storeSettled(session, message);
    pump(session);
  }

  private void storeSettled(ClientSession session, QueuedMessage message) {
    if (session.isStored()) {
      journal.accept(new SessionChange.Settled(session.clientId(), message.sequence()));
    }
  }
}
