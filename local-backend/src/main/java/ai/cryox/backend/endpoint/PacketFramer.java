package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Rejection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the stream into whole MQTT packets, so that the codec behind it never waits for bytes that
/// a lying length inside of a packet promises, and so that half a packet is seen as such. Event
/// loop only.
final class PacketFramer extends ByteToMessageDecoder {
  /// Before CONNECT a stranger gets no more memory than a CONNECT can need.
  static final int MAX_CONNECT_BYTES = 256 * 1024;

  private static final int PUBLISH = 3;
  private static final int PINGREQ = 12;

  /// PUBREL, SUBSCRIBE and UNSUBSCRIBE: their flags are 0010, MQTT 3.1.1 and 5, 2.2.2.
  private static final int FLAGS_0010 = 1 << 6 | 1 << 8 | 1 << 10;

  private static final int LONGEST_LENGTH = 4;

  private int maxPacketBytes = MAX_CONNECT_BYTES;
  private boolean discarding;
  private boolean held;
  private @Nullable ChannelHandlerContext context;
  private long lastByteNanos;

  /// From now on packets may have this size, bytes.
  void allow(int maxPacketBytes) {
    this.maxPacketBytes = maxPacketBytes;
  }

  /// Hands on nothing more until {@link #release}.
  void hold() {
    held = true;
  }

  /// Hands on what came meanwhile.
  void release() {
    if (!held || context == null) {
      return;
    }
    held = false;
    try {
      channelRead(context, Unpooled.EMPTY_BUFFER);
    } catch (Exception fault) {
      context.fireExceptionCaught(fault);
    }
  }

  /// Throws away whatever still comes.
  void discard() {
    discarding = true;
  }

  /// Whether a packet has begun and not ended.
  boolean insidePacket() {
    return !discarding && actualReadableBytes() > 0;
  }

  /// {@link System#nanoTime} of the last byte.
  long lastByteNanos() {
    return lastByteNanos;
  }

  /// Silence counts from now on.
  void restartSilence() {
    lastByteNanos = System.nanoTime();
  }

  /// The packet's bytes so far.
  byte[] unfinished() {
    return unfinished(internalBuffer());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
    restartSilence();
    super.channelRead(ctx, bytes);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (discarding) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (held) {
      return;
    }
    int start = in.readerIndex();
    int remaining = 0;
    for (int digit = 0; ; digit++) {
      if (in.readableBytes() < digit + 2) {
        checkFlags(ctx, in);
        return;
      }
      int value = in.getUnsignedByte(start + 1 + digit);
      remaining |= (value & 0x7F) << (7 * digit);
      if (value < 0x80) {
        frame(ctx, in, out, 2 + digit, remaining);
        return;
      }
      if (digit + 1 == LONGEST_LENGTH) {
        broken(ctx, in, "The packet's length takes more than four bytes; this is no MQTT.");
        return;
      }
    }
  }

  private void frame(
      ChannelHandlerContext ctx, ByteBuf in, List<Object> out, int headerBytes, int remaining) {
    int length = headerBytes + remaining;
    if (!checkFlags(ctx, in)) {
      return;
    }
    if (type(in) == PINGREQ && remaining != 0) {
      broken(ctx, in, "A PINGREQ has no content, this one has " + remaining + " bytes.");
    } else if (length > maxPacketBytes) {
      tooLong(ctx, in, length);
    } else if (in.readableBytes() >= length) {
      out.add(in.readRetainedSlice(length));
    }
  }

  private static int type(ByteBuf in) {
    return in.getUnsignedByte(in.readerIndex()) >> 4;
  }

  /// The first byte must be right before anything else is waited for.
  private boolean checkFlags(ChannelHandlerContext ctx, ByteBuf in) {
    int type = type(in);
    int flags = in.getUnsignedByte(in.readerIndex()) & 0x0F;
    boolean right =
        type == PUBLISH ? (flags & 0x06) != 0x06 : flags == ((FLAGS_0010 >> type & 1) << 1);
    if (type != 0 && right) {
      return true;
    }
    broken(
        ctx,
        in,
        "The first byte, 0x%02X, is of no MQTT packet: its type or its reserved bits are wrong."
            .formatted(in.getUnsignedByte(in.readerIndex())));
    return false;
  }

  private void broken(ChannelHandlerContext ctx, ByteBuf in, String detail) {
    giveUp(ctx, in, BrokenPacket.malformed(detail, unfinished(in)));
  }

  private void tooLong(ChannelHandlerContext ctx, ByteBuf in, int length) {
    String detail =
        "The packet has %d bytes, at most %d are taken; send fewer readings in one message."
            .formatted(length, maxPacketBytes);
    giveUp(
        ctx,
        in,
        new BrokenPacket(
            new Fault(Fault.Reason.TOO_LARGE, detail),
            unfinished(in),
            Disconnect.PACKET_TOO_LARGE));
  }

  private static byte[] unfinished(ByteBuf in) {
    int length = Math.min(in.readableBytes(), Rejection.KEPT_BYTES);
    return ByteBufUtil.getBytes(in, in.readerIndex(), length);
  }

  private void giveUp(ChannelHandlerContext ctx, ByteBuf in, BrokenPacket why) {
    discarding = true;
    in.skipBytes(in.readableBytes());
    ctx.fireUserEventTriggered(why);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    if (insidePacket()) {
      byte[] raw = unfinished();
      discarding = true;
      ctx.fireUserEventTriggered(
          BrokenPacket.malformed("The connection ended in the middle of a packet.", raw));
    }
    super.channelInactive(ctx);
  }
}
