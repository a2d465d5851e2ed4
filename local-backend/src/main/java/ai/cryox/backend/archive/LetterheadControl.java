package ai.cryox.backend.archive;

import ai.cryox.backend.report.Logo;
import ai.cryox.backend.report.ReportException;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.SavedLetterhead;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Letterheads as texts. What is not said stays as it is.
///
/// @param saved those of a facility that were saved, newest first
record LetterheadControl(Reports reports, Function<String, List<SavedLetterhead>> saved) {
  /// How a facility's reports look now, then each version that was saved, newest first.
  List<Map<String, String>> show(String facilityId) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(row(reports.letterhead(facilityId)));
    for (SavedLetterhead one : saved.apply(facilityId)) {
      Map<String, String> row = row(one.letterhead());
      row.put("version", Integer.toString(one.version()));
      row.put("savedAt", one.savedAt().toString());
      row.put("savedBy", one.savedBy());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, String> row(Letterhead letterhead) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("name", letterhead.facilityName());
    row.put("address", letterhead.address());
    row.put("zone", letterhead.zone().getId());
    row.put("language", letterhead.language());
    row.put("logoBytes", Integer.toString(letterhead.logo().length));
    return row;
  }

  /// @param with `name`, `address`, `zone`, `language`, and `logo`: a file, or nothing for none
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  List<Map<String, String>> save(String facilityId, Map<String, String> with) {
    Letterhead now = reports.letterhead(facilityId);
    try {
      String zone = with.get("zone");
      String logo = with.get("logo");
      reports.saveLetterhead(
          facilityId,
          new Letterhead(
              with.getOrDefault("name", now.facilityName()).strip(),
              with.getOrDefault("address", now.address()).strip(),
              zone == null ? now.zone() : ZoneId.of(zone.strip()),
              with.getOrDefault("language", now.language()).strip().toLowerCase(Locale.ROOT),
              logo == null ? now.logo() : logo(logo)));
      return show(facilityId);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "'%s' is no time zone; one is called like Europe/Berlin.".formatted(with.get("zone")),
          unknown);
    } catch (ReportException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  private static byte[] logo(String file) {
    return file.isBlank() ? new byte[0] : Logo.read(Path.of(file));
  }
}
