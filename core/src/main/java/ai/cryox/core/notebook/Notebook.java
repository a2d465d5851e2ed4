package ai.cryox.core.notebook;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.people.ForbiddenException;
import java.util.List;
import java.util.Optional;

/// One person's way to notes, pictures and groups of curves. Any thread; blocks. Throws {@link
/// BackendException} when the backend cannot answer and {@link ForbiddenException} when the person
/// may not.
public interface Notebook {
  /// What was written down about a device, newest first.
  List<DeviceNote> notes(String deviceId);

  /// Adds a note; durable when it returns.
  ///
  /// @throws IllegalArgumentException if there is no such device or the words are none, with a
  ///   sentence
  DeviceNote addNote(String deviceId, String words);

  /// All versions of what was written of a device's excursions, in the order they were written;
  /// {@link CapaNote#isAbout} says of which.
  List<CapaNote> capa(String deviceId);

  /// Writes the next version of what is known of an excursion; durable when it returns.
  ///
  /// @throws IllegalArgumentException if there is no such excursion, it makes no sense, or somebody
  ///   has written a newer version meanwhile, with a sentence
  CapaNote writeCapa(CapaDraft draft);

  /// A device's picture.
  Optional<DevicePhoto> photo(String deviceId);

  /// Puts another picture in place of a device's; durable when it returns.
  ///
  /// @param file a JPEG or PNG
  /// @throws IllegalArgumentException if there is no such device, or the file is no such picture,
  ///   with a sentence
  DevicePhoto savePhoto(String deviceId, byte[] file);

  /// Takes a device's picture away; nothing happens if it has none.
  void removePhoto(String deviceId);

  /// What the calibration register says of a device, oldest first.
  List<Calibration> calibrations(String deviceId);

  /// The person's own groups of curves, in their order.
  List<PenGroup> penGroups();

  /// Replaces the person's own groups of curves; durable when it returns.
  ///
  /// @throws IllegalArgumentException if they make no sense, with a sentence
  void savePenGroups(List<PenGroup> groups);
}
