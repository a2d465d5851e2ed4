package ai.cryox.app.cli;

import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Reach;
import ai.cryox.backend.store.CheckReport;
import ai.cryox.core.backend.BackendException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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

  /// Asks the backend of a data folder one thing, whether it runs or not.
  ///
  /// @throws BackendException with a sentence if it cannot be done or makes no sense
  static List<Map<String, String>> call(
      Path folder, InstantSource clock, String call, Map<String, String> with) {
    try (Reach reach = Reach.open(folder, clock, userName())) {
      return reach.call(call, with);
    } catch (IllegalArgumentException refused) {
      throw new BackendException(String.valueOf(refused.getMessage()), refused);
    }
  }

  /// Keeps what was said; nothing if it was not.
  static void keep(Map<String, String> with, String name, @Nullable String value) {
    if (value != null) {
      with.put(name, value);
    }
  }

  /// A line below a row; none if there is nothing to say.
  static void fact(PrintWriter out, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      out.printf("  %s: %s%n", name, value);
    }
  }

  static PrintWriter err(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  /// What a data file holds.
  static String words(CheckReport report) {
    return "%d readings, %d telemetry, %d device records in %d series and %d chunks."
        .formatted(
            report.readings(),
            report.telemetry(),
            report.statuses(),
            report.series(),
            report.chunks());
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
    return stopOnSignal(monitoring, asked, () -> {});
  }

  /// The same, and does something when monitoring has ended: nobody else may get to it any more.
  static Thread stopOnSignal(Monitoring monitoring, CountDownLatch asked, Runnable stopped) {
    Thread stop =
        Thread.ofPlatform()
            .name("stop")
            .unstarted(() -> {
              asked.countDown();
              monitoring.close();
              stopped.run();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    return stop;
  }

  /// How many there are, in words: `1 page`, `4,800 rows`.
  static String count(long number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }
}
