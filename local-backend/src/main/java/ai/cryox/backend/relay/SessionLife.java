package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// How sessions begin, are left and end, and what becomes of their clients' wills (MQTT 5, 3.1.2.5,
/// 3.1.2.11, 4.1). Guarded by the relay's lock.
final class SessionLife {
  private final SessionRegistry sessions;
  private final Distribution distribution;
  private final QueueBudget budget;
  private final InstantSource clock;
  private final Executor courier;
  private WillRoute wills = (clientId, will) -> {};

  /// @param budget of all messages that wait
  /// @param courier runs the way of the wills
  SessionLife(
      SessionRegistry sessions,
      Distribution distribution,
      QueueBudget budget,
      InstantSource clock,
      Executor courier) {
    this.sessions = sessions;
    this.distribution = distribution;
    this.budget = budget;
    this.clock = clock;
    this.courier = courier;
  }

  void routeWills(WillRoute route) {
    wills = route;
  }

  /// Puts back what was stored.
  void restore(StoredSession stored) {
    ClientSession session = ClientSession.restored(stored, budget, clock.instant());
    sessions.add(session);
    distribution.enter(session);
    sessions.watch(session);
  }

  Attendance begin(Opening opening, Link link, Step step) {
    ClientSession older = sessions.find(opening.clientId());
    ClientSession session = older == null ? null : leaveToSuccessor(older, opening, step);
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

  /// @param will whether the client's will is to be done
  /// @param expiry how long the session shall go on, if the client has changed its mind, or `null`
  void leave(ClientSession session, boolean will, @Nullable Duration expiry, Step step) {
    if (expiry != null) {
      session.setExpiry(sessions.allowed(expiry));
    }
    if (!will) {
      session.dropWill();
    }
    session.detach(clock.instant());
    if (session.isStored() && session.expiry().isPositive()) {
      step.store(session.kept());
    }
    sessions.watch(session);
    look(session, clock.instant(), step);
  }

  /// Does what is due.
  void tick(Step step) {
    Instant now = clock.instant();
    sessions.due(now).forEach(session -> look(session, now, step));
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
}
