package ai.cryox.backend.pipeline;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Something a person wants changed: done on the pipeline's thread, answered when it is durable.
final class Command<T> {
  private final Function<Batch, T> change;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  Command(Function<Batch, T> change) {
    this.change = change;
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  void run(Batch batch) {
    try {
      T result = change.apply(batch);
      batch.whenDurable.add(() -> answer.complete(result));
    } catch (IllegalArgumentException refused) {
      // After the commit too: the refusal may rest on a look into the store, and a look begins a
      // transaction, which a batch that nobody waits for would leave open.
      batch.whenDurable.add(() -> answer.completeExceptionally(refused));
    } catch (StoreException unreadable) {
      answer.completeExceptionally(
          new BackendException(String.valueOf(unreadable.getMessage()), unreadable));
    }
  }

  void abandon() {
    answer.completeExceptionally(
        new BackendException(
            "The backend has stopped, or takes no more changes; nothing was changed. Try again."));
  }
}
