package ai.cryox.backend.pipeline;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.SignedIn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes changes in somebody's name: each line that a change adds to the audit trail says whose
/// change it was and where they sat. Any thread.
public final class Attributed {
  private final PipelineAgent agent;
  private final Supplier<SignedIn> who;
  private final @Nullable String address;
  private volatile boolean away;

  /// @param who as they are at the moment of asking
  /// @param address their IP address, or `null` at this machine
  public Attributed(PipelineAgent agent, Supplier<SignedIn> who, @Nullable String address) {
    this.agent = agent;
    this.who = who;
    this.address = address;
  }

  /// Who they are now, and what they may do now.
  public SignedIn who() {
    SignedIn known = who.get();
    return away ? known.watching() : known;
  }

  /// Whether they have left their seat.
  public boolean isAway() {
    return away;
  }

  /// They leave their seat: until they come back they only watch.
  public void leave() {
    away = true;
  }

  /// They are back.
  public void comeBack() {
    away = false;
  }

  /// What journals call them.
  public String name() {
    return who().name();
  }

  /// Their IP address, or `null` at this machine.
  public @Nullable String address() {
    return address;
  }

  /// Makes a change and waits until it is durable. Any thread but the pipeline's.
  ///
  /// @throws IllegalArgumentException that the change threw: nothing was changed
  /// @throws BackendException if it is not durable in time
  public <T> T change(Function<Batch, T> change) {
    return Patience.await(submit(change));
  }

  /// The same without waiting.
  public <T> CompletableFuture<T> submit(Function<Batch, T> change) {
    SignedIn person = who();
    return agent.submit(batch -> {
      int before = batch.audit.size();
      T result = change.apply(batch);
      for (int i = before; i < batch.audit.size(); i++) {
        batch.audit.set(i, batch.audit.get(i).by(person.userId(), address));
      }
      return result;
    });
  }

  /// A line of theirs for the audit trail.
  public AuditEntry done(Batch batch, String what, @Nullable String deviceId, String detail) {
    return AuditEntry.done(batch.now(), name(), what, deviceId, detail);
  }
}
