package ai.cryox.app.finder;

import ai.cryox.app.text.FuzzyMatch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What was typed, and what it may mean: the best first; of what fits alike, what was chosen
/// lately, then alarms, devices, actions, screens and help, each in the order given. Pure.
final class FindingList {
  /// No more are shown.
  static final int MOST = 200;

  private static final int LATELY = 30;

  private final List<Finding> all;
  private final List<String> texts;
  private final Map<String, Integer> lately = new HashMap<>();

  /// @param all in the order of their importance within a kind
  /// @param recent ids of what was chosen before, the newest first
  FindingList(List<Finding> all, List<String> recent) {
    this.all = List.copyOf(all);
    this.texts = all.stream().map(Finding::text).toList();
    IntStream.range(0, recent.size()).forEach(i -> lately.putIfAbsent(recent.get(i), LATELY - i));
  }

  private record Scored(Finding finding, int score, int order) {}

  /// What is meant; everything, if nothing was typed.
  List<Finding> find(String typed) {
    FuzzyMatch match = new FuzzyMatch(typed);
    return IntStream.range(0, all.size())
        .mapToObj(i -> scored(match, i))
        .filter(scored -> scored.score() > FuzzyMatch.NONE)
        .sorted(
            Comparator.comparingInt(Scored::score)
                .reversed()
                .thenComparing(scored -> scored.finding().kind())
                .thenComparingInt(Scored::order))
        .limit(MOST)
        .map(Scored::finding)
        .toList();
  }

  private Scored scored(FuzzyMatch match, int i) {
    Finding finding = all.get(i);
    int fits = match.score(texts.get(i));
    int recent = lately.getOrDefault(finding.id(), 0);
    return new Scored(finding, fits == FuzzyMatch.NONE ? FuzzyMatch.NONE : fits + recent, i);
  }
}
