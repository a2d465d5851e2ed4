package ai.cryox.backend.ingest;

import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.PenGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a batch changes of notes, pictures, groups of curves, tariffs and baselines. Belongs to the
/// pipeline's thread.
public final class NotebookChanges {
  /// A note and whose account wrote it.
  public record Written(String userId, DeviceNote note) {}

  /// What was written of an excursion, and whose account wrote it.
  public record Judged(String userId, CapaNote note) {}

  /// What was written of excursions.
  public final List<Judged> capa = new ArrayList<>();

  /// New notes.
  public final List<Written> notes = new ArrayList<>();

  /// Pictures by device, as they are now; empty for one that is gone.
  public final Map<String, Optional<DevicePhoto>> photos = new LinkedHashMap<>();

  /// Groups of curves by account, as they are now.
  public final Map<String, List<PenGroup>> penGroups = new LinkedHashMap<>();

  /// Tariffs by facility, as they are now.
  public final Map<String, Tariff> tariffs = new LinkedHashMap<>();

  /// Baselines by device, as they are now; empty for one that is gone.
  public final Map<String, Optional<Baseline>> baselines = new LinkedHashMap<>();

  /// Whether there is anything to store.
  public boolean hasChanges() {
    return !notes.isEmpty()
        || !capa.isEmpty()
        || !photos.isEmpty()
        || !penGroups.isEmpty()
        || !tariffs.isEmpty()
        || !baselines.isEmpty();
  }
}
