package ai.cryox.app.link;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A broker on the real wire that forgets nothing: sessions outlive their connections, and what is
/// not acknowledged is sent again. Publications come from the test itself. Thread-safe.
final class TestBroker implements AutoCloseable {
  private static final int LARGEST_PACKET = 1 << 20;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Map<String, BrokerSession> sessions = new TreeMap<>();
  private final @Nullable String password;
  private final Channel server;
  private int turn;

  /// @param password what clients must give, or `null`
  TestBroker(@Nullable String password) {
    this.password = password;
    this.server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new MqttDecoder(LARGEST_PACKET), MqttEncoder.INSTANCE, new Client());
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /// Publishes with QoS 1 to everybody who subscribed, and to one of each group that shares.
  synchronized void publish(String topic, String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    Map<String, List<BrokerSession>> groups = new TreeMap<>();
    for (BrokerSession session : sessions.values()) {
      if (session.wants(topic)) {
        session.send(topic, bytes);
      }
      session
          .groupsFor(topic)
          .forEach(group -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(session));
    }
    turn++;
    groups.values().forEach(members -> members.get(turn % members.size()).send(topic, bytes));
  }

  /// Messages that were accepted for somebody and are not acknowledged.
  synchronized int owed() {
    return sessions.values().stream().mapToInt(BrokerSession::owed).sum();
  }

  /// Filters that are subscribed to, of all sessions.
  synchronized List<String> filters() {
    return sessions.values().stream().flatMap(session -> session.filters().stream()).toList();
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Client extends SimpleChannelInboundHandler<MqttMessage> {
    private @Nullable BrokerSession session;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MqttMessage message) {
      synchronized (TestBroker.this) {
        receive(ctx.channel(), message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cut) {
      ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      synchronized (TestBroker.this) {
        if (session != null) {
          session.gone(ctx.channel());
        }
      }
    }

    private void receive(Channel channel, MqttMessage message) {
      BrokerSession current = session;
      switch (message) {
        case MqttConnectMessage connect -> connect(channel, connect);
        case MqttSubscribeMessage subscribe when current != null -> {
          var asked = subscribe.payload().topicSubscriptions();
          asked.forEach(one -> current.subscribe(one.topicFilter()));
          MqttQoS[] granted =
              asked.stream().map(_ -> MqttQoS.AT_LEAST_ONCE).toArray(MqttQoS[]::new);
          channel.writeAndFlush(
              MqttMessageBuilders.subAck()
                  .packetId(subscribe.variableHeader().messageId())
                  .addGrantedQoses(granted)
                  .build());
        }
        case MqttUnsubscribeMessage unsubscribe when current != null -> {
          unsubscribe.payload().topics().forEach(current::unsubscribe);
          Short[] done =
              unsubscribe.payload().topics().stream().map(_ -> (short) 0).toArray(Short[]::new);
          channel.writeAndFlush(
              MqttMessageBuilders.unsubAck()
                  .packetId(unsubscribe.variableHeader().messageId())
                  .addReasonCodes(done)
                  .build());
        }
        case MqttPubAckMessage ack when current != null ->
            current.acknowledged(ack.variableHeader().messageId());
        default -> receiveBare(channel, message);
      }
    }

    private void receiveBare(Channel channel, MqttMessage message) {
      if (message.fixedHeader().messageType() == MqttMessageType.PINGREQ) {
        channel.writeAndFlush(MqttMessage.PINGRESP);
      } else if (message.fixedHeader().messageType() == MqttMessageType.PUBACK && session != null) {
        session.acknowledged(((MqttMessageIdVariableHeader) message.variableHeader()).messageId());
      }
    }

    private void connect(Channel channel, MqttConnectMessage connect) {
      byte[] given = connect.payload().passwordInBytes();
      boolean right =
          password == null
              || (given != null && password.equals(new String(given, StandardCharsets.UTF_8)));
      boolean five = connect.variableHeader().version() == 5;
      String id = connect.payload().clientIdentifier();
      boolean known = sessions.containsKey(id);
      channel.writeAndFlush(answer(right, five, right && known));
      if (right) {
        session = sessions.computeIfAbsent(id, _ -> new BrokerSession());
        session.back(channel);
      } else {
        channel.close();
      }
    }

    private static MqttConnAckMessage answer(boolean right, boolean five, boolean sessionPresent) {
      MqttConnectReturnCode wrong =
          five
              ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
              : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
      return MqttMessageBuilders.connAck()
          .returnCode(right ? MqttConnectReturnCode.CONNECTION_ACCEPTED : wrong)
          .sessionPresent(sessionPresent)
          .build();
    }
  }
}
