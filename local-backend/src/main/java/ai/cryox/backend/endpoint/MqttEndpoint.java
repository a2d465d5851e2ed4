package ai.cryox.backend.endpoint;

import ai.cryox.backend.identity.Authenticator;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/// Where devices hand in their messages: MQTT 3.1, 3.1.1 and 5; on a secure port over TLS with
/// credentials, and over plain TCP on loopback, without.
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

  /// Whoever lost the right to stay is sent away within this time.
  private static final int CHECK_SECONDS = 1;

  private final EndpointSettings settings;
  private final @Nullable SecurePort secure;
  private final EndpointParts parts;
  private final ConnectionRegistry registry;
  private @Nullable MultiThreadIoEventLoopGroup loops;
  private @Nullable ChannelGroup clients;
  private @Nullable Channel server;
  private @Nullable Channel secureServer;

  /// Asks nobody for credentials.
  ///
  /// @param ports where publications go
  /// @param clock stamps them
  public MqttEndpoint(EndpointSettings settings, EndpointPorts ports, InstantSource clock) {
    this(settings, ports, null, clock);
  }

  /// @param ports where publications go
  /// @param secure where credentials are asked; `null` = nowhere
  /// @param clock stamps them
  public MqttEndpoint(
      EndpointSettings settings,
      EndpointPorts ports,
      @Nullable SecurePort secure,
      InstantSource clock) {
    this.settings = settings;
    this.secure = secure;
    this.registry =
        new ConnectionRegistry(settings.maxConnections(), settings.maxConnectionsPerAddress());
    this.parts =
        new EndpointParts(settings, ports, clock, registry, new LongAdder(), new DistinctLog());
  }

  /// Loads what a socket needs; any thread, before {@link #start} or beside it.
  public static void prepare() {
    NioServerSocketChannel channel = new NioServerSocketChannel();
    channel.unsafe().closeForcibly();
  }

  /// Listens from now on.
  ///
  /// @throws EndpointException if an address must not or cannot be listened on
  public synchronized void start() {
    refuseIf(settings.problem());
    refuseIf(secure == null ? null : secure.problem());
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            threads(), new DefaultThreadFactory("mqtt"), NioIoHandler.newFactory());
    loops = group;
    ChannelGroup channels = new DefaultChannelGroup(group.next());
    clients = channels;
    try {
      if (settings.address() != null) {
        server = bind(settings.address(), "--mqtt", new Pipeline(channels, null));
      }
      if (secure != null) {
        secureServer = bind(secure.address(), "--mqtts", new Pipeline(channels, secure));
        keepChecking(secure.authenticator(), group.next());
      }
      keepTicking(group.next());
    } catch (EndpointException failed) {
      close();
      throw failed;
    }
  }

  private static void refuseIf(@Nullable String problem) {
    if (problem != null) {
      throw new EndpointException(problem);
    }
  }

  private Channel bind(InetSocketAddress address, String option, Pipeline pipeline) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(pipeline)
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new EndpointException(
          "The MQTT endpoint cannot listen on %s (%s); stop the program that uses this port or choose another with %s."
              .formatted(EndpointSettings.where(address), bound.cause().getMessage(), option),
          bound.cause());
    }
    return bound.channel();
  }

  /// Wills are done and sessions end when their time has come.
  private void keepTicking(EventLoop loop) {
    parts.ports().relay().routeWills(new Wills(parts));
    loop.scheduleWithFixedDelay(
        parts.ports().relay()::tick,
        BETWEEN_TICKS_MILLIS,
        BETWEEN_TICKS_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /// Every second, and at once when credentials change.
  private void keepChecking(Authenticator authenticator, EventLoop loop) {
    authenticator.whenChanged(this::recheckAll);
    loop.scheduleAtFixedRate(
        () -> {
          authenticator.settle();
          recheckAll();
        },
        CHECK_SECONDS,
        CHECK_SECONDS,
        TimeUnit.SECONDS);
  }

  private void recheckAll() {
    forEachConnection(Connection::recheck);
  }

  private void forEachConnection(Consumer<Connection> action) {
    if (clients == null) {
      return;
    }
    for (Channel client : clients) {
      Connection connection = client.pipeline().get(Connection.class);
      if (connection != null) {
        action.accept(connection);
      }
    }
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

  /// The TCP port of the plain entrance; 0 while there is none.
  public synchronized int port() {
    return port(server);
  }

  /// The TCP port of the secure entrance; 0 while there is none.
  public synchronized int securePort() {
    return port(secureServer);
  }

  private static int port(@Nullable Channel listening) {
    return listening != null && listening.localAddress() instanceof InetSocketAddress address
        ? address.getPort()
        : 0;
  }

  /// Takes nothing more, waits up to three seconds for commits to acknowledge, says goodbye to all
  /// clients and stops. What then still is unacknowledged the clients send again next time.
  @Override
  public synchronized void close() {
    if (loops == null || clients == null) {
      return;
    }
    for (Channel listening : new @Nullable Channel[] {server, secureServer}) {
      if (listening != null) {
        listening.close().awaitUninterruptibly();
      }
    }
    forEachConnection(Connection::shutDown);
    clients.newCloseFuture().awaitUninterruptibly(DRAIN_SECONDS, TimeUnit.SECONDS);
    loops
        .shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
  }

  /// What each connection is made of.
  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    private final ChannelGroup channels;
    private final @Nullable SecurePort secure;

    Pipeline(ChannelGroup channels, @Nullable SecurePort secure) {
      this.channels = channels;
      this.secure = secure;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      PacketFramer framer = new PacketFramer();
      PacketWatch watch = new PacketWatch();
      Gate gate = new Gate(secure == null ? null : secure.authenticator(), channel, framer);
      if (secure != null) {
        channel.pipeline().addLast(tls(secure.tls())).addLast(new TlsWatch(gate));
      }
      channel
          .pipeline()
          .addLast(MqttEncoder.INSTANCE)
          .addLast(framer)
          .addLast(watch)
          .addLast(new MqttDecoder(settings.maxPacketBytes(), LONGEST_CLIENT_ID_BYTES, true))
          .addLast(new Connection(parts, channel, framer, watch, gate));
      channels.add(channel);
    }

    /// A client certificate is wanted, not needed: devices with keys have none.
    private static SslHandler tls(SSLContext context) {
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(false);
      engine.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      engine.setWantClientAuth(true);
      return new SslHandler(engine);
    }
  }
}
