package ai.cryox.app.cli;

import ai.cryox.core.ledger.VerifierKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox verify --data DIR`: whether anything that was stored has been changed.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verify that nothing that was stored has been changed, left out or put in.",
    footer = {
      "",
      "Changes nothing, and works while a backend runs. Exit code 0: everything agrees with the"
          + " ledger. 1: something does not; each line says what."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The data folder that is verified.")
  private Path data = Path.of("");

  @Mixin private LedgerHeadOption heads = new LedgerHeadOption();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The public key that must have signed, as `cryox ledger head` says it.")
  private @Nullable VerifierKey key;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = data.toAbsolutePath().normalize();
    return new DataVerification(folder, heads.folder(), key).run(json, CommandLines.out(spec));
  }
}
