package ai.cryox.core.report;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How a facility's reports look.
///
/// @param facilityName as it stands on top of every page
/// @param zone whose wall clock the report is read by
/// @param language `en` or `de`
/// @param logo a PNG or JPEG file's bytes, or `null`
public record Letterhead(
    String facilityName, ZoneId zone, String language, byte @Nullable [] logo) {
  public Letterhead {
    if (!language.equals("en") && !language.equals("de")) {
      throw new IllegalArgumentException(
          "Reports are written in en or de, not in '%s'.".formatted(language));
    }
  }
}
