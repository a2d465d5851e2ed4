package ai.cryox.simulator.scenario;

import ai.cryox.core.reading.Message;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.thermal.UnitControls;
import java.util.List;

/// What a scenario does to one device; every part of it does nothing unless said otherwise. Each
/// device has one of its own, used by one thread and in the order of simulated time.
public interface Disturbance {
  /// Changes what is done to the unit in a second.
  ///
  /// @param second simulated, since the epoch
  default void disturb(long second, UnitControls controls) {}

  /// What the sensor shows in place of a temperature it would show.
  default double shown(long second, double celsius) {
    return celsius;
  }

  /// What the device's own clock says.
  ///
  /// @param millis the true simulated time, since the epoch
  default long stamped(long millis) {
    return millis;
  }

  /// What the device says on top of the usual in a second; several messages go as one array.
  default List<? extends Message> said(long second) {
    return List.of();
  }

  /// What becomes of a message: itself, nothing, more of it, later, or something else.
  default List<OutgoingMessage> passed(OutgoingMessage message) {
    return List.of(message);
  }
}
