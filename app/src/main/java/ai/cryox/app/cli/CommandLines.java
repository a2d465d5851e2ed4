package ai.cryox.app.cli;

import ai.cryox.app.wiring.Monitoring;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What the commands share.
final class CommandLines {
  private CommandLines() {}

  static void require(boolean condition, @Nullable CommandSpec spec, String sentence) {
    if (!condition) {
      throw refusal(spec, sentence);
    }
  }

  /// The command's words make no sense.
  static ParameterException refusal(@Nullable CommandSpec spec, String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  static PrintWriter err(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  static PrintWriter out(@Nullable CommandSpec spec) {
    return spec == null
        ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
        : spec.commandLine().getOut();
  }

  /// The name of the person at this machine, as its operating system has it.
  static String userName() {
    String name = System.getProperty("user.name", "");
    return name.isBlank() ? "operator" : name;
  }

  /// Stops monitoring in order when the process is asked to end.
  ///
  /// @param asked opened as soon as that happens
  static Thread stopOnSignal(Monitoring monitoring, CountDownLatch asked) {
    Thread stop =
        Thread.ofPlatform()
            .name("stop")
            .unstarted(() -> {
              asked.countDown();
              monitoring.close();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    return stop;
  }
}
