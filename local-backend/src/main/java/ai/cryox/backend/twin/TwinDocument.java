package ai.cryox.backend.twin;

import ai.cryox.core.downstream.RefusedException;

/// A device's whole twin.
///
/// @param desired what it is told
/// @param reported what it says of itself
public record TwinDocument(TwinProperties desired, TwinProperties reported) {
  /// The twin of a device of which nothing was said.
  public static final TwinDocument EMPTY =
      new TwinDocument(TwinProperties.NONE, TwinProperties.NONE);

  /// Reads the changes that somebody asks for.
  ///
  /// @param json a JSON object in UTF-8; `null` deletes a member
  /// @throws RefusedException if it is none, or has something that no twin may have
  public static TwinValue.Group patch(byte[] json) {
    return TwinReader.patch(json);
  }

  /// The twin after a change of what is desired.
  public TwinDocument withDesired(TwinProperties next) {
    return new TwinDocument(next, reported);
  }

  /// The twin after a change of what is reported.
  public TwinDocument withReported(TwinProperties next) {
    return new TwinDocument(desired, next);
  }

  /// The document that a device gets when it asks, UTF-8.
  public byte[] forDevice() {
    return TwinWriter.twin(this);
  }

  /// What a device is sent when what is desired has changed to this, UTF-8.
  ///
  /// @param patch the change
  public byte[] notice(TwinValue.Group patch) {
    return TwinWriter.versioned(patch, desired.version());
  }
}
