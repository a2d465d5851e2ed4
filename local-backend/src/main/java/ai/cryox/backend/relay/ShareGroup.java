package ai.cryox.backend.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The subscribers that share one filter: each message goes to one of them, in turn. Guarded by the
/// relay's lock.
final class ShareGroup<S> {
  private final Map<S, Subscription> members = new LinkedHashMap<>();
  private int turn;

  void put(S member, Subscription subscription) {
    members.put(member, subscription);
  }

  boolean remove(S member) {
    return members.remove(member) != null;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  Subscription subscription(S member) {
    Subscription subscription = members.get(member);
    if (subscription == null) {
      throw new AssertionError("not a member");
    }
    return subscription;
  }

  /// The next in turn of those that can take a message now; if nobody can, the next of all.
  @Nullable S next(Predicate<S> canTake) {
    List<S> all = new ArrayList<>(members.keySet());
    turn = all.isEmpty() ? 0 : (turn + 1) % all.size();
    for (int i = 0; i < all.size(); i++) {
      int place = (turn + i) % all.size();
      if (canTake.test(all.get(place))) {
        turn = place;
        return all.get(place);
      }
    }
    return all.isEmpty() ? null : all.get(turn);
  }
}
