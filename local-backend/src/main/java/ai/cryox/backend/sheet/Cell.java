package ai.cryox.backend.sheet;

/// One cell of a sheet as it is stored.
///
/// @param number whether it is one
record Cell(String text, boolean number) {
  /// Where nothing stands.
  static final Cell NONE = new Cell("", false);
}
