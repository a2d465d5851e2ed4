package ai.cryox.backend.relay;

import ai.cryox.core.reading.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Sessions and what they say to each other: a broker without sockets.
///
/// One lock guards all of it and is held for microseconds. What must survive a restart goes to the
/// journal, and whoever waits for it is told after the commit; a message with QoS 1 or 2 goes out
/// to a session that is stored only when it is stored itself, so that a crash neither loses it nor
/// brings it twice with two packet ids. All methods may be called by any thread and return at once.
public final class Relay implements Downlink {
  private final InstantSource clock;
  private final RelayJournal journal;
  private final Executor courier;
  private final SessionRegistry sessions;
  private final Deliveries deliveries;
  private final Distribution distribution;
  private final QueueBudget budget;
  private WillRoute wills = (clientId, will) -> {};

  /// @param courier runs what follows a commit, and wills; one after the other
  /// @param stored what was remembered when the backend last stopped
  public Relay(
      RelayLimits limits,
      RelayJournal journal,
      InstantSource clock,
      Executor courier,
      StoredRelay stored) {
    this.clock = clock;
    this.journal = journal;
    this.courier = courier;
    this.sessions = new SessionRegistry(limits);
    this.deliveries = new Deliveries(limits, clock, changes -> journal.append(changes, () -> {}));
    this.distribution = new Distribution(limits, deliveries);
    this.budget = new QueueBudget(limits.queuedBytes());
    restore(stored);
  }

  private void restore(StoredRelay stored) {
    Instant now = clock.instant();
    stored.retained().forEach(distribution::restore);
    for (StoredSession one : stored.sessions()) {
      ClientSession session = ClientSession.restored(one, budget, now);
      sessions.add(session);
      distribution.enter(session);
      sessions.watch(session);
    }
  }

  /// Says where wills go. Before the first client comes.
  public synchronized void routeWills(WillRoute route) {
    wills = route;
  }

  /// Messages that were thrown away because a client took too little or there was no room.
  public long dropped() {
    return deliveries.dropped();
  }

  /// Begins a client's session or goes on with it; an older connection of the same client ends.
  ///
  /// @param whenSafe told when the client may be answered; the link must keep what it is handed
  ///   until then
  public synchronized Attendance connect(Opening opening, Link link, Receipt whenSafe) {
    Step step = new Step();
    ClientSession session = sessions.find(opening.clientId());
    if (session != null) {
      session = leaveToSuccessor(session, opening, step);
    }
    boolean resumed = session != null;
    Duration expiry = sessions.allowed(opening);
    if (session == null) {
      session = new ClientSession(opening.clientId(), budget);
      sessions.add(session);
    }
    session.attach(link, opening, expiry);
    if (session.isStored()) {
      step.store(session.kept());
    }
    ClientSession current = session;
    step.afterwards(whenSafe::committed);
    step.afterwards(() -> deliveries.pump(current));
    commit(step);
    return new Attendance(session, link, resumed, expiry);
  }

  /// @return the session, if it goes on
  private @Nullable ClientSession leaveToSuccessor(
      ClientSession session, Opening opening, Step step) {
    Link older = session.link();
    if (older != null) {
      older.takenOver();
      session.detach(clock.instant());
    }
    boolean over = opening.fresh() || !session.expiry().isPositive();
    Instant due = session.willDueAt();
    if (due != null && (over || !due.isAfter(clock.instant()))) {
      fireWill(session);
    }
    session.dropWill();
    if (over) {
      end(session, step);
    }
    return over ? null : session;
  }

  private void fireWill(ClientSession session) {
    Will will = session.will();
    if (will != null) {
      session.dropWill();
      Publication publication = will.at(clock.instant());
      WillRoute route = wills;
      courier.execute(() -> route.publish(session.clientId(), publication));
    }
  }

  private void end(ClientSession session, Step step) {
    if (session.isStored()) {
      step.store(new SessionChange.Ended(session.clientId()));
    }
    distribution.leave(session);
    sessions.remove(session);
    session.end();
  }

