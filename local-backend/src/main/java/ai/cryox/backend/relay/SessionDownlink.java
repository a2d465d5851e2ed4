package ai.cryox.backend.relay;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// The backend's own voice among the sessions.
final class SessionDownlink implements Downlink {
  private final Object lock;
  private final SessionRegistry sessions;
  private final Distribution distribution;
  private final Commits commits;
  private final InstantSource clock;
  private final Executor courier;

  /// @param lock the relay's
  /// @param courier tells the outcomes
  SessionDownlink(
      Object lock,
      SessionRegistry sessions,
      Distribution distribution,
      Commits commits,
      InstantSource clock,
      Executor courier) {
    this.lock = lock;
    this.sessions = sessions;
    this.distribution = distribution;
    this.commits = commits;
    this.clock = clock;
    this.courier = courier;
  }

  @Override
  public CompletableFuture<Outcome> send(String clientId, Publication publication) {
    synchronized (lock) {
      ClientSession session = sessions.find(clientId);
      if (session == null) {
        return CompletableFuture.completedFuture(Outcome.UNHEARD);
      }
      Step step = new Step();
      return commit(step, distribution.sendTo(session, publication, step));
    }
  }

  @Override
  public CompletableFuture<Void> publish(Publication publication) {
    synchronized (lock) {
      Step step = new Step();
      distribution.publish(null, publication, step, clock.instant());
      return commit(step, Outcome.SENT).thenRun(() -> {});
    }
  }

  private CompletableFuture<Outcome> commit(Step step, Outcome outcome) {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    step.afterwards(() -> done.completeAsync(() -> outcome, courier));
    commits.commit(step);
    return done;
  }

  @Override
  public boolean isListening(String clientId, String topic) {
    synchronized (lock) {
      ClientSession session = sessions.find(clientId);
      return session != null
          && session.link() != null
          && session.subscriptions().values().stream()
              .anyMatch(subscription -> subscription.filter().matches(topic));
    }
  }
}
