package ai.cryox.core.classify;

/// Which way out of range is.
public enum Side {
  /// Too warm.
  HIGH(1),
  /// Too cold.
  LOW(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  int sign() {
    return sign;
  }

  boolean isOutward(double temperature, double limit) {
    return sign * temperature > sign * limit;
  }
}
