package ai.cryox.backend.relay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who subscribes to what: a level of a filter is a level of the tree, so that a topic finds its
/// subscribers without looking at the others. Guarded by the relay's lock.
///
/// @param <S> a subscriber
final class SubscriptionTree<S> {
  /// Is told what a topic matches.
  interface Matches<S> {
    void plain(S subscriber, Subscription subscription);

    void shared(ShareGroup<S> group);
  }

  private static final class Node<S> {
    final Map<String, Node<S>> children = new HashMap<>();
    final Map<S, Subscription> plain = new LinkedHashMap<>();
    final Map<String, ShareGroup<S>> shared = new HashMap<>();

    boolean isEmpty() {
      return children.isEmpty() && plain.isEmpty() && shared.isEmpty();
    }
  }

  private final Node<S> root = new Node<>();

  /// Replaces the subscriber's subscription with the same filter.
  void put(S subscriber, Subscription subscription) {
    Node<S> node = root;
    for (String level : subscription.filter().levels()) {
      node = node.children.computeIfAbsent(level, key -> new Node<>());
    }
    String share = subscription.filter().share();
    if (share == null) {
      node.plain.put(subscriber, subscription);
    } else {
      node.shared.computeIfAbsent(share, key -> new ShareGroup<>()).put(subscriber, subscription);
    }
  }

  void remove(S subscriber, TopicFilter filter) {
    remove(root, subscriber, filter, 0);
  }

  private void remove(Node<S> node, S subscriber, TopicFilter filter, int depth) {
    if (depth == filter.levels().size()) {
      removeHere(node, subscriber, filter.share());
      return;
    }
    String level = filter.levels().get(depth);
    Node<S> child = node.children.get(level);
    if (child != null) {
      remove(child, subscriber, filter, depth + 1);
      if (child.isEmpty()) {
        node.children.remove(level);
      }
    }
  }

  private void removeHere(Node<S> node, S subscriber, @Nullable String share) {
    if (share == null) {
      node.plain.remove(subscriber);
      return;
    }
    ShareGroup<S> group = node.shared.get(share);
    if (group != null && group.remove(subscriber) && group.isEmpty()) {
      node.shared.remove(share);
    }
  }

  /// Tells of every subscription and group that the topic matches.
  void match(String topic, Matches<S> matches) {
    match(root, TopicName.levels(topic), 0, TopicName.isReserved(topic), matches);
  }

  private void match(
      Node<S> node, List<String> levels, int depth, boolean reserved, Matches<S> matches) {
    boolean wildcards = depth > 0 || !reserved;
    Node<S> rest = wildcards ? node.children.get("#") : null;
    if (rest != null) {
      tell(rest, matches);
    }
    if (depth == levels.size()) {
      tell(node, matches);
      return;
    }
    Node<S> named = node.children.get(levels.get(depth));
    if (named != null) {
      match(named, levels, depth + 1, reserved, matches);
    }
    Node<S> any = wildcards ? node.children.get("+") : null;
    if (any != null) {
      match(any, levels, depth + 1, reserved, matches);
    }
  }

  private void tell(Node<S> node, Matches<S> matches) {
    node.plain.forEach(matches::plain);
    node.shared.values().forEach(matches::shared);
  }

  boolean isEmpty() {
    return root.isEmpty();
  }
}
