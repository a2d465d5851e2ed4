package ai.cryox.backend.promise;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Promises that hold until the program stops, of a server whose backend keeps none.
public final class MemoryPromises implements Promises {
  private final Map<List<String>, KeptAnswer> answers = new ConcurrentHashMap<>();
  private final Map<String, AskedConfiguration> asked = new ConcurrentHashMap<>();

  @Override
  public Optional<KeptAnswer> find(String caller, String key, Instant now) {
    Instant oldest = now.minus(KeptAnswer.KEPT_FOR);
    answers.values().removeIf(kept -> !kept.askedAt().isAfter(oldest));
    return Optional.ofNullable(answers.get(List.of(caller, key)));
  }

  @Override
  public void keep(KeptAnswer answer) {
    answers.put(List.of(answer.caller(), answer.key()), answer);
  }

  @Override
  public void forget(String caller, String key) {
    answers.remove(List.of(caller, key));
  }

  @Override
  public void forgetLater(String caller, String key) {
    forget(caller, key);
  }

  @Override
  public void note(AskedConfiguration told) {
    asked.put(told.deviceId(), told);
  }

  @Override
  public Optional<AskedConfiguration> find(String deviceId, long version) {
    return Optional.ofNullable(asked.get(deviceId)).filter(told -> told.version() == version);
  }
}