  /// The connection ends. Nothing happens if the session has a newer one.
  ///
  /// @param will whether the client's will is to be done
  /// @param expiry how long the session shall go on, if the client has changed its mind, or `null`
  public synchronized void leave(Attendance attendance, boolean will, @Nullable Duration expiry) {
    if (!attendance.isCurrent()) {
      return;
    }
    ClientSession session = attendance.session();
    if (expiry != null) {
      session.setExpiry(sessions.allowed(expiry));
    }
    if (!will) {
      session.dropWill();
    }
    session.detach(clock.instant());
    Step step = new Step();
    if (session.isStored() && session.expiry().isPositive()) {
      step.store(session.kept());
    }
    sessions.watch(session);
    look(session, clock.instant(), step);
    commit(step);
  }

  /// Does what is due: wills and the ends of sessions. To be called several times a second.
  public synchronized void tick() {
    Instant now = clock.instant();
    Step step = new Step();
    sessions.due(now).forEach(session -> look(session, now, step));
    commit(step);
  }

  private void look(ClientSession session, Instant now, Step step) {
    Instant will = session.willDueAt();
    if (will != null && !will.isAfter(now)) {
      fireWill(session);
    }
    Instant end = session.endsAt();
    if (end != null && !end.isAfter(now) && !session.isEnded()) {
      end(session, step);
    }
  }

  /// Adds subscriptions and sends what is retained for them.
  ///
  /// @param whenSafe told when the client may be answered
  /// @return for each whether there was room for it
  public synchronized List<Boolean> subscribe(
      Attendance attendance, List<Subscription> wanted, Receipt whenSafe) {
    Step step = new Step();
    step.afterwards(whenSafe::committed);
    List<Boolean> granted = new ArrayList<>();
    for (Subscription subscription : wanted) {
      granted.add(
          distribution.subscribe(attendance.session(), subscription, step, clock.instant()));
    }
    commit(step);
    return granted;
  }

  /// Takes subscriptions away.
  ///
  /// @param whenSafe told when the client may be answered
  /// @return for each whether there was such a one
  public synchronized List<Boolean> unsubscribe(
      Attendance attendance, List<TopicFilter> filters, Receipt whenSafe) {
    Step step = new Step();
    step.afterwards(whenSafe::committed);
    List<Boolean> existed = new ArrayList<>();
    for (TopicFilter filter : filters) {
      existed.add(distribution.unsubscribe(attendance.session(), filter, step));
    }
    commit(step);
    return existed;
  }

  /// Relays a client's publication.
  ///
  /// @param attendance the publisher's, or `null` if it is gone (a will)
  /// @param incoming the message's exchange with QoS 2, or `null`
  /// @param whenSafe told when everything that must survive a restart does
  public synchronized void publish(
      @Nullable Attendance attendance,
      Publication publication,
      @Nullable Incoming incoming,
      Receipt whenSafe) {
    Step step = new Step();
    ClientSession from = attendance == null ? null : attendance.session();
    distribution.publish(from, publication, step);
    if (from != null && incoming != null) {
      remember(from, incoming, step);
    }
    step.afterwards(whenSafe::committed);
    commit(step);
  }

  /// What follows a client's PUBLISH with QoS 2.
  ///
  /// @param incoming the exchange
  /// @param repeated whether the message came before: it must not be taken again
  public record Exchange(Incoming incoming, boolean repeated) {}

  /// A client publishes with QoS 2.
  public synchronized Exchange receive(Attendance attendance, int packetId) {
    ClientSession session = attendance.session();
    boolean repeated = session.findIncoming(packetId) != null;
    return new Exchange(session.incoming(packetId), repeated);
  }

  /// A message with QoS 2 that is not relayed is safe elsewhere: now its packet id must be.
  public synchronized void remember(Attendance attendance, Incoming incoming) {
    Step step = new Step();
    remember(attendance.session(), incoming, step);
    commit(step);
  }

  /// A message with QoS 2 is refused: its packet id may be used again at once.
  public synchronized void abandon(Attendance attendance, Incoming incoming) {
    attendance.session().forget(incoming);
  }

