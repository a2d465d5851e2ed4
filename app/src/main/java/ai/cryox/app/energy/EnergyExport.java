package ai.cryox.app.energy;

import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.ScreenContext;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.stage.Window;

/// Takes the figures of the page out of the window, to a file. FX thread only; writes beside it.
final class EnergyExport {
  private final ScreenContext context;

  EnergyExport(ScreenContext context) {
    this.context = context;
  }

  /// Asks for a file and writes these rows to it.
  ///
  /// @param over the window that waits for the answer
  void save(List<EnergyRow> rows, Instant from, Instant until, Window over) {
    Path file =
        new SaveDialog(context.messages().text("energy.numbers"), "energy-figures.csv")
            .kind("CSV", "csv")
            .ask(over);
    if (file != null) {
      context
          .background()
          .call(() -> written(rows, from, until, file), context.frame()::say, context.frame()::say);
    }
  }

  private String written(List<EnergyRow> rows, Instant from, Instant until, Path file) {
    try {
      EnergyFile.write(rows, from, until, file);
      return context.messages().text("energy.written", rows.size(), file.toString());
    } catch (UncheckedIOException failed) {
      return context
          .messages()
          .text("trends.notSaved", file.toString(), String.valueOf(failed.getMessage()));
    }
  }
}
