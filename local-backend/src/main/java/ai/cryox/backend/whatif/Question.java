package ai.cryox.backend.whatif;

import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.whatif.WhatIf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which devices a question is about, and whether it makes sense.
public final class Question {
  private static final Duration LONGEST = Duration.ofDays(366);

  private Question() {}

  /// The devices, by id.
  ///
  /// @throws IllegalArgumentException if the question makes no sense, with a sentence
  public static List<DeviceLive> devices(WhatIf question, LiveSnapshot live) {
    refuseIf(!question.from().isBefore(question.until()), "The period is empty.");
    refuseIf(
        Duration.between(question.from(), question.until()).compareTo(LONGEST) > 0,
        "The period must not be longer than a year.");
    String problem = problem(question.change());
    refuseIf(!problem.isEmpty(), problem);
    List<DeviceLive> found = new ArrayList<>();
    for (DeviceLive device : live.devices()) {
      String id = device.device().deviceId();
      if (device.device().facilityId().equals(question.facilityId())
          && (question.deviceIds().isEmpty() || question.deviceIds().contains(id))) {
        found.add(device);
      }
    }
    refuseIf(
        found.size() < Math.max(1, question.deviceIds().size()),
        "Facility '%s' has no such devices.".formatted(question.facilityId()));
    found.sort(Comparator.comparing(device -> device.device().deviceId()));
    return found;
  }

  private static String problem(WhatIf.Change change) {
    return switch (change) {
      case WhatIf.Change.Profile(var profile) -> String.join(" ", profile.problems());
      case WhatIf.Change.Thresholds(var thresholds) -> {
        String problem = thresholds.problem();
        yield problem == null ? "" : problem;
      }
    };
  }

  private static void refuseIf(boolean bad, String sentence) {
    if (bad) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
