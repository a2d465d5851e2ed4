package ai.cryox.backend.fleet;

import ai.cryox.core.live.Trace;

/// The last few temperatures of a device as they come in; a {@link Trace} is made of them only when
/// somebody looks. Belongs to the pipeline's thread.
final class TraceMemory {
  private final float[] temperatures = new float[Trace.LENGTH];
  private final long[] times = new long[Trace.LENGTH];
  private int size;
  private int next;

  /// Takes note of a reading; one that is not newer than the last is left out.
  ///
  /// @param time epoch milliseconds
  /// @param temperature °C
  void add(long time, double temperature) {
    if (size > 0 && time <= times[(next + Trace.LENGTH - 1) % Trace.LENGTH]) {
      return;
    }
    times[next] = time;
    temperatures[next] = (float) temperature;
    next = (next + 1) % Trace.LENGTH;
    size = Math.min(size + 1, Trace.LENGTH);
  }

  Trace get() {
    float[] orderedTemperatures = new float[size];
    long[] orderedTimes = new long[size];
    for (int i = 0; i < size; i++) {
      int at = (next - size + i + Trace.LENGTH) % Trace.LENGTH;
      orderedTemperatures[i] = temperatures[at];
      orderedTimes[i] = times[at];
    }
    return Trace.of(orderedTimes, orderedTemperatures);
  }
}
