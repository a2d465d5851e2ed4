package ai.cryox.app.cli;

import ai.cryox.backend.store.CheckReport;
import ai.cryox.backend.store.StoreCheck;
import ai.cryox.backend.store.StoreFile;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox check`: verifies everything that is stored.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Verify everything that is stored and name each record that is wrong.",
    footer = {
      "",
      "Changes nothing, and works while a backend runs. Exit code 0: all is sound. 1: something is"
          + " wrong;",
      "each line on standard output says where, what, and what to do."
    })
public final class CheckCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DataOption data = new DataOption();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public CheckCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter out = CommandLines.out(spec);
    ProgressLine progress = new ProgressLine(CommandLines.err(spec), clock);
    try (StoreFile file = StoreFile.in(data.folder())) {
      CheckReport report =
          new StoreCheck(file, finding -> out.println(finding.sentence()), progress::checked).run();
      out.printf(
          "%s %s%n",
          CommandLines.words(report),
          report.isSound() ? "All is sound." : "Findings: %d.".formatted(report.findings()));
      out.flush();
      return report.isSound() ? 0 : 1;
    }
  }
}
