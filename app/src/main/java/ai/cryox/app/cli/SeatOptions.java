package ai.cryox.app.cli;

import ai.cryox.app.seat.IdleLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// When the window asks for the password again.
final class SeatOptions {
  @Option(
      names = "--lock-minutes",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description =
          "After so long without keyboard and mouse the window asks for the password before"
              + " anything can be done; values and alarms stay in sight. 0 = never. Usual:"
              + " ${DEFAULT-VALUE}.")
  private int lockMinutes = 15;

  @Option(
      names = "--lock-minutes-operators",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description =
          "The same for those who only watch and answer alarms. Usual: ${DEFAULT-VALUE}, never.")
  private int operatorMinutes;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  IdleLimits limits() {
    CommandLines.require(
        lockMinutes >= 0 && operatorMinutes >= 0,
        spec,
        "--lock-minutes and --lock-minutes-operators must be 0 or more.");
    return new IdleLimits(Duration.ofMinutes(lockMinutes), Duration.ofMinutes(operatorMinutes));
  }
}
