package ai.cryox.app.energy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes what the page shows to a file, as comma-separated values (RFC 4180, UTF-8, times in UTC).
/// Blocks.
final class EnergyFile {
  private static final String HEADER =
      "deviceId,facilityId,from,until,windows,meanWatts,kilowattHours,efficiency,cost,currency,"
          + "baselineWatts,savedKilowattHours";

  private EnergyFile() {}

  /// Writes these rows.
  ///
  /// @throws UncheckedIOException if the file cannot be written
  static void write(List<EnergyRow> rows, Instant from, Instant until, Path file) {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\r\n");
      for (EnergyRow row : rows) {
        out.write(line(row, from, until));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String line(EnergyRow row, Instant from, Instant until) {
    UnitEnergy energy = row.energy();
    return String.join(
            ",",
            cell(row.device().deviceId()),
            cell(row.device().facilityId()),
            from.toString(),
            until.toString(),
            String.valueOf(energy.windows()),
            number(energy.watts()),
            number(energy.kilowattHours()),
            number(energy.efficiency()),
            number(row.cost()),
            row.tariff() == null ? "" : row.tariff().currency(),
            row.baseline() == null ? "" : number(row.baseline().watts()),
            number(row.saved()))
        + "\r\n";
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }

  private static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
