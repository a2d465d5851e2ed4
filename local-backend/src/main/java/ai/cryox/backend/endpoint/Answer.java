package ai.cryox.backend.endpoint;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import org.jspecify.annotations.Nullable;

/// An answer that is made after it was promised. Event loop only, except that any thread may tell
/// the commit.
final class Answer extends Owed {
  private @Nullable MqttMessage reply;
  private Runnable whenSent = () -> {};

  Answer(Runnable whenCommitted) {
    super(MqttMessageType.PINGRESP, 0, (byte) 0, 0, whenCommitted);
  }

  /// Makes it: before the event loop does anything else.
  void set(MqttMessage made, Runnable sent) {
    reply = made;
    whenSent = sent;
  }

  @Override
  @Nullable MqttMessage reply() {
    return reply;
  }

  @Override
  void sent() {
    whenSent.run();
  }
}
