package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Receipt;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import org.jspecify.annotations.Nullable;

/// One answer that a connection owes; see {@link Acknowledgements}. Event loop only, except that
/// any thread may tell the commit.
class Owed implements Receipt {
  private final MqttMessageType type;
  private final int packetId;
  private final byte reasonCode;
  private final int bytes;
  private final Runnable whenCommitted;
  private volatile boolean committed;

  /// @param packetId 0 = nothing is to be sent
  /// @param whenCommitted told on the thread that tells the commit
  Owed(MqttMessageType type, int packetId, byte reasonCode, int bytes, Runnable whenCommitted) {
    this.type = type;
    this.packetId = packetId;
    this.reasonCode = reasonCode;
    this.bytes = bytes;
    this.whenCommitted = whenCommitted;
  }

  MqttMessageType type() {
    return type;
  }

  int bytes() {
    return bytes;
  }

  boolean isCommitted() {
    return committed;
  }

  @Override
  public void committed() {
    committed = true;
    whenCommitted.run();
  }

  /// The packet, or `null` for none.
  @Nullable MqttMessage reply() {
    return packetId == 0 ? null : Replies.reply(type, packetId, reasonCode);
  }

  /// The packet was written.
  void sent() {}
}
