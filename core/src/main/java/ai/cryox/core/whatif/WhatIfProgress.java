package ai.cryox.core.whatif;

/// Who watches a replay, and may break it off. Called from any of the replay's threads, after each
/// device.
@FunctionalInterface
public interface WhatIfProgress {
  /// Nobody watches.
  WhatIfProgress UNWATCHED = (done, of) -> true;

  /// Says how far it is.
  ///
  /// @param done devices replayed
  /// @param of devices in all
  /// @return whether to go on; `false` breaks it off
  boolean goesOn(int done, int of);
}
