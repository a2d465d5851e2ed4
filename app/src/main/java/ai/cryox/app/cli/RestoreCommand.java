package ai.cryox.app.cli;

import ai.cryox.backend.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox restore`: a backup becomes a data folder again.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Verify a backup and put it into a data folder that no backend uses.")
public final class RestoreCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path backup = Path.of("");

  @Option(
      names = "--replace",
      description = "If the folder holds data, move them to a folder replaced-… inside it.")
  private boolean replace;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public RestoreCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter err = CommandLines.err(spec);
    Restore.Done done =
        new Restore(clock)
            .run(
                backup,
                data.folder(),
                replace,
                finding -> err.println("cryox: " + finding.sentence()),
                new ProgressLine(err, clock)::checked);
    PrintWriter out = CommandLines.out(spec);
    out.printf(
        "Restored the backup of %s to %s. %s%n",
        done.manifest().createdAt(), data.folder(), CommandLines.words(done.manifest().content()));
    if (done.replaced() != null) {
      out.printf("What was there before is in %s.%n", done.replaced());
    }
    out.flush();
    return 0;
  }
}
