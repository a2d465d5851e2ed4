package ai.cryox.backend.report;

/// Who watches a report being made, and may break it off.
@FunctionalInterface
public interface ReportProgress {
  /// Nobody watches.
  ReportProgress UNWATCHED = (done, of) -> true;

  /// Says how far it is.
  ///
  /// @param done units read
  /// @param of units in all
  /// @return whether to go on; `false` breaks it off
  boolean goesOn(int done, int of);
}
