package ai.cryox.backend.endpoint;

import ai.cryox.backend.identity.Authenticator;
import ai.cryox.backend.identity.Claim;
import ai.cryox.backend.identity.Verdict;
import ai.cryox.core.identity.Principal;
import ai.cryox.core.routing.Origin;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Who comes in at one connection, and what it may do then. Without an authenticator, on the plain
/// port, everybody is taken at their word. Event loop only.
final class Gate {
  private final @Nullable Authenticator authenticator;
  private final SocketChannel channel;
  private final PacketFramer framer;
  private final InetAddress address;
  private @Nullable Principal principal;

  Gate(@Nullable Authenticator authenticator, SocketChannel channel, PacketFramer framer) {
    this.authenticator = authenticator;
    this.channel = channel;
    this.framer = framer;
    this.address = channel.remoteAddress().getAddress();
  }

  /// Whether strangers are let in.
  boolean isOpen() {
    return authenticator == null;
  }

  /// Looks at a CONNECT: at once, or after a delay if its address has failed before. A refusal
  /// always comes late.
  ///
  /// @param verdict told whether it may come in; not told if the connection has ended meanwhile
  void ask(MqttConnectMessage connect, Consumer<Boolean> verdict) {
    Authenticator asked = authenticator;
    if (asked == null) {
      verdict.accept(true);
      return;
    }
    Claim claim = claim(connect.payload());
    String willTopic = connect.variableHeader().isWillFlag() ? connect.payload().willTopic() : null;
    after(asked.delayFor(address), () -> decide(asked, claim, willTopic, verdict));
  }

  private void decide(
      Authenticator asked, Claim claim, @Nullable String willTopic, Consumer<Boolean> verdict) {
    switch (asked.check(claim)) {
      case Verdict.Refused refused -> after(asked.refusalDelay(), () -> verdict.accept(false));
      case Verdict.Admitted admitted -> {
        principal = admitted.principal();
        if (willTopic == null || mayPublish(willTopic)) {
          verdict.accept(true);
        } else {
          after(asked.refusalDelay(), () -> verdict.accept(false));
        }
      }
    }
  }

  /// Nothing is read meanwhile.
  private void after(Duration delay, Runnable action) {
    if (delay.isZero()) {
      action.run();
      return;
    }
    framer.hold();
    channel.config().setAutoRead(false);
    var later =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  if (channel.isActive()) {
                    action.run();
                  }
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    channel.closeFuture().addListener(closed -> later.cancel(false));
  }

  private Claim claim(MqttConnectPayload payload) {
    return new Claim(
        payload.clientIdentifier(),
        payload.userName(),
        payload.passwordInBytes(),
        certificate(),
        address);
  }

  private @Nullable X509Certificate certificate() {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      return null;
    }
    try {
      return tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate shown
          ? shown
          : null;
    } catch (SSLPeerUnverifiedException none) {
      return null;
    }
  }

  /// Whether it may publish there; what it may not is a violation.
  boolean mayPublish(String topic) {
    return isOpen()
        || (principal != null && principal.mayPublish(topic))
        || violated("device.publish", "It may not publish to " + shown(topic) + ".");
  }

  /// The origin with the facility of the device that came in: it speaks about no other, and need
  /// not say which.
  @Nullable Origin placed(@Nullable Origin origin) {
    return origin == null || origin.facilityId() != null || principal == null
        ? origin
        : new Origin(
            origin.source(),
            origin.topic(),
            origin.deviceId(),
            principal.facilityId(),
            origin.properties());
  }

  /// Whether it may subscribe to all of these; what it may not is a violation.
  boolean maySubscribe(List<String> filters) {
    for (String filter : filters) {
      boolean may = isOpen() || (principal != null && principal.maySubscribe(filter));
      if (!may) {
        return violated("device.subscribe", "It may not subscribe to " + shown(filter) + ".");
      }
    }
    return true;
  }

  private boolean violated(String what, String detail) {
    if (authenticator != null && principal != null) {
      authenticator.violated(principal, address, what, detail);
    }
    return false;
  }

  private static String shown(String topic) {
    return topic.length() <= 200 ? topic : topic.substring(0, 200) + "…";
  }

  /// Whether it may stay. A connection that nobody came in by has nothing to lose.
  boolean mayStay() {
    return authenticator == null || principal == null || authenticator.mayStay(principal);
  }

  /// Somebody who never proved anything spoke no MQTT or no TLS.
  void strange(String detail) {
    if (authenticator != null && principal == null) {
      authenticator.strange(address, detail);
    }
  }
}
