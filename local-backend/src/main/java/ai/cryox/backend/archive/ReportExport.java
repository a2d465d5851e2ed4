package ai.cryox.backend.archive;

import ai.cryox.backend.report.DataExport;
import ai.cryox.backend.report.EmbeddedData;
import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.StoredReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Hands a stored report out in pieces, in one of its forms. Blocks; any thread.
///
/// @param document the file that is handed out
/// @param letterhead of its facility; asked where it is printed
record ReportExport(Path document, StoredReport report, Supplier<Letterhead> letterhead) {
  private static final int PIECE = 64 * 1024;

  /// @throws IOException if the document cannot be read
  void write(ReportForm form, Consumer<byte[]> into) throws IOException {
    switch (form) {
      case PDF -> {
        try (InputStream in = Files.newInputStream(document)) {
          hand(in, into);
        }
      }
      case CSV -> EmbeddedData.read(document, data -> hand(data, into));
      case XLSX -> {
        byte[] figures = EmbeddedData.figures(document);
        try (OutputStream pieces = new BufferedOutputStream(new Handing(into), PIECE)) {
          EmbeddedData.read(
              document,
              data ->
                  DataExport.workbook(
                      data, figures, DataNote.of(report), letterhead.get(), pieces));
        }
      }
    }
  }

  private static void hand(InputStream in, Consumer<byte[]> into) throws IOException {
    for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
      into.accept(piece);
    }
  }

  /// Hands on what is written to it.
  private static final class Handing extends OutputStream {
    private final Consumer<byte[]> into;

    Handing(Consumer<byte[]> into) {
      this.into = into;
    }

    @Override
    public void write(int one) {
      into.accept(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      into.accept(Arrays.copyOfRange(bytes, from, from + count));
    }
  }
}
