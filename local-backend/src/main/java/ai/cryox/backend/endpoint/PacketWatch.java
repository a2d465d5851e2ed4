package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Rejection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import org.jspecify.annotations.Nullable;

/// Stands before the codec and holds the packet that the codec works on, for the rejected lane; a
/// packet that the codec makes no message of contradicts itself. Event loop only.
final class PacketWatch extends ChannelInboundHandlerAdapter {
  private @Nullable ByteBuf current;
  private boolean answered;

  /// The codec has made a message of the current packet.
  void answered() {
    answered = true;
  }

  /// The current packet's bytes; none outside of a packet.
  byte[] currentPacket() {
    return current == null
        ? new byte[0]
        : ByteBufUtil.getBytes(current, 0, Math.min(current.writerIndex(), Rejection.KEPT_BYTES));
  }

  /// The current packet breaks the protocol.
  ///
  /// @param goodbye what an MQTT 5 client is told
  BrokenPacket broken(String detail, @Nullable Disconnect goodbye) {
    return new BrokenPacket(
        new Fault(Fault.Reason.BROKEN_PACKET, detail), currentPacket(), goodbye);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    ByteBuf packet = ((ByteBuf) frame).retain();
    current = packet;
    answered = false;
    try {
      ctx.fireChannelRead(packet);
      if (!answered) {
        ctx.fireUserEventTriggered(
            BrokenPacket.malformed(
                "The lengths inside of the packet contradict its own length.", currentPacket()));
      }
    } finally {
      current = null;
      packet.release();
    }
  }
}
