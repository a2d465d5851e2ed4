package ai.cryox.app.cli;

import ai.cryox.app.wiring.Reach;
import ai.cryox.core.backend.Control;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Commands that ask the backend of a data folder, whether it runs or not.
abstract class ControlCommandGroup extends FolderCommandGroup {
  private final InstantSource clock;

  /// @param clock everybody's clock
  ControlCommandGroup(InstantSource clock) {
    this.clock = clock;
  }

  final InstantSource clock() {
    return clock;
  }

  /// Asks one thing. What makes no sense shows how the command is used.
  final List<Map<String, String>> ask(String call, Map<String, String> with) {
    return together(spec(), backend -> backend.call(call, with));
  }

  /// Asks several things of one backend.
  ///
  /// @param asking the command that asks, whose usage is shown when it makes no sense
  final <T> T together(@Nullable CommandSpec asking, Function<Control, T> questions) {
    try (Reach reach = Reach.open(folder(), clock, CommandLines.userName())) {
      return questions.apply(reach);
    } catch (IllegalArgumentException refused) {
      throw CommandLines.refusal(asking, String.valueOf(refused.getMessage()));
    }
  }
}
