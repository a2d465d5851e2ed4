package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One client's session, from its first byte to its last. Event loop only, except where said.
final class Connection extends ChannelInboundHandlerAdapter {
  private enum Phase {
    /// Nothing but CONNECT may come.
    CONNECTING,
    /// The client may do its work.
    OPEN,
    /// Whatever still comes is thrown away.
    CLOSED
  }

  /// So long a client that was sent away may take to read why, milliseconds: a socket closed with
  /// unread bytes in it would be reset, and the reason lost.
  private static final long LAST_WORD_MILLIS = 1_000;

  private final EndpointParts parts;
  private final SocketChannel channel;
  private final InetAddress address;
  private final PacketFramer framer;
  private final PacketWatch packet;
  private final Intake intake;
  private final Acknowledgements acknowledgements;
  private final SilenceWatch silence;
  private Phase phase = Phase.CONNECTING;
  private boolean entered;
  private boolean five;
  private Duration silenceLimit = Duration.ZERO;
  private long lastPacketNanos = System.nanoTime();

  /// Who is spoken of in deliveries: the peer's address until there is a client id.
  private String source;

  private @Nullable Publications publications;
  private @Nullable Subscriptions subscriptions;

  Connection(EndpointParts parts, SocketChannel channel, PacketFramer framer, PacketWatch packet) {
    this.parts = parts;
    this.channel = channel;
    this.address = channel.remoteAddress().getAddress();
    this.framer = framer;
    this.packet = packet;
    this.source = address.getHostAddress() + ":" + channel.remoteAddress().getPort();
    this.intake = new Intake(channel, parts.ports().sink(), this::restartSilence);
    this.acknowledgements = new Acknowledgements(channel);
    this.silence = new SilenceWatch(channel.eventLoop(), this::checkSilence);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    entered = parts.registry().enter(address);
    if (!entered) {
      parts
          .log()
          .warn(
              "A connection from %s was refused: all places are taken."
                  .formatted(address.getHostAddress()));
      hangUp(null);
      return;
    }
    lastPacketNanos = System.nanoTime();
    silence.look();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    phase = Phase.CLOSED;
    silence.stop();
    acknowledgements.forget();
    parts.registry().release(source, this);
    if (entered) {
      entered = false;
      intake.whenEmpty(() -> parts.registry().leave(address));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    intake.updateReading();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof BrokenPacket broken) {
      end(broken);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      parts.log().warn("A connection was closed because of an unexpected failure.", cause);
    }
    phase = Phase.CLOSED;
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    packet.answered();
    try {
      if (phase != Phase.CLOSED) {
        lastPacketNanos = System.nanoTime();
        receive((MqttMessage) message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void receive(MqttMessage message) {
    boolean readable = message.decoderResult().isSuccess();
    if (phase == Phase.CONNECTING) {
      if (message instanceof MqttConnectMessage connect && readable) {
        connect(connect);
      } else if (isConnect(message)) {
        refuse(Handshake.unreadable(message.decoderResult().cause(), packet.currentPacket()));
      } else {
        endWith("The first packet is no CONNECT; this client speaks out of turn.", null);
      }
    } else if (readable) {
      serve(message);
    } else {
      endWith(
          "The packet cannot be read (%s).".formatted(message.decoderResult().cause().getMessage()),
          Disconnect.MALFORMED_PACKET);
    }
  }

  private static boolean isConnect(MqttMessage message) {
    return message.fixedHeader() != null
        && message.fixedHeader().messageType() == MqttMessageType.CONNECT;
  }

  private void connect(MqttConnectMessage connect) {
    switch (Handshake.answer(connect, parts.settings())) {
      case Handshake.Refused refused -> refuse(refused);
      case Handshake.Accepted accepted -> open(accepted);
    }
  }

  private void refuse(Handshake.Refused refused) {
    handInFault(BrokenPacket.malformed(refused.detail(), packet.currentPacket()));
    hangUp(refused.reply());
  }

  private void open(Handshake.Accepted accepted) {
    phase = Phase.OPEN;
    five = accepted.five();
    source = accepted.clientId();
    silenceLimit = accepted.silenceLimit();
    publications = new Publications(parts, source, five, intake, acknowledgements);
    subscriptions = new Subscriptions(source, five);
    framer.allow(parts.settings().maxPacketBytes());
    Connection older = parts.registry().claim(source, this);
    if (older != null) {
      older.takenOver();
    }
    channel.writeAndFlush(Replies.accepted(accepted.properties()));
    silence.look();
  }

  private void serve(MqttMessage message) {
    switch (message) {
      case MqttPublishMessage publish when publications != null -> {
        BrokenPacket broken = publications.receive(publish, packet);
        if (broken != null) {
          end(broken);
        }
      }
      case MqttSubscribeMessage subscribe when subscriptions != null ->
          subscribe(subscribe, subscriptions);
      case MqttUnsubscribeMessage unsubscribe when subscriptions != null ->
          unsubscribe(unsubscribe, subscriptions);
      default -> serveBare(message.fixedHeader().messageType());
    }
  }

  private void serveBare(MqttMessageType type) {
    switch (type) {
      case PINGREQ -> channel.writeAndFlush(MqttMessage.PINGRESP);
      case DISCONNECT -> hangUp(null);
      default ->
          endWith("A client may not send %s here.".formatted(type), Disconnect.PROTOCOL_ERROR);
    }
  }

  private void subscribe(MqttSubscribeMessage subscribe, Subscriptions subscriptions) {
    List<MqttTopicSubscription> asked = subscribe.payload().topicSubscriptions();
    MqttProperties properties = subscribe.idAndPropertiesVariableHeader().properties();
    if (asked.isEmpty()) {
      endWith("A SUBSCRIBE names no topic.", Disconnect.PROTOCOL_ERROR);
    } else if (properties.getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER) != null) {
      endWith(
          "Subscription identifiers are not supported.",
          Disconnect.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED);
    } else {
      MqttMessageIdVariableHeader id = subscribe.variableHeader();
      channel.writeAndFlush(Replies.suback(id.messageId(), subscriptions.subscribe(asked)));
    }
  }

  private void unsubscribe(MqttUnsubscribeMessage unsubscribe, Subscriptions subscriptions) {
    List<String> filters = unsubscribe.payload().topics();
    if (filters.isEmpty()) {
      endWith("An UNSUBSCRIBE names no topic.", Disconnect.PROTOCOL_ERROR);
    } else {
      channel.writeAndFlush(
          Replies.unsuback(
              unsubscribe.variableHeader().messageId(), subscriptions.unsubscribe(filters)));
    }
  }

  /// Another connection has come with the same client id. Any thread.
  private void takenOver() {
    onEventLoop(() -> hangUp(five ? Replies.disconnect(Disconnect.SESSION_TAKEN_OVER) : null));
  }

  /// Reads no more, waits for what is owed and says goodbye. Any thread.
  void shutDown() {
    onEventLoop(() -> {
      intake.stopReading();
      intake.whenEmpty(() -> acknowledgements.whenSettled(this::sayGoodbye));
    });
  }

  private void sayGoodbye() {
    if (five && phase == Phase.OPEN) {
      channel.writeAndFlush(Replies.disconnect(Disconnect.SERVER_SHUTTING_DOWN));
    }
    phase = Phase.CLOSED;
    channel.close();
  }

  private void onEventLoop(Runnable action) {
    try {
      channel.eventLoop().execute(action);
    } catch (RejectedExecutionException stopped) {
      // The endpoint has stopped, and with it this connection.
      phase = Phase.CLOSED;
    }
  }

  private void endWith(String detail, @Nullable Disconnect goodbye) {
    end(
        new BrokenPacket(
            new Fault(Fault.Reason.BROKEN_PACKET, detail), packet.currentPacket(), goodbye));
  }

  private void end(BrokenPacket broken) {
    if (phase == Phase.CLOSED) {
      return;
    }
    handInFault(broken);
    Disconnect goodbye = broken.goodbye();
    boolean mayTell = five && phase == Phase.OPEN;
    hangUp(goodbye != null && mayTell ? Replies.disconnect(goodbye) : null);
  }

  private void handInFault(BrokenPacket broken) {
    intake.handIn(
        new Delivery(
            new Origin(source, "", null, null, Map.of()),
            parts.clock().instant(),
            broken.raw(),
            new Decoded(List.of(), List.of(broken.fault())),
            Receipt.NONE));
  }

  /// Sends the last word, if there is one, and closes.
  private void hangUp(@Nullable Object lastWord) {
    if (phase == Phase.CLOSED) {
      ReferenceCountUtil.release(lastWord);
      return;
    }
    phase = Phase.CLOSED;
    framer.discard();
    silence.stop();
    acknowledgements.forget();
    if (lastWord == null) {
      channel.close();
      return;
    }
    channel.writeAndFlush(lastWord).addListener(sent -> channel.shutdownOutput());
    var close =
        channel
            .eventLoop()
            .schedule(() -> channel.close(), LAST_WORD_MILLIS, TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> close.cancel(false));
  }

  private void restartSilence() {
    lastPacketNanos = System.nanoTime();
    framer.restartSilence();
  }

  /// @return nanoseconds until the next look; negative = never
  private long checkSilence() {
    if (phase == Phase.CLOSED) {
      return -1;
    }
    if (phase == Phase.CONNECTING) {
      Duration limit = parts.settings().connectTimeout();
      long left = SilenceWatch.left(limit, lastPacketNanos);
      return left > 0 ? left : silent("No CONNECT came within " + words(limit) + ".", null);
    }
    if (intake.isWaiting()) {
      restartSilence();
    }
    long next = parts.settings().packetTimeout().toNanos();
    if (framer.insidePacket()) {
      next = SilenceWatch.left(parts.settings().packetTimeout(), framer.lastByteNanos());
    }
    if (next > 0 && silenceLimit.isPositive()) {
      next = Math.min(next, SilenceWatch.left(silenceLimit, lastPacketNanos));
    }
    return next > 0 ? next : silent("The client fell silent.", Disconnect.KEEP_ALIVE_TIMEOUT);
  }

  /// Silence within a packet is a broken packet; silence between packets is just silence.
  private long silent(String detail, @Nullable Disconnect goodbye) {
    if (framer.insidePacket()) {
      String half = "The packet ends after its first bytes. " + detail;
      end(
          new BrokenPacket(
              new Fault(Fault.Reason.BROKEN_PACKET, half), framer.unfinished(), goodbye));
    } else {
      hangUp(five && goodbye != null ? Replies.disconnect(goodbye) : null);
    }
    return -1;
  }

  private static String words(Duration limit) {
    return limit.toMillis() / 1000.0 + " s";
  }
}
