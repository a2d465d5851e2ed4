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
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
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

  private final EndpointParts parts;
  private final SocketChannel channel;
  private final InetAddress address;
  private final PacketFramer framer;
  private final PacketWatch packet;
  private final Gate gate;
  private final Intake intake;
  private final Acknowledgements acknowledgements;
  private final Patience patience;
  private final SilenceWatch silence;
  private Phase phase = Phase.CONNECTING;
  private boolean entered;
  private boolean five;

  /// Who is spoken of in deliveries: the peer's address until there is a client id.
  private String source;

  private @Nullable Conversation conversation;

  Connection(
      EndpointParts parts,
      SocketChannel channel,
      PacketFramer framer,
      PacketWatch packet,
      Gate gate) {
    this.parts = parts;
    this.channel = channel;
    this.address = channel.remoteAddress().getAddress();
    this.framer = framer;
    this.packet = packet;
    this.gate = gate;
    this.source = address.getHostAddress() + ":" + channel.remoteAddress().getPort();
    this.intake =
        new Intake(
            channel, parts.ports().sink(), this::goOn, parts.settings().shedAfter(), parts.shed());
    this.acknowledgements = new Acknowledgements(channel, intake::updateReading);
    intake.readOnlyIf(() -> !acknowledgements.isHeavy());
    this.patience = new Patience(parts.settings(), framer, intake);
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
    patience.heard();
    silence.look();
  }

  /// The sink has room again.
  private void goOn() {
    patience.restart();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    phase = Phase.CLOSED;
    silence.stop();
    acknowledgements.forget();
    lose(true);
    if (entered) {
      entered = false;
      intake.whenEmpty(() -> parts.registry().leave(address));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    intake.updateReading();
    Conversation current = conversation;
    if (current != null) {
      current.writable();
    }
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
    lose(true);
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    packet.answered();
    try {
      if (phase != Phase.CLOSED) {
        patience.heard();
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
      case Handshake.Accepted accepted -> {
        if (parts.ports().relay().isBusy()) {
          hangUp(Handshake.busy(accepted.client().five()));
        } else {
          authenticate(connect, accepted);
        }
      }
    }
  }

  private void authenticate(MqttConnectMessage connect, Handshake.Accepted accepted) {
    gate.ask(
        connect,
        admitted -> {
          if (phase == Phase.CLOSED) {
            return;
          }
          if (admitted) {
            open(accepted);
          } else {
            hangUp(Replies.notAuthorized(accepted.client().five()));
          }
          intake.updateReading();
          framer.release();
        });
  }

  private void refuse(Handshake.Refused refused) {
    handInFault(BrokenPacket.malformed(refused.detail(), packet.currentPacket()));
    hangUp(refused.reply());
  }

  private void open(Handshake.Accepted accepted) {
    phase = Phase.OPEN;
    five = accepted.client().five();
    source = accepted.client().id();
    patience.letIn(accepted.silenceLimit());
    framer.allow(parts.settings().maxPacketBytes());
    conversation =
        new Conversation(parts, channel, accepted, intake, acknowledgements, gate, this::takenOver);
    silence.look();
  }

  private void serve(MqttMessage message) {
    Conversation current = conversation;
    if (current == null) {
      throw new AssertionError("open without a conversation");
    }
    boolean goodbye = message.fixedHeader().messageType() == MqttMessageType.DISCONNECT;
    BrokenPacket broken =
        goodbye ? current.disconnect(message, packet) : current.serve(message, packet);
    if (broken != null) {
      end(broken);
    } else if (goodbye) {
      hangUp(null);
    }
  }

  /// The session hears that the connection is over.
  ///
  /// @param will whether the client's will is to be done
  private void lose(boolean will) {
    Conversation current = conversation;
    if (current != null) {
      current.lose(will);
    }
  }

  /// Sends a device away that may not stay; its will is not done. Any thread.
  void recheck() {
    onEventLoop(() -> {
      if (phase == Phase.OPEN && !gate.mayStay()) {
        lose(false);
        hangUp(goodbye(Disconnect.NOT_AUTHORIZED));
      }
    });
  }

  /// Another connection has come with the same client id.
  private void takenOver() {
    hangUp(goodbye(Disconnect.SESSION_TAKEN_OVER));
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
    lose(false);
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
    end(packet.broken(detail, goodbye));
  }

  private void end(BrokenPacket broken) {
    if (phase == Phase.CLOSED) {
      return;
    }
    handInFault(broken);
    hangUp(phase == Phase.OPEN ? goodbye(broken.goodbye()) : null);
  }

  /// What a client that speaks MQTT 5 is told at the end; nobody else can be told anything.
  private @Nullable Object goodbye(@Nullable Disconnect reason) {
    return five && reason != null ? Replies.disconnect(reason) : null;
  }

  /// Nothing is kept of strangers who ought to prove who they are: they could fill the disk, and a
  /// CONNECT holds secrets.
  private void handInFault(BrokenPacket broken) {
    if (phase == Phase.CONNECTING && !gate.isOpen()) {
      gate.strange(broken.fault().detail());
      return;
    }
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
    lose(true);
    if (lastWord == null) {
      channel.close();
      return;
    }
    LastWord.send(channel, lastWord);
  }

  /// @return nanoseconds until the next look; negative = never
  private long checkSilence() {
    return switch (phase) {
      case CLOSED -> -1;
      case CONNECTING -> {
        double limit = parts.settings().connectTimeout().toMillis() / 1000.0;
        long left = patience.leftToConnect();
        yield left > 0 ? left : silent("No CONNECT came within %s s.".formatted(limit), null);
      }
      case OPEN -> {
        long left = patience.left();
        yield left > 0 ? left : silent("The client fell silent.", Disconnect.KEEP_ALIVE_TIMEOUT);
      }
    };
  }

  /// Silence within a packet is a broken packet; silence between packets is just silence.
  private long silent(String detail, @Nullable Disconnect goodbye) {
    if (framer.insidePacket()) {
      String half = "The packet ends after its first bytes. " + detail;
      end(
          new BrokenPacket(
              new Fault(Fault.Reason.BROKEN_PACKET, half), framer.unfinished(), goodbye));
    } else {
      hangUp(goodbye(goodbye));
    }
    return -1;
  }
}
