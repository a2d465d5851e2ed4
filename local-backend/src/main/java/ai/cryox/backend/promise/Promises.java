package ai.cryox.backend.promise;

import java.time.Instant;
import java.util.Optional;

/// Remembers what callers were promised, also after a restart. Any thread; every method blocks on
/// the disk and throws `BackendException` if that does not answer.
public interface Promises {
  /// The request that a caller made with this key, if it was not too long ago.
  Optional<KeptAnswer> find(String caller, String key, Instant now);

  /// Remembers a request, or how it was answered; durable when it returns.
  void keep(KeptAnswer answer);

  /// Forgets a request that changed nothing; [#find(String, String, Instant)] no longer has it when
  /// this returns.
  void forget(String caller, String key);

  /// Forgets a request that could not even be remembered, as soon as that can be done. Does not
  /// wait.
  void forgetLater(String caller, String key);

  /// Remembers that a device was told something; durable when it returns.
  void note(AskedConfiguration asked);

  /// When and by whom a device was told this version.
  Optional<AskedConfiguration> find(String deviceId, long version);
}
