package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Standing.LiveBy;
import java.time.Duration;

/// One way to get the newest state; the {@link LiveLadder} takes the best that works.
interface Rung {
  /// Which way.
  LiveBy by();

  /// Asks once; a stream is read until it ends.
  ///
  /// @param heard told each time that something came
  /// @throws CallException if it failed
  /// @throws IllegalArgumentException if what came makes no sense
  void once(Runnable heard);

  /// How long to wait before asking again.
  Duration pause();

  /// How old what comes this way may become before nobody may take it for live.
  Duration fresh();

  /// Breaks off what goes on, if anything does. Any thread.
  void interrupt();
}