  private static void remember(ClientSession session, Incoming incoming, Step step) {
    if (session.isStored()) {
      step.store(new SessionChange.Remembered(session.clientId(), incoming.packetId()));
    }
    step.afterwards(incoming::setSafe);
  }

  /// Tells the receipt when the message and its packet id are safe.
  public synchronized void whenSafe(Incoming incoming, Receipt receipt) {
    incoming.whenSafe(receipt::committed);
  }

  /// How many of the client's messages with QoS 2 wait for PUBREL.
  public synchronized int incomingCount(Attendance attendance) {
    return attendance.session().incomingCount();
  }

  /// A client's PUBREL: the packet id may be used again.
  ///
  /// @param whenSafe told when the client may be answered
  /// @return `false` if there is no such message; then nothing is told
  public synchronized boolean release(Attendance attendance, int packetId, Receipt whenSafe) {
    ClientSession session = attendance.session();
    Incoming incoming = session.findIncoming(packetId);
    if (incoming == null) {
      return false;
    }
    incoming.whenSafe(() -> forget(session, incoming, whenSafe));
    return true;
  }

  private synchronized void forget(ClientSession session, Incoming incoming, Receipt whenSafe) {
    session.forget(incoming);
    Step step = new Step();
    if (session.isStored()) {
      step.store(new SessionChange.Forgotten(session.clientId(), incoming.packetId()));
    }
    step.afterwards(whenSafe::committed);
    commit(step);
  }

  /// A client has a message with QoS 1 (PUBACK), refuses one with QoS 2 (PUBREC), is done with one
  /// (PUBCOMP), or can never take it.
  ///
  /// @return whether there is such a message
  public synchronized boolean settle(Attendance attendance, int packetId) {
    QueuedMessage message = attendance.session().outbox().find(packetId);
    if (message == null || !attendance.isCurrent()) {
      return false;
    }
    deliveries.settle(attendance.session(), message);
    return true;
  }

  /// A client has a message with QoS 2 (PUBREC); PUBREL goes out when that is stored.
  ///
  /// @return whether there is such a message
  public synchronized boolean received(Attendance attendance, int packetId) {
    ClientSession session = attendance.session();
    QueuedMessage message = session.outbox().find(packetId);
    if (message == null || message.qos() != 2 || !attendance.isCurrent()) {
      return false;
    }
    Step step = new Step();
    message.setReceived();
    if (session.isStored()) {
      step.store(new SessionChange.Received(session.clientId(), message.sequence()));
    }
    step.afterwards(() -> {
      if (attendance.isCurrent()) {
        attendance.link().release(packetId);
      }
    });
    commit(step);
    return true;
  }

  @Override
  public synchronized CompletableFuture<Outcome> send(String clientId, Publication publication) {
    ClientSession session = sessions.find(clientId);
    if (session == null) {
      return CompletableFuture.completedFuture(Outcome.UNHEARD);
    }
    Step step = new Step();
    Outcome outcome = distribution.sendTo(session, publication, step);
    return completed(step, outcome);
  }

  @Override
  public synchronized CompletableFuture<Void> publish(Publication publication) {
    Step step = new Step();
    distribution.publish(null, publication, step);
    return completed(step, Outcome.SENT).thenRun(() -> {});
  }

  private CompletableFuture<Outcome> completed(Step step, Outcome outcome) {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    step.afterwards(() -> done.completeAsync(() -> outcome, courier));
    commit(step);
    return done;
  }

  @Override
  public synchronized boolean isListening(String clientId, String topic) {
    ClientSession session = sessions.find(clientId);
    return session != null
        && session.link() != null
        && session.subscriptions().values().stream()
            .anyMatch(subscription -> subscription.filter().matches(topic));
  }

  /// Stores what must be and finishes; at once if nothing must be.
  private void commit(Step step) {
    if (step.changes().isEmpty()) {
      step.finish();
    } else {
      journal.append(step.changes(), () -> courier.execute(() -> finish(step)));
    }
  }

  private synchronized void finish(Step step) {
    step.finish();
  }
}
