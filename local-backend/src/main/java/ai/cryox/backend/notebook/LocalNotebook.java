package ai.cryox.backend.notebook;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.NotebookChanges;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.backend.store.SqliteNotebookStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One person's notebook in this backend.
///
/// @param person in whose name things are written
/// @param store any thread may read
/// @param register any thread may read
/// @param fleet the pipeline's thread
public record LocalNotebook(
    Attributed person, SqliteNotebookStore store, SqliteCalibrationStore register, Fleet fleet)
    implements Notebook {
  @Override
  public List<DeviceNote> notes(String deviceId) {
    return ask(() -> store.notes(deviceId));
  }

  @Override
  public DeviceNote addNote(String deviceId, String words) {
    String stripped = words.strip();
    String problem = DeviceNote.problem(stripped);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    return person.change(batch -> {
      requireKnown(fleet, deviceId);
      DeviceNote note = new DeviceNote(deviceId, batch.now(), person.name(), stripped);
      batch.notebook.notes.add(new NotebookChanges.Written(person.who().userId(), note));
      batch.audit.add(person.done(batch, "note.add", deviceId, stripped));
      return note;
    });
  }

  @Override
  public Optional<DevicePhoto> photo(String deviceId) {
    return ask(() -> store.photo(deviceId));
  }

  @Override
  public DevicePhoto savePhoto(String deviceId, byte[] file) {
    String mediaType = DevicePhoto.mediaTypeOf(file);
    byte[] kept = file.clone();
    return person.change(batch -> {
      requireKnown(fleet, deviceId);
      DevicePhoto photo = new DevicePhoto(deviceId, batch.now(), person.name(), mediaType, kept);
      batch.notebook.photos.put(deviceId, Optional.of(photo));
      note(batch, "photo.save", deviceId, "A picture of %d bytes.".formatted(kept.length));
      return photo;
    });
  }

  @Override
  public void removePhoto(String deviceId) {
    person.change(batch -> {
      requireKnown(fleet, deviceId);
      batch.notebook.photos.put(deviceId, Optional.empty());
      note(batch, "photo.remove", deviceId, "The picture was taken away.");
      return true;
    });
  }

  private void note(Batch batch, String what, String deviceId, String detail) {
    batch.audit.add(person.done(batch, what, deviceId, detail));
  }

  @Override
  public List<Calibration> calibrations(String deviceId) {
    return ask(() -> register.read(deviceId));
  }

  static void requireKnown(Fleet fleet, String deviceId) {
    if (fleet.find(deviceId) == null) {
      throw new IllegalArgumentException("No device '%s' is known.".formatted(deviceId));
    }
  }

  @Override
  public List<PenGroup> penGroups() {
    return ask(() -> store.penGroups(person.who().userId()));
  }

  @Override
  public void savePenGroups(List<PenGroup> groups) {
    String problem = PenGroup.problem(groups);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    person.change(batch -> {
      batch.notebook.penGroups.put(person.who().userId(), List.copyOf(groups));
      return true;
    });
  }

  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }
}
