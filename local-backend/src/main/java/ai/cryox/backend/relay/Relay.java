package ai.cryox.backend.relay;

import ai.cryox.core.reading.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Sessions and what they say to each other: a broker without sockets.
///
/// One lock, this object, guards all of it and is held for microseconds. What must survive a
/// restart goes to the journal, and whoever waits for it is told after the commit; a message with
/// QoS 1 or 2 goes out to a session that is stored only when it is stored itself, so that a crash
/// neither loses it nor brings it twice with two packet ids. All methods may be called by any
/// thread and return at once.
public final class Relay {
  private final InstantSource clock;
  private final RelayJournal journal;
  private final Deliveries deliveries;
  private final Distribution distribution;
  private final SessionLife life;
  private final Commits commits;
  private final Exchanges exchanges;
  private final Downlink downlink;

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
    commits = new Commits(this, journal, courier);
    exchanges = new Exchanges(this, commits);
    deliveries = new Deliveries(limits, clock, commits::store);
    distribution = new Distribution(limits, deliveries);
    SessionRegistry sessions = new SessionRegistry(limits);
    QueueBudget budget = new QueueBudget(limits.queuedBytes());
    life = new SessionLife(sessions, distribution, budget, clock, courier);
    downlink = new SessionDownlink(this, sessions, distribution, commits, clock, courier);
    restore(stored);
  }

  private void restore(StoredRelay stored) {
    Step step = new Step();
    Instant now = clock.instant();
    stored.retained().forEach(publication -> distribution.restore(publication, step, now));
    stored.sessions().forEach(life::restore);
    commits.commit(step);
  }

  /// How the backend itself speaks to clients.
  public Downlink downlink() {
    return downlink;
  }

  /// Says where wills go. Before the first client comes.
  public synchronized void routeWills(WillRoute route) {
    life.routeWills(route);
  }

  /// Messages that were thrown away because a client took too little or there was no room.
  public long dropped() {
    return deliveries.dropped();
  }

  /// Whether so much waits to be stored that nobody new should be let in.
  public boolean isBusy() {
    return journal.isBusy();
  }

  /// Begins a client's session or goes on with it; an older connection of the same client ends.
  ///
  /// @param whenSafe told when the client may be answered; the link must keep what it is handed
  ///   until then
  public synchronized Attendance connect(Opening opening, Link link, Receipt whenSafe) {
    Step step = new Step();
    Attendance attendance = life.begin(opening, link, step);
    step.afterwards(whenSafe::committed);
    step.afterwards(() -> deliveries.pump(attendance.session()));
    commits.commit(step);
    return attendance;
  }

  /// The connection ends. Nothing happens if the session has a newer one.
  ///
  /// @param will whether the client's will is to be done
  /// @param expiry how long the session shall go on, if the client has changed its mind, or `null`
  public synchronized void leave(Attendance attendance, boolean will, @Nullable Duration expiry) {
    if (attendance.isCurrent()) {
      Step step = new Step();
      life.leave(attendance.session(), will, expiry, step);
      commits.commit(step);
    }
  }

  /// Does what is due: wills and the ends of sessions. To be called several times a second.
  public synchronized void tick() {
    Step step = new Step();
    life.tick(step);
    commits.commit(step);
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
    commits.commit(step);
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
    commits.commit(step);
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
    distribution.publish(from, publication, step, clock.instant());
    if (from != null && incoming != null) {
      exchanges.remember(from, incoming, step);
    }
    step.afterwards(whenSafe::committed);
    commits.commit(step);
  }

  /// What follows a client's PUBLISH with QoS 2.
  ///
  /// @param incoming the exchange
  /// @param repeated whether the message came before: it must not be taken again
  public record Exchange(Incoming incoming, boolean repeated) {}

  /// A client publishes with QoS 2.
  public synchronized Exchange receive(Attendance attendance, int packetId) {
    return exchanges.receive(attendance.session(), packetId);
  }

  /// A message with QoS 2 that is not relayed is safe elsewhere: now its packet id must be.
  public synchronized void remember(Attendance attendance, Incoming incoming) {
    Step step = new Step();
    exchanges.remember(attendance.session(), incoming, step);
    commits.commit(step);
  }

  /// A message with QoS 2 is refused: its packet id may be used again at once.
  public synchronized void abandon(Attendance attendance, Incoming incoming) {
    attendance.session().forget(incoming);
  }

  /// Tells the receipt when the message and its packet id are safe.
  public synchronized void whenSafe(Incoming incoming, Receipt receipt) {
    incoming.whenSafe(receipt::committed);
  }

  /// A client's PUBREL: the packet id may be used again.
  ///
  /// @param whenSafe told when the client may be answered
  /// @return `false` if there is no such message; then nothing is told
  public synchronized boolean release(Attendance attendance, int packetId, Receipt whenSafe) {
    return exchanges.release(attendance.session(), packetId, whenSafe);
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
    commits.commit(step);
    return true;
  }
}
