package ai.cryox.backend.store;

/// Another backend works in the data folder.
public final class FolderInUseException extends StoreException {
  private static final long serialVersionUID = 1L;

  FolderInUseException(String message) {
    super(message);
  }
}
