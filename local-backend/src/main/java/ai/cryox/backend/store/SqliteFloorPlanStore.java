package ai.cryox.backend.store;

import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The facilities' floor plans.
public final class SqliteFloorPlanStore {
  private final SqliteDatabase database;

  /// The plans of this database.
  public SqliteFloorPlanStore(SqliteDatabase database) {
    this.database = database;
  }

  /// A facility's plan; empty if there is neither a picture nor a place. Any thread.
  public Optional<FloorPlan> read(String facilityId) {
    return database.read(handle -> {
      byte[] picture =
          handle
              .createQuery("SELECT picture FROM floor_picture WHERE facility_id = ?")
              .bind(0, facilityId)
              .mapTo(byte[].class)
              .findOne()
              .orElseGet(() -> new byte[0]);
      Map<String, Spot> spots = spots(handle, facilityId);
      return picture.length == 0 && spots.isEmpty()
          ? Optional.empty()
          : Optional.of(new FloorPlan(facilityId, picture, spots));
    });
  }

  private static Map<String, Spot> spots(Handle handle, String facilityId) {
    Map<String, Spot> spots = new HashMap<>();
    handle
        .createQuery("SELECT device_id, x, y FROM floor_spot WHERE facility_id = ?")
        .bind(0, facilityId)
        .map((row, context) ->
            spots.put(row.getString("device_id"), new Spot(row.getDouble("x"), row.getDouble("y"))))
        .list();
    return spots;
  }

  /// Replaces a facility's picture, or takes it away if it has no bytes. Belongs to the writer's
  /// open transaction.
  void savePicture(String facilityId, byte[] picture) {
    if (picture.length == 0) {
      database.writer().execute("DELETE FROM floor_picture WHERE facility_id = ?", facilityId);
    } else {
      database
          .writer()
          .execute("INSERT OR REPLACE INTO floor_picture VALUES (?, ?)", facilityId, picture);
    }
  }

  /// Replaces where a facility's devices stand. Belongs to the writer's open transaction.
  void saveSpots(String facilityId, Map<String, Spot> spots) {
    Handle writer = database.writer();
    writer.execute("DELETE FROM floor_spot WHERE facility_id = ?", facilityId);
    spots.forEach((deviceId, spot) ->
        writer.execute(
            "INSERT INTO floor_spot VALUES (?, ?, ?, ?)",
            facilityId,
            deviceId,
            spot.x(),
            spot.y()));
  }
}
