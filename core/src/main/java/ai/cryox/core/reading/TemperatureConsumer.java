package ai.cryox.core.reading;

/// Takes one device's temperatures in order of event time.
@FunctionalInterface
public interface TemperatureConsumer {
  /// Takes the next one.
  ///
  /// @param time epoch milliseconds
  /// @param temperature °C
  /// @param late whether it came too late to alarm anybody
  void accept(long time, double temperature, boolean late);
}
