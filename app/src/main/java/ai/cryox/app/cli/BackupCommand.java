package ai.cryox.app.cli;

import ai.cryox.backend.backup.Backup;
import ai.cryox.backend.backup.Manifest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox backup`: a verified copy of the data folder.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Save the data folder to one zip file, verified, while the backend runs.",
    footer = {
      "",
      "The file holds keys and is readable for you alone. Exit code 1: it was not made, or damaged"
          + " records",
      "were copied, which are named on standard error; keep older backups then."
    })
public final class BackupCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The zip file to make; must not be there yet.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BackupCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter err = CommandLines.err(spec);
    String product = String.join(" ", Objects.requireNonNull(spec).root().version());
    Manifest made =
        new Backup(product, clock)
            .make(
                data.folder(),
                file,
                finding -> err.println("cryox: " + finding.sentence()),
                new ProgressLine(err, clock)::checked);
    PrintWriter out = CommandLines.out(spec);
    out.printf("Saved to %s, verified. %s%n", file, CommandLines.words(made.content()));
    out.flush();
    if (!made.content().isSound()) {
      err.printf(
          "cryox: %d damaged records were copied as they are; keep older backups.%n",
          made.content().findings());
      err.flush();
    }
    return made.content().isSound() ? 0 : 1;
  }
}
