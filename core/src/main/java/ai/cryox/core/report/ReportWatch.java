package ai.cryox.core.report;

/// Who watches a stored report being made, and may break it off. Called from the thread that makes
/// it.
@FunctionalInterface
public interface ReportWatch {
  /// Nobody watches.
  ReportWatch NOBODY = (done, of) -> true;

  /// Says how far it is.
  ///
  /// @param done units read
  /// @param of units in all; 0 while it waits
  /// @return whether to go on; `false` breaks it off
  boolean goesOn(int done, int of);
}
