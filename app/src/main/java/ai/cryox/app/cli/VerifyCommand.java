package ai.cryox.app.cli;

import ai.cryox.backend.report.Reliance;
import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.backend.report.SheetVerifier;
import ai.cryox.backend.report.VerificationJson;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.ledger.VerifierKey;
import ai.cryox.core.report.Check;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cryox verify`: whether a report, or anything that was stored, has been changed.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verify a report, or that nothing that was stored has been changed.",
    footer = {
      "",
      "A report: its signature, that its data are those it prints, and that its readings are what",
      "the ledger was given. Needs nothing but the file; with --data also that the data folder"
          + " still",
      "has what the report stands on.",
      "Data as CSV or XLSX: that they have the hash that is said with them; with --report also"
          + " that",
      "they are those of that report.",
      "--data alone: that nothing was changed, left out or put in. Works while a backend runs.",
      "",
      "Changes nothing. Exit code 0: all is good. 1: something is not; the lines say what."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The report, a PDF; or its data, a CSV or XLSX.")
  private @Nullable Path file;

  @Option(
      names = "--report",
      paramLabel = "PDF",
      description = "The report whose data a CSV or XLSX must be; it is verified too.")
  private @Nullable Path whole;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder that is verified, or that a report is compared with.")
  private @Nullable Path data;

  @Mixin private LedgerHeadOption heads = new LedgerHeadOption();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "The public key that must have signed the ledger, as `cryox ledger head` says it."
      })
  private @Nullable VerifierKey key;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = CommandLines.out(spec);
    Path report = file;
    Path folder = data;
    if (report != null && SheetVerifier.isData(report)) {
      CommandLines.require(
          folder == null,
          spec,
          "A CSV or XLSX is compared with a report: --report instead of --data.");
      List<Check> checks = SheetVerifier.verify(report, whole);
      return print(out, json, report, checks, Reliance.ofSheet(report, whole, checks));
    }
    CommandLines.require(
        whole == null, spec, "--report needs a CSV or XLSX that is compared with it.");
    if (report != null && folder != null) {
      try (StoreFile source = StoreFile.in(folder)) {
        return print(out, json, report, ReportVerifier.verify(report, key, source));
      }
    }
    if (report != null) {
      return print(out, json, report, ReportVerifier.verify(report, key, null));
    }
    if (folder != null) {
      Path all = folder.toAbsolutePath().normalize();
      return new DataVerification(all, heads.folder(), key).run(json, out);
    }
    throw CommandLines.refusal(
        spec, "Give a report to verify, or --data and a data folder, or both.");
  }

  private static int print(PrintWriter out, boolean json, Path report, List<Check> checks) {
    return print(out, json, report, checks, Reliance.ofReport(report, checks));
  }

  /// Says what was found in a file.
  ///
  /// @return the exit code
  private static int print(
      PrintWriter out, boolean json, Path subject, List<Check> checks, String verdict) {
    if (json) {
      out.println(VerificationJson.text(subject.toString(), checks));
    } else {
      checks.forEach(check ->
          out.printf(
              "%-4s %-12s %s%n", check.good() ? "ok" : "BAD", check.name(), check.sentence()));
      out.println(verdict);
    }
    out.flush();
    return checks.stream().allMatch(Check::good) ? 0 : 1;
  }
}
