package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// How long a measurement takes and how its figures are printed.
final class BenchOutput {
  @Option(
      names = "--seconds",
      defaultValue = "15",
      description = "How long to measure, after a warm-up. Usual: ${DEFAULT-VALUE}.")
  private int seconds = 15;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  int seconds() {
    return seconds;
  }

  void print(PrintWriter out, Map<String, Double> figures) {
    print(out, figures, json);
  }

  static void print(PrintWriter out, Map<String, Double> figures, boolean json) {
    if (json) {
      out.println(
          figures.entrySet().stream()
              .map(figure -> "\"%s\":%s".formatted(figure.getKey(), number(figure.getValue())))
              .collect(Collectors.joining(",", "{", "}")));
    } else {
      figures.forEach((name, value) -> out.printf("%-22s %12s%n", name, number(value)));
    }
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
