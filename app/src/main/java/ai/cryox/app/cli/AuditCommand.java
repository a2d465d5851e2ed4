package ai.cryox.app.cli;

import ai.cryox.app.text.CsvCell;
import ai.cryox.app.wiring.Reach;
import ai.cryox.backend.control.AuditControl;
import ai.cryox.core.backend.BackendException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox audit`: the audit trail as CSV, whether a backend works in the data folder or not.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Write the audit trail as CSV, newest first.",
    footer = {"", "T is a date (its beginning, UTC) or an instant such as 2026-03-01T03:00:00Z."})
public final class AuditCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--who", paramLabel = "WHO", description = "Only of this person, by name or id.")
  private @Nullable String who;

  @Option(
      names = "--what",
      paramLabel = "WHAT",
      description = "Only this or what begins with it: session, people.add …")
  private @Nullable String what;

  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "Only about this account, facility …")
  private @Nullable String subject;

  @Option(names = "--device", paramLabel = "D", description = "Only about this device.")
  private @Nullable String device;

  @Mixin private SliceOptions slice = new SliceOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public AuditCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Path to = slice.file();
    if (to == null) {
      write(CommandLines.out(spec));
      return 0;
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
      write(out);
      if (out.checkError()) {
        throw new IOException("not all could be written");
      }
    } catch (IOException failed) {
      throw new BackendException(
          "The file %s cannot be written: %s. Choose another place with --out."
              .formatted(to, failed.getMessage()),
          failed);
    }
    return 0;
  }

  private void write(PrintWriter out) {
    Map<String, String> with = filter();
    out.print(CsvCell.line(AuditControl.COLUMNS.toArray(String[]::new)));
    try (Reach reach = Reach.open(data.folder(), clock, CommandLines.userName())) {
      String token;
      do {
        List<Map<String, String>> rows = reach.call("audit/page", with);
        token = null;
        for (Map<String, String> row : rows) {
          token = row.get(AuditControl.TOKEN);
          if (token == null) {
            out.print(
                CsvCell.line(AuditControl.COLUMNS.stream().map(row::get).toArray(String[]::new)));
          }
        }
        if (token != null) {
          with.put(AuditControl.TOKEN, token);
        }
      } while (token != null);
    } catch (IllegalArgumentException refused) {
      throw CommandLines.refusal(spec, String.valueOf(refused.getMessage()));
    }
    out.flush();
  }

  private Map<String, String> filter() {
    Map<String, String> with = new HashMap<>();
    put(with, "who", who);
    put(with, "what", what);
    put(with, "subject", subject);
    put(with, "deviceId", device);
    put(with, "from", slice.from());
    put(with, "until", slice.until());
    return with;
  }

  private static void put(Map<String, String> with, String name, @Nullable Object value) {
    if (value != null) {
      with.put(name, value.toString());
    }
  }
}
