package ai.cryox.backend.relay;

import static ai.cryox.backend.relay.TopicFilterTest.filter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubscriptionTreeTest {
  @Provide
  Arbitrary<String> filters() {
    return Arbitraries.of("a", "b", "+", "#", "", "$c")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels))
        .filter(text -> TopicFilter.parse(text) != null);
  }

  @Provide
  Arbitrary<String> topics() {
    return Arbitraries.of("a", "b", "", "$c")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels))
        .filter(TopicName::isValid);
  }

  private static Set<String> matches(SubscriptionTree<String> tree, String topic) {
    Set<String> found = new TreeSet<>();
    tree.match(
        topic,
        new SubscriptionTree.Matches<>() {
          @Override
          public void plain(String subscriber, Subscription subscription) {
            assertTrue(found.add(subscriber), "told twice");
          }

          @Override
          public void shared(ShareGroup<String> group) {
            found.add("group");
          }
        });
    return found;
  }

  @Property(tries = 1_000)
  void theTreeFindsWhatLookingAtEveryFilterFinds(
      @ForAll("filters") String one,
      @ForAll("filters") String other,
      @ForAll("topics") String topic) {
    SubscriptionTree<String> tree = new SubscriptionTree<>();
    Set<String> expected = new TreeSet<>();
    for (String text : new TreeSet<>(List.of(one, other))) {
      tree.put(text, Subscription.of(filter(text), 1));
      if (filter(text).matches(topic)) {
        expected.add(text);
      }
    }
    assertEquals(expected, matches(tree, topic));
    tree.remove(one, filter(one));
    expected.remove(one);
    assertEquals(expected, matches(tree, topic));
    tree.remove(other, filter(other));
    assertTrue(tree.isEmpty());
  }

  @Test
  void aSharedFilterIsFoundAsOneGroupAndGoesWithItsLastMember() {
    SubscriptionTree<String> tree = new SubscriptionTree<>();
    TopicFilter shared = filter("$share/g/a/+");
    tree.put("x", Subscription.of(shared, 1));
    tree.put("y", Subscription.of(shared, 1));
    assertEquals(Set.of("group"), matches(tree, "a/b"));
    tree.remove("x", shared);
    tree.remove("nobody", shared);
    assertEquals(Set.of("group"), matches(tree, "a/b"));
    tree.remove("y", shared);
    assertTrue(tree.isEmpty());
  }

  @Test
  void aGroupTakesTurnsAndPassesOverWhoCannotTake() {
    ShareGroup<String> group = new ShareGroup<>();
    for (String member : List.of("x", "y", "z")) {
      group.put(member, Subscription.of(filter("$share/g/a"), 1));
    }
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      order.add(group.next(member -> !member.equals("y")));
    }
    assertEquals(3, order.stream().filter("x"::equals).count());
    assertEquals(3, order.stream().filter("z"::equals).count());
    assertTrue(group.next(member -> false) != null);
  }
}
