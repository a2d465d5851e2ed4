package ai.cryox.backend.rights;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.people.Action;
import java.util.List;
import java.util.Optional;

/// What one person may see and write of devices. Which curves they look at together is their own.
record GuardedNotebook(Notebook notebook, Rights rights, Whereabouts where) implements Notebook {
  @Override
  public List<DeviceNote> notes(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return notebook.notes(deviceId);
  }

  @Override
  public DeviceNote addNote(String deviceId, String words) {
    rights.require(Action.WRITE_NOTES, where.ofDevice(deviceId));
    return notebook.addNote(deviceId, words);
  }

  @Override
  public List<CapaNote> capa(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return notebook.capa(deviceId);
  }

  @Override
  public CapaNote writeCapa(CapaDraft draft) {
    rights.require(Action.JUDGE_EXCURSION, where.ofDevice(draft.deviceId()));
    return notebook.writeCapa(draft);
  }

  @Override
  public Optional<DevicePhoto> photo(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return notebook.photo(deviceId);
  }

  @Override
  public DevicePhoto savePhoto(String deviceId, byte[] file) {
    rights.require(Action.WRITE_NOTES, where.ofDevice(deviceId));
    return notebook.savePhoto(deviceId, file);
  }

  @Override
  public void removePhoto(String deviceId) {
    rights.require(Action.WRITE_NOTES, where.ofDevice(deviceId));
    notebook.removePhoto(deviceId);
  }

  @Override
  public List<Calibration> calibrations(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return notebook.calibrations(deviceId);
  }

  @Override
  public List<PenGroup> penGroups() {
    rights.requireSomewhere(Action.WATCH);
    return notebook.penGroups();
  }

  @Override
  public void savePenGroups(List<PenGroup> groups) {
    rights.requireSomewhere(Action.WATCH);
    notebook.savePenGroups(groups);
  }
}
