package ai.cryox.backend;

import ai.cryox.backend.ingest.PromiseChanges.RequestKey;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.promise.AskedConfiguration;
import ai.cryox.backend.promise.KeptAnswer;
import ai.cryox.backend.promise.Promises;
import ai.cryox.backend.store.SqlitePromiseStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Promises in this backend's store, written with the pipeline's batches.
///
/// @param store any thread may read
record LocalPromises(SqlitePromiseStore store, PipelineAgent agent) implements Promises {
  @Override
  public Optional<KeptAnswer> find(String caller, String key, Instant now) {
    return ask(() -> store.find(caller, key, now));
  }

  @Override
  public Optional<AskedConfiguration> find(String deviceId, long version) {
    return ask(() -> store.find(deviceId, version));
  }

  @Override
  public void keep(KeptAnswer answer) {
    RequestKey request = new RequestKey(answer.caller(), answer.key());
    agent.change(batch -> batch.promises.answers.put(request, Optional.of(answer)));
  }

  @Override
  public void forget(String caller, String key) {
    RequestKey request = new RequestKey(caller, key);
    agent.change(batch -> batch.promises.answers.put(request, Optional.empty()));
  }

  @Override
  public void forgetLater(String caller, String key) {
    RequestKey request = new RequestKey(caller, key);
    agent.submit(batch -> batch.promises.answers.put(request, Optional.empty()));
  }

  @Override
  public void note(AskedConfiguration asked) {
    agent.change(batch -> batch.promises.asked.add(asked));
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }
}
