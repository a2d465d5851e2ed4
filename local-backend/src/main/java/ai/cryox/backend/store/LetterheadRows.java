package ai.cryox.backend.store;

import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.SavedLetterhead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of letterheads: read and added to, never changed.
final class LetterheadRows {
  private static final int MOST = 20;

  private LetterheadRows() {}

  /// Adds the next version of a facility's.
  static void add(Handle handle, String facilityId, SavedLetterhead saved) {
    Letterhead letterhead = saved.letterhead();
    handle
        .createUpdate(
            """
            INSERT INTO letterhead
              (facility_id, version, saved_ms, saved_by, name, address, zone, language, logo)
            SELECT :facility, coalesce(max(version), 0) + 1, :at, :by, :name, :address, :zone,
              :language, :logo
            FROM letterhead WHERE facility_id = :facility\
            """)
        .bind("facility", facilityId)
        .bind("at", saved.savedAt().toEpochMilli())
        .bind("by", saved.savedBy())
        .bind("name", letterhead.facilityName())
        .bind("address", letterhead.address())
        .bind("zone", letterhead.zone().getId())
        .bind("language", letterhead.language())
        .bind("logo", letterhead.logo())
        .execute();
  }

  /// A facility's, newest first; the last few.
  static List<SavedLetterhead> of(Handle handle, String facilityId) {
    return handle
        .createQuery("SELECT * FROM letterhead WHERE facility_id = ? ORDER BY version DESC LIMIT ?")
        .bind(0, facilityId)
        .bind(1, MOST)
        .map((row, context) -> row(row))
        .list();
  }

  /// What all facilities are called that have one.
  static List<NamedFacility> names(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT facility_id, name, zone FROM letterhead AS newest
            WHERE version = (SELECT max(version) FROM letterhead
              WHERE facility_id = newest.facility_id)
            ORDER BY facility_id\
            """)
        .map((row, context) ->
            new NamedFacility(
                row.getString("facility_id"),
                row.getString("name"),
                ZoneId.of(row.getString("zone"))))
        .list();
  }

  private static SavedLetterhead row(ResultSet row) throws SQLException {
    return new SavedLetterhead(
        row.getInt("version"),
        Instant.ofEpochMilli(row.getLong("saved_ms")),
        row.getString("saved_by"),
        new Letterhead(
            row.getString("name"),
            row.getString("address"),
            ZoneId.of(row.getString("zone")),
            row.getString("language"),
            row.getBytes("logo")));
  }
}
