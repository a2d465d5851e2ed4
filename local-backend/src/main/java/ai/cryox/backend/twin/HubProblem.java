package ai.cryox.backend.twin;

/// What a device is told when its request cannot be granted.
public final class HubProblem {
  private HubProblem() {}

  /// The answer's payload, UTF-8.
  ///
  /// @param status the answer's own
  public static byte[] json(int status, String sentence) {
    return TwinWriter.problem(status, sentence);
  }
}
