package ai.cryox.app.theme;

/// The one scale of type, px at 100 %. Style sheets use the same five sizes; a test holds them to
/// it.
public enum Type {
  /// Units, ages, column heads, key caps.
  SMALL(12),
  /// Everything that is read.
  BODY(14),
  /// Titles, counts, the alarm in words.
  TITLE(17),
  /// Values on tiles.
  VALUE(24),
  /// The one value of a page, read from across the room.
  DISPLAY(34);

  private final int px;

  Type(int px) {
    this.px = px;
  }

  /// Size, px at 100 %.
  public int px() {
    return px;
  }
}
