package ai.cryox.backend.pipeline;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.relay.RelayJournal;
import ai.cryox.backend.relay.SessionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Puts what MQTT sessions must not forget into the group commit. However many changes come while a
/// commit runs, they ask for one more. Any thread.
public final class CommitJournal implements RelayJournal, AutoCloseable {
  private static final long BETWEEN_TRIES_MILLIS = 50;
  private static final int MOST_WAITING = 50_000;
  private static final long LAST_WAIT_MILLIS = 1_000;

  private final PipelineAgent agent;
  private final Executor later =
      CompletableFuture.delayedExecutor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
  private List<SessionChange> changes = new ArrayList<>();
  private List<Runnable> waiters = new ArrayList<>();
  private boolean asked;
  private boolean closed;

  /// @param agent turns the pipeline
  public CommitJournal(PipelineAgent agent) {
    this.agent = agent;
  }

  @Override
  public void append(List<SessionChange> more, Runnable whenDurable) {
    boolean ask;
    synchronized (this) {
      changes.addAll(more);
      waiters.add(whenDurable);
      ask = !asked && !closed;
      asked |= ask;
    }
    if (ask) {
      ask();
    }
  }

  @Override
  public synchronized boolean isBusy() {
    return changes.size() > MOST_WAITING;
  }

  /// The pipeline may have too much to do at the moment: then it is asked again.
  private void ask() {
    agent
        .submit(this::handOver)
        .whenComplete((done, refused) -> {
          if (refused != null && isOpen()) {
            later.execute(this::ask);
          }
        });
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized boolean handOver(Batch batch) {
    asked = false;
    batch.sessionChanges.addAll(changes);
    batch.whenDurable.addAll(waiters);
    changes = new ArrayList<>();
    waiters = new ArrayList<>();
    return true;
  }

  /// Waits a moment for what was handed in to become durable, and takes nothing more. What does not
  /// is lost, and nobody was told that it was safe.
  @Override
  public void close() {
    CompletableFuture<Boolean> durable = new CompletableFuture<>();
    boolean idle;
    synchronized (this) {
      idle = changes.isEmpty();
      waiters.add(() -> durable.complete(true));
    }
    if (!idle) {
      durable.completeOnTimeout(false, LAST_WAIT_MILLIS, TimeUnit.MILLISECONDS).join();
    }
    synchronized (this) {
      closed = true;
    }
  }
}
