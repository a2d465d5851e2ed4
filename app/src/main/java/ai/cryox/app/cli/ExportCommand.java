package ai.cryox.app.cli;

import ai.cryox.app.text.WholeFile;
import ai.cryox.backend.export.CsvExport;
import ai.cryox.backend.export.ExportKind;
import ai.cryox.backend.export.ExportQuery;
import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox export`: stored messages as CSV.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write what is stored as CSV, by device and time.",
    footer = {
      "",
      "T is a date (its beginning, UTC) or an instant such as 2026-03-01T03:00:00Z. Works while a",
      "backend runs. Exit code 1: some records are damaged; their rows are left out and they are"
          + " named",
      "on standard error."
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--kind",
      defaultValue = "READINGS",
      description = "${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
  private ExportKind kind = ExportKind.READINGS;

  @Option(names = "--facility", paramLabel = "F", description = "Only of this facility.")
  private @Nullable String facility;

  @Option(names = "--device", paramLabel = "D", description = "Only of this device.")
  private @Nullable String device;

  @Mixin private SliceOptions slice = new SliceOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLines.require(
        facility == null || device == null, spec, "Give --facility or --device, not both.");
    Instant first = slice.from();
    Instant end = slice.until();
    Path file = slice.file();
    CommandLines.require(
        first == null || end == null || first.isBefore(end),
        spec,
        "--from must be before --to: nothing can lie between them.");
    ExportQuery query = new ExportQuery(kind, facility, device, first, end);
    PrintWriter err = CommandLines.err(spec);
    try (StoreFile store = StoreFile.in(data.folder())) {
      SeriesView series = new SeriesView(store, warning -> err.println("cryox: " + warning));
      long rows = file == null ? toStandardOutput(series, query) : toFile(series, query, file);
      err.printf("%d rows exported.%n", rows);
      if (series.damaged() > 0) {
        err.printf("cryox: %d damaged records were left out.%n", series.damaged());
      }
      err.flush();
      return series.damaged() > 0 ? 1 : 0;
    }
  }

  private static long toStandardOutput(SeriesView series, ExportQuery query) {
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      return new CsvExport(series, query, out).run();
    } catch (IOException failed) {
      throw cannotWrite("standard output", failed);
    }
  }

  private static long toFile(SeriesView series, ExportQuery query, Path file) {
    try {
      return WholeFile.write(
          file,
          draft -> {
            try (OutputStream out = Files.newOutputStream(draft)) {
              return new CsvExport(series, query, out).run();
            }
          });
    } catch (IOException failed) {
      throw cannotWrite(file.toString(), failed);
    }
  }

  private static StoreException cannotWrite(String where, IOException failed) {
    return new StoreException(
        "The export cannot be written to %s: %s. Choose another place with --out."
            .formatted(where, failed),
        failed);
  }
}
