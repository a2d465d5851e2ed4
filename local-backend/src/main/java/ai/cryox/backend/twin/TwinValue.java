package ai.cryox.backend.twin;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value within a twin.
public sealed interface TwinValue {
  /// An object.
  ///
  /// @param members in the order they came; not changed afterwards
  record Group(Map<String, TwinValue> members) implements TwinValue {
    /// The object without members.
    public static final Group EMPTY = new Group(Map.of());

    public Group {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// This object changed by a patch: members that the patch has are set, objects in objects are
    /// merged, and what is `null` in the patch goes away (RFC 7396).
    public Group merged(Group patch) {
      Map<String, TwinValue> next = new LinkedHashMap<>(members);
      patch.members.forEach((name, value) -> {
        switch (value) {
          case Nothing nothing -> next.remove(name);
          case Group group ->
              next.put(name, (next.get(name) instanceof Group old ? old : EMPTY).merged(group));
          case Sequence sequence -> next.put(name, sequence);
          case Text text -> next.put(name, text);
          case Numeral numeral -> next.put(name, numeral);
          case Flag flag -> next.put(name, flag);
        }
      });
      return new Group(next);
    }
  }

  /// An array.
  record Sequence(List<TwinValue> items) implements TwinValue {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A string.
  record Text(String text) implements TwinValue {}

  /// A number, exactly as it was written.
  record Numeral(BigDecimal number) implements TwinValue {}

  /// `true` or `false`.
  record Flag(boolean isTrue) implements TwinValue {}

  /// `null`, which deletes a member and so stands in patches only.
  record Nothing() implements TwinValue {}
}
