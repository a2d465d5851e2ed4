package ai.cryox.core.report;

import java.time.ZoneId;

/// How a facility's reports look.
///
/// @param facilityName as it stands on top of every page
/// @param address in lines; may be empty
/// @param zone whose wall clock the report is read by
/// @param language `en` or `de`
/// @param logo a PNG or JPEG file's bytes; empty = none
public record Letterhead(
    String facilityName, String address, ZoneId zone, String language, byte[] logo) {
  public Letterhead {
    if (!language.equals("en") && !language.equals("de")) {
      throw new IllegalArgumentException(
          "Reports are written in en or de, not in '%s'.".formatted(language));
    }
  }

  /// Without an address.
  public Letterhead(String facilityName, ZoneId zone, String language, byte[] logo) {
    this(facilityName, "", zone, language, logo);
  }

  /// Without a logo.
  public Letterhead(String facilityName, ZoneId zone, String language) {
    this(facilityName, zone, language, new byte[0]);
  }
}
