package ai.cryox.app.cli;

import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.backend.report.VerificationJson;
import ai.cryox.core.report.Check;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cryox verify`: checks a report with nothing but its file.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Check a report: its signature, and that its data are those it prints.",
    footer = {
      "",
      "Needs nothing but the file. Exit code 0: all is good. 1: something is not; the lines say"
          + " what."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The report, a PDF.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path report = file;
    if (report == null) {
      throw CommandLines.refusal(spec, "Give the file to verify.");
    }
    return print(CommandLines.out(spec), json, report.toString(), ReportVerifier.verify(report));
  }

  /// Says what was found.
  ///
  /// @return the exit code
  static int print(PrintWriter out, boolean json, String subject, List<Check> checks) {
    boolean good = checks.stream().allMatch(Check::good);
    if (json) {
      out.println(VerificationJson.text(subject, checks));
    } else {
      checks.forEach(check ->
          out.printf(
              "%-4s %-12s %s%n", check.good() ? "ok" : "BAD", check.name(), check.sentence()));
      out.println(good ? "All is good." : "This report must not be relied on.");
    }
    out.flush();
    return good ? 0 : 1;
  }
}
