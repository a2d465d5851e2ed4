package ai.cryox.app.cli;

import ai.cryox.backend.ledger.ProofText;
import ai.cryox.backend.ledger.ProofVerdict;
import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.backend.store.SqliteStampStore;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.ledger.StoredStamp;
import ai.cryox.core.ledger.VerifierKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cryox ledger`: heads and proofs for others.
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Say the ledger's head, prove a record, check a proof.",
    footer = {"", "Changes nothing, and works while a backend runs."})
public final class LedgerCommand extends CommandGroup {
  @Command(
      name = "head",
      mixinStandardHelpOptions = true,
      description = "Print the newest signed checkpoint and the key that signed it.")
  int head(@Mixin DataOption data) {
    PrintWriter out = out();
    try (StoreFile file = StoreFile.in(data.folder())) {
      LedgerProofs.Signed head = new LedgerProofs(file).head().orElse(null);
      if (head == null) {
        CommandLines.err(spec())
            .println(
                "cryox: There is no checkpoint yet. A running backend makes one every minute.");
        return 1;
      }
      out.print(head.note());
      out.printf("%nkey %s%nleaves %d%n", head.key(), head.leaves());
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "stamps",
      mixinStandardHelpOptions = true,
      description = {
        "Write out the checkpoints that time-stamp authorities confirmed, with the tokens.",
        "Check one: openssl ts -verify -data N.checkpoint -in N.tst -token_in -CAfile CA.pem"
      })
  int stamps(
      @Mixin DataOption data,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              required = true,
              description = "The folder; made if it is not there.")
          Path folder)
      throws IOException {
    try (StoreFile file = StoreFile.in(data.folder())) {
      List<StoredStamp> stamps = SqliteStampStore.read(file);
      Files.createDirectories(folder);
      for (StoredStamp stamp : stamps) {
        Files.writeString(folder.resolve(stamp.size() + ".checkpoint"), stamp.note());
        Files.write(folder.resolve(stamp.size() + ".tst"), stamp.token());
      }
      PrintWriter out = out();
      out.printf("%s written to %s.%n", CommandLines.count(stamps.size(), "stamp"), folder);
      out.flush();
      return stamps.isEmpty() ? 1 : 0;
    }
  }

  /// What is to be proven.
  static final class Subject {
    @ArgGroup(exclusive = false)
    private @Nullable OfReading reading;

    @Option(names = "--transition", paramLabel = "N", description = "The alarm transition N.")
    private @Nullable Long transition;

    @Option(names = "--audit", paramLabel = "N", description = "The audit line N.")
    private @Nullable Long audit;

    ProofText prove(LedgerProofs proofs) {
      if (reading != null) {
        return proofs.reading(reading.device, reading.time.instant());
      }
      return transition != null
          ? proofs.transition(transition)
          : proofs.audit(audit == null ? 0 : audit);
    }
  }

  /// One reading.
  static final class OfReading {
    @Option(
        names = "--device",
        paramLabel = "ID",
        required = true,
        description = "The device that read it.")
    private String device = "";

    @Option(
        names = "--time",
        paramLabel = "TIME",
        required = true,
        description = "When, to the millisecond.")
    private PointInTime time = new PointInTime(Instant.EPOCH);
  }

  @Command(
      name = "proof",
      mixinStandardHelpOptions = true,
      description = "Prove one reading, alarm transition or audit line; the proof stands alone.")
  int proof(
      @Mixin DataOption data,
      @ArgGroup(multiplicity = "1") Subject subject,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "Where to write it. Usual: standard output.")
          @Nullable Path file)
      throws IOException {
    try (StoreFile store = StoreFile.in(data.folder())) {
      String text = subject.prove(new LedgerProofs(store)).toString();
      if (file == null) {
        PrintWriter out = out();
        out.print(text);
        out.flush();
      } else {
        Files.writeString(file, text);
      }
      return 0;
    } catch (IllegalArgumentException refused) {
      CommandLines.err(spec()).println("cryox: " + refused.getMessage());
      return 1;
    }
  }

  @Command(
      name = "check-proof",
      mixinStandardHelpOptions = true,
      description = "Check a proof; needs nothing but the file.")
  int checkProof(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--key",
              paramLabel = "KEY",
              description =
                  "The public key that must have signed. Without it the key in the proof is"
                      + " believed.")
          @Nullable VerifierKey key)
      throws IOException {
    PrintWriter out = out();
    ProofVerdict verdict;
    try {
      verdict = ProofVerdict.of(ProofText.parse(Files.readString(file)), key);
    } catch (IllegalArgumentException none) {
      verdict = new ProofVerdict(false, String.valueOf(none.getMessage()));
    }
    out.println(verdict.sentence());
    out.flush();
    return verdict.proven() ? 0 : 1;
  }
}
