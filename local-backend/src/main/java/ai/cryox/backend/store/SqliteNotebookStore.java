package ai.cryox.backend.store;

import ai.cryox.backend.ingest.NotebookChanges;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.reading.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Notes, pictures, groups of curves, tariffs and baselines. The database itself refuses to change
/// or delete a note.
public final class SqliteNotebookStore {
  /// Of one device, the newest.
  private static final int MOST_NOTES = 500;

  private final SqliteDatabase database;

  /// The notebook of this database.
  public SqliteNotebookStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Applies what a batch changes, as part of the writer's open transaction.
  void save(NotebookChanges changes) {
    Handle writer = database.writer();
    for (NotebookChanges.Written written : changes.notes) {
      DeviceNote note = written.note();
      writer.execute(
          "INSERT INTO device_note (device_id, at_ms, user_id, author, words) VALUES (?, ?, ?, ?,"
              + " ?)",
          note.deviceId(),
          note.at().toEpochMilli(),
          written.userId(),
          note.author(),
          note.words());
    }
    changes.photos.forEach((device, photo) -> save(writer, device, photo));
    changes.penGroups.forEach((user, groups) -> save(writer, user, groups));
    changes.tariffs.forEach((facility, tariff) ->
        writer.execute(
            "INSERT OR REPLACE INTO energy_tariff VALUES (?, ?, ?)",
            facility,
            tariff.pricePerKilowattHour(),
            tariff.currency()));
    changes.baselines.forEach((device, baseline) -> saveBaseline(writer, device, baseline));
  }

  private static void save(Handle writer, String device, Optional<DevicePhoto> photo) {
    writer.execute("DELETE FROM device_photo WHERE device_id = ?", device);
    photo.ifPresent(one ->
        writer.execute(
            "INSERT INTO device_photo VALUES (?, ?, ?, ?, ?)",
            device,
            one.at().toEpochMilli(),
            one.author(),
            one.mediaType(),
            one.data()));
  }

  private static void save(Handle writer, String user, List<PenGroup> groups) {
    writer.execute("DELETE FROM pen_group WHERE user_id = ?", user);
    for (int i = 0; i < groups.size(); i++) {
      String pens =
          groups.get(i).pens().stream()
              .map(pen -> pen.quantity().name() + " " + pen.deviceId())
              .collect(Collectors.joining("\n"));
      writer.execute(
          "INSERT INTO pen_group VALUES (?, ?, ?, ?)", user, i, groups.get(i).name(), pens);
    }
  }

  private static void saveBaseline(Handle writer, String device, Optional<Baseline> baseline) {
    writer.execute("DELETE FROM energy_baseline WHERE device_id = ?", device);
    baseline.ifPresent(one ->
        writer.execute(
            "INSERT INTO energy_baseline VALUES (?, ?, ?, ?, ?, ?, ?)",
            device,
            one.from().toEpochMilli(),
            one.until().toEpochMilli(),
            one.watts(),
            one.windows(),
            one.chosenBy(),
            one.chosenAt().toEpochMilli()));
  }

  /// The newest notes about a device, newest first; any thread.
  public List<DeviceNote> notes(String deviceId) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT * FROM device_note WHERE device_id = ? ORDER BY note_key DESC LIMIT ?")
            .bind(0, deviceId)
            .bind(1, MOST_NOTES)
            .map((row, context) ->
                new DeviceNote(
                    row.getString("device_id"),
                    Instant.ofEpochMilli(row.getLong("at_ms")),
                    row.getString("author"),
                    row.getString("words")))
            .list());
  }

  /// A device's picture; any thread.
  public Optional<DevicePhoto> photo(String deviceId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM device_photo WHERE device_id = ?")
            .bind(0, deviceId)
            .map((row, context) ->
                new DevicePhoto(
                    row.getString("device_id"),
                    Instant.ofEpochMilli(row.getLong("at_ms")),
                    row.getString("author"),
                    row.getString("media_type"),
                    row.getBytes("data")))
            .findFirst());
  }

  /// Somebody's groups of curves; any thread.
  public List<PenGroup> penGroups(String userId) {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM pen_group WHERE user_id = ? ORDER BY position")
            .bind(0, userId)
            .map((row, context) -> new PenGroup(row.getString("name"), pens(row)))
            .list());
  }

  private static List<PenGroup.Pen> pens(ResultSet row) throws SQLException {
    return row.getString("pens")
        .lines()
        .map(line -> {
          int space = line.indexOf(' ');
          return new PenGroup.Pen(
              line.substring(space + 1), Quantity.valueOf(line.substring(0, space)));
        })
        .toList();
  }

  /// What was decided about energy; any thread.
  public EnergyBook energy() {
    return database.read(handle -> {
      Map<String, Tariff> tariffs = new HashMap<>();
      handle
          .createQuery("SELECT * FROM energy_tariff")
          .map((row, context) ->
              tariffs.put(
                  row.getString("facility_id"),
                  new Tariff(row.getDouble("price_per_kwh"), row.getString("currency"))))
          .list();
      List<Baseline> baselines =
          handle
              .createQuery("SELECT * FROM energy_baseline ORDER BY device_id")
              .map((row, context) -> baseline(row))
              .list();
      return new EnergyBook(tariffs, baselines);
    });
  }

  private static Baseline baseline(ResultSet row) throws SQLException {
    return new Baseline(
        row.getString("device_id"),
        Instant.ofEpochMilli(row.getLong("from_ms")),
        Instant.ofEpochMilli(row.getLong("until_ms")),
        row.getDouble("watts"),
        row.getInt("windows"),
        row.getString("chosen_by"),
        Instant.ofEpochMilli(row.getLong("chosen_ms")));
  }
}
