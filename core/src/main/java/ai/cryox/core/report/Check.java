package ai.cryox.core.report;

/// One thing that was looked at when something was verified.
///
/// @param name what was looked at, such as `signature`
/// @param good whether it is as it must be
/// @param sentence what was found, for people
public record Check(String name, boolean good, String sentence) {
  /// It is as it must be.
  public static Check good(String name, String sentence) {
    return new Check(name, true, sentence);
  }

  /// It is not.
  public static Check bad(String name, String sentence) {
    return new Check(name, false, sentence);
  }
}
