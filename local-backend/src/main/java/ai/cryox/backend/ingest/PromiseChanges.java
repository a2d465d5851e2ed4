package ai.cryox.backend.ingest;

import ai.cryox.backend.promise.AskedConfiguration;
import ai.cryox.backend.promise.KeptAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one group commit makes durable of promises to callers of the API.
public final class PromiseChanges {
  /// Which request.
  public record RequestKey(String caller, String key) {}

  /// Requests and their answers, as they are now; empty for one that changed nothing.
  public final Map<RequestKey, Optional<KeptAnswer>> answers = new LinkedHashMap<>();

  /// What devices were told.
  public final List<AskedConfiguration> asked = new ArrayList<>();

  boolean hasChanges() {
    return !answers.isEmpty() || !asked.isEmpty();
  }
}
