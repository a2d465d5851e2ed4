package ai.cryox.backend.endpoint;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Where devices hand in their messages: MQTT 3.1, 3.1.1 and 5 over plain TCP, on loopback, without
/// credentials.
///
/// QoS 1 and 2 are acknowledged when {@link ai.cryox.core.reading.Receipt#committed} says so and
/// not before. When the sink is full the sockets are not read. All methods may be called by any
/// thread, {@link #start} and {@link #close} once each.
public final class MqttEndpoint implements AutoCloseable {
  private static final int LONGEST_CLIENT_ID_BYTES = 65_535;
  private static final int BACKLOG = 1024;

  /// So long what was taken may take to be committed and acknowledged at the end, seconds.
  private static final int DRAIN_SECONDS = 3;

  private static final int STOP_SECONDS = 2;

  /// How often wills and the ends of sessions are looked at.
  private static final int BETWEEN_TICKS_MILLIS = 100;

  private final EndpointSettings settings;
  private final EndpointParts parts;
  private final ConnectionRegistry registry;
  private @Nullable MultiThreadIoEventLoopGroup loops;
  private @Nullable ChannelGroup clients;
  private @Nullable Channel server;

  /// @param ports where publications go
  /// @param clock stamps them
  public MqttEndpoint(EndpointSettings settings, EndpointPorts ports, InstantSource clock) {
    this.settings = settings;
    this.registry =
        new ConnectionRegistry(settings.maxConnections(), settings.maxConnectionsPerAddress());
    this.parts =
        new EndpointParts(settings, ports, clock, registry, new LongAdder(), new DistinctLog());
  }

  /// Listens from now on.
  ///
  /// @throws EndpointException if the address must not or cannot be listened on
  public synchronized void start() {
    String problem = settings.problem();
    if (problem != null) {
      throw new EndpointException(problem);
    }
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            threads(), new DefaultThreadFactory("mqtt"), NioIoHandler.newFactory());
    loops = group;
    ChannelGroup channels = new DefaultChannelGroup(group.next());
    clients = channels;
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline(channels))
            .bind(settings.address())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new EndpointException(
          "The MQTT endpoint cannot listen on %s (%s); stop the program that uses this port or choose another with --mqtt."
              .formatted(settings.where(), bound.cause().getMessage()),
          bound.cause());
    }
    server = bound.channel();
    parts.ports().relay().routeWills(new Wills(parts));
    group.scheduleWithFixedDelay(
        parts.ports().relay()::tick,
        BETWEEN_TICKS_MILLIS,
        BETWEEN_TICKS_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /// Reading and writing sockets takes little: half of the machine, four at most.
  private static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
  }

  /// How many clients are connected now.
  public int connections() {
    return registry.count();
  }

  /// Messages thrown away since the start: with QoS 0 because the backend took nothing for too
  /// long, with any because a client took too little.
  public long dropped() {
    return parts.shed().sum() + parts.ports().relay().dropped();
  }

  /// The TCP port that is listened on; the settings' own before the start.
  public synchronized int port() {
    return server == null
        ? settings.address().getPort()
        : ((InetSocketAddress) server.localAddress()).getPort();
  }

  /// Takes nothing more, waits up to three seconds for commits to acknowledge, says goodbye to all
  /// clients and stops. What then still is unacknowledged the clients send again next time.
  @Override
  public synchronized void close() {
    if (loops == null || clients == null) {
      return;
    }
    if (server != null) {
      server.close().awaitUninterruptibly();
    }
    for (Channel client : clients) {
      Connection connection = client.pipeline().get(Connection.class);
      if (connection != null) {
        connection.shutDown();
      }
    }
    clients.newCloseFuture().awaitUninterruptibly(DRAIN_SECONDS, TimeUnit.SECONDS);
    loops
        .shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
  }

  /// What each connection is made of.
  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    private final ChannelGroup channels;

    Pipeline(ChannelGroup channels) {
      this.channels = channels;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      PacketFramer framer = new PacketFramer();
      PacketWatch watch = new PacketWatch();
      channel
          .pipeline()
          .addLast(MqttEncoder.INSTANCE)
          .addLast(framer)
          .addLast(watch)
          .addLast(new MqttDecoder(settings.maxPacketBytes(), LONGEST_CLIENT_ID_BYTES, true))
          .addLast(new Connection(parts, channel, framer, watch));
      channels.add(channel);
    }
  }
}
