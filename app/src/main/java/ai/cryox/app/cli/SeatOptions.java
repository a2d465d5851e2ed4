package ai.cryox.app.cli;

import ai.cryox.app.seat.IdleLimits;
import ai.cryox.connectors.oidc.RedirectAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// When the window asks for the password again, and where a browser brings answers to.
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

  @Option(
      names = "--oidc-redirect",
      paramLabel = "ADDRESS",
      description =
          "Where an issuer sends the browser with its answer, exactly as it is registered there,"
              + " such as http://localhost:8765/callback. May be given several times: the first"
              + " that is free is taken. Usual: http://127.0.0.1/callback at any free port.")
  private List<RedirectAddress> redirects = List.of();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  List<RedirectAddress> redirects() {
    return redirects;
  }

  IdleLimits limits() {
    CommandLines.require(
        lockMinutes >= 0 && operatorMinutes >= 0,
        spec,
        "--lock-minutes and --lock-minutes-operators must be 0 or more.");
    return new IdleLimits(Duration.ofMinutes(lockMinutes), Duration.ofMinutes(operatorMinutes));
  }
}
