package ai.cryox.backend.notebook;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.NotebookChanges;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.store.SqliteCalibrationStore;
import ai.cryox.backend.store.SqliteCapaStore;
import ai.cryox.backend.store.SqliteNotebookStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.excursion.ExcursionStore;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One person's notebook in this backend.
///
/// @param person in whose name things are written
/// @param store any thread may read
/// @param judged any thread may read
/// @param excursions any thread may read
/// @param register any thread may read
/// @param fleet the pipeline's thread
public record LocalNotebook(
    Attributed person,
    SqliteNotebookStore store,
    SqliteCapaStore judged,
    ExcursionStore excursions,
    SqliteCalibrationStore register,
    Fleet fleet)
    implements Notebook {
  /// One of each condition.
  private static final int MOST_AT_ONCE = 20;

  /// Of two days.
  private static final int MOST_NEAR = 1_000;

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
      DeviceNote note = new DeviceNote(deviceId, time(batch), person.name(), stripped);
      batch.notebook.notes.add(new NotebookChanges.Written(person.who().userId(), note));
      batch.audit.add(person.done(batch, "note.add", deviceId, stripped));
      return note;
    });
  }

  @Override
  public List<CapaNote> capa(String deviceId) {
    return ask(() -> judged.of(deviceId).stream().map(this::anchored).toList());
  }

  /// Each at what late readings made of its excursion since it was written.
  private List<CapaNote> anchored(String deviceId) {
    return judged.of(deviceId).stream().map(this::anchored).toList();
  }

  private CapaNote anchored(CapaNote note) {
    List<Excursion> there = around(note, Duration.ZERO);
    return there.stream().anyMatch(note::isAbout)
        ? note
        : note.anchored(around(note, CapaNote.REACH));
  }

  private List<Excursion> around(CapaNote note, Duration reach) {
    ExcursionQuery near =
        new ExcursionQuery(
            null,
            note.deviceId(),
            note.start().minus(reach),
            note.start().plus(reach).plusMillis(1));
    return excursions.read(near, PageRequest.first(MOST_NEAR)).items();
  }

  /// As it is stored: what is answered now and what is read later say the same.
  private static Instant time(Batch batch) {
    return batch.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public CapaNote writeCapa(CapaDraft draft) {
    String problem = draft.problem();
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    return person.change(batch -> {
      requireKnown(fleet, draft.deviceId());
      Excursion excursion = excursion(draft);
      List<CapaNote> before = new ArrayList<>(CapaNote.of(excursion, anchored(draft.deviceId())));
      batch.notebook.capa.stream()
          .map(NotebookChanges.Judged::note)
          .filter(note -> note.isAbout(excursion))
          .forEach(before::add);
      int newest = before.isEmpty() ? 0 : before.getLast().version();
      if (newest != draft.after()) {
        throw new IllegalArgumentException(
            "Somebody has written version %d meanwhile; look at it and write again."
                .formatted(newest));
      }
      // Two excursions that became one have two versions of each number.
      int highest = before.stream().mapToInt(CapaNote::version).max().orElse(0);
      CapaNote note = CapaNote.of(draft, highest + 1, person.name(), time(batch));
      batch.notebook.capa.add(new NotebookChanges.Judged(person.who().userId(), note));
      batch.audit.add(
          person
              .done(
                  batch,
                  "excursion.capa",
                  draft.deviceId(),
                  "Version %d of what is known of the excursion.".formatted(note.version()))
              .about(excursion.excursionId())
              .changing(before.isEmpty() ? null : before.getLast().words(), note.words()));
      return note;
    });
  }

  private Excursion excursion(CapaDraft draft) {
    ExcursionQuery near =
        new ExcursionQuery(null, draft.deviceId(), draft.start(), draft.start().plusMillis(1));
    return excursions.read(near, PageRequest.first(MOST_AT_ONCE)).items().stream()
        .filter(one -> one.condition() == draft.condition() && !one.start().isAfter(draft.start()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no excursion %s of %s at %s."
                    .formatted(draft.condition(), draft.deviceId(), draft.start())));
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
      DevicePhoto photo = new DevicePhoto(deviceId, time(batch), person.name(), mediaType, kept);
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
