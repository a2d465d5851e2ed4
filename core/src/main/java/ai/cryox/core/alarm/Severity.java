package ai.cryox.core.alarm;

/// How bad an alarm is, mildest first. The seed's two.
public enum Severity {
  /// Goods may come to harm if nothing is done.
  WARNING,
  /// Goods come to harm now.
  CRITICAL;

  /// As the wire spells it: `Critical`, `Warning`.
  public String wireName() {
    return this == CRITICAL ? "Critical" : "Warning";
  }

  /// The worse of two.
  public Severity or(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
