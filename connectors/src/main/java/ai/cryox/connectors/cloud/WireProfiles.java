package ai.cryox.connectors.cloud;

import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Storage profiles and questions about them as servers read them.
final class WireProfiles {
  private WireProfiles() {}

  static Map<String, @Nullable Object> write(StorageProfile profile) {
    Map<String, @Nullable Object> limits = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      Limit limit = profile.limit(level);
      if (limit != null) {
        limits.put(name(level), TreeWriter.write(limit));
      }
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("profileId", profile.id());
    tree.put("name", profile.name());
    tree.put("limits", limits);
    tree.put(
        "cumulative",
        profile.cumulative().stream()
            .map(budget ->
                Map.<String, Object>of(
                    "side",
                    budget.side().name().toLowerCase(Locale.ROOT),
                    "value",
                    budget.value(),
                    "budget",
                    budget.budget().toString()))
            .toList());
    if (profile.rate() != null) {
      tree.put("rate", TreeWriter.write(profile.rate()));
    }
    return tree;
  }

  /// `HIGH_HIGH` is `highHigh`.
  private static String name(Level level) {
    return switch (level) {
      case LOW_LOW -> "lowLow";
      case LOW -> "low";
      case HIGH -> "high";
      case HIGH_HIGH -> "highHigh";
    };
  }

  static Map<String, @Nullable Object> write(WhatIf question) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("startTime", question.from().toString());
    tree.put("endTime", question.until().toString());
    if (!question.deviceIds().isEmpty()) {
      tree.put("deviceIds", List.copyOf(question.deviceIds()));
    }
    switch (question.change()) {
      case WhatIf.Change.Profile other -> tree.put("profile", write(other.profile()));
      case WhatIf.Change.Thresholds other ->
          tree.put("alertThresholds", TreeWriter.write(other.thresholds()));
    }
    return tree;
  }

  static WhatIfAnswer answer(Tree body) {
    TreeReader reader = TreeReader.lenient();
    return new WhatIfAnswer(
        body.trees("devices").stream()
            .map(device -> device.with("fresh", device.get("new")))
            .map(device -> reader.read(WhatIfAnswer.OfDevice.class, device.members()))
            .toList(),
        body.whole("readings"));
  }
}
