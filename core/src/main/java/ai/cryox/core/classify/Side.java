package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import java.util.List;

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

  /// The levels that guard it, the worse one first.
  List<Level> worstFirst() {
    return this == HIGH ? Order.WARM : Order.COLD;
  }

  /// Made once, and not before the levels, which name their sides.
  private static final class Order {
    static final List<Level> WARM = List.of(Level.HIGH_HIGH, Level.HIGH);
    static final List<Level> COLD = List.of(Level.LOW_LOW, Level.LOW);
  }

  /// What is wrong beyond it.
  Condition condition() {
    return this == HIGH ? Condition.HIGH : Condition.LOW;
  }

  boolean isOutward(double temperature, double limit) {
    return sign * temperature > sign * limit;
  }
}
