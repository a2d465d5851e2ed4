package ai.cryox.core.reading;

import java.util.List;

/// What was understood of one payload. A bad element of an array never costs its neighbours.
///
/// @param messages in the payload's order
/// @param faults one for each element that could not be used
public record Decoded(List<Message> messages, List<Fault> faults) {
  public Decoded {
    messages = List.copyOf(messages);
    faults = List.copyOf(faults);
  }

  /// Nothing was understood.
  public static Decoded failed(Fault.Reason reason, String detail) {
    return new Decoded(List.of(), List.of(new Fault(reason, detail)));
  }
}
