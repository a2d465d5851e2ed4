package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What measurements with simulated devices have in common.
final class BenchOptions {
  @Option(
      names = "--devices",
      defaultValue = "1000",
      description = "Simulated devices. Usual: ${DEFAULT-VALUE}.")
  private int devices = 1000;

  @Mixin private BenchOutput output = new BenchOutput();

  int devices() {
    return devices;
  }

  int seconds() {
    return output.seconds();
  }

  void print(PrintWriter out, Map<String, Double> figures) {
    output.print(out, figures);
  }
}
