package ai.cryox.simulator;

import ai.cryox.core.classify.Classification;
import ai.cryox.core.classify.Classifier;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Folds core's classifier over what devices say, as a backend would.
final class Judge {
  private static final Pattern VALUE =
      Pattern.compile("\"timestamp\":\"([^\"]+)\",\"temperature\":(-?[0-9.]+)[,}]");

  private Judge() {}

  /// A finding and the device it is about.
  record Verdict(String deviceId, Finding finding) {}

  /// A reading as far as it matters here.
  record Said(Instant time, double temperature) {}

  static List<Verdict> findings(
      SimulatedWorld world,
      Instant end,
      Function<SimulatedDevice, StorageProfile> profile,
      Predicate<OutgoingMessage> heard) {
    Map<String, ClassifierMemory> memories = new HashMap<>();
    Map<String, StorageProfile> profiles = new HashMap<>();
    world.fleet().devices().forEach(it -> profiles.put(it.deviceId(), profile.apply(it)));
    List<Verdict> verdicts = new ArrayList<>();
    for (Iterator<OutgoingMessage> it = world.messagesUntil(end); it.hasNext(); ) {
      OutgoingMessage message = it.next();
      if (message.kind() != MessageKind.READING || !heard.test(message)) {
        continue;
      }
      String id = message.deviceId();
      for (Said said : said(message)) {
        Classification classification =
            Classifier.classify(
                Objects.requireNonNull(profiles.get(id)),
                memories.getOrDefault(id, ClassifierMemory.EMPTY),
                said.time(),
                said.temperature());
        memories.put(id, classification.memory());
        classification.findings().forEach(finding -> verdicts.add(new Verdict(id, finding)));
      }
    }
    return verdicts;
  }

  static List<Said> said(OutgoingMessage message) {
    List<Said> said = new ArrayList<>();
    Matcher matcher = VALUE.matcher(message.text());
    while (matcher.find()) {
      said.add(new Said(Instant.parse(matcher.group(1)), Double.parseDouble(matcher.group(2))));
    }
    return said;
  }
}
