package ai.cryox.simulator.publish;

import java.util.List;

/// What a device does when it is told something.
///
/// @param said in this order
/// @param hangsUp whether it then ends its connection and begins a new one
public record Reaction(List<Saying> said, boolean hangsUp) {
  /// Nothing.
  public static final Reaction NONE = new Reaction(List.of(), false);

  /// Something said in answer; nobody keeps it while there is no connection.
  ///
  /// @param payload do not change the array
  public record Saying(String topic, byte[] payload) {}

  public Reaction {
    said = List.copyOf(said);
  }

  /// Only words.
  public static Reaction of(Saying... said) {
    return new Reaction(List.of(said), false);
  }
}
