package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.InstantJournal;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.RelayLimits;
import ai.cryox.backend.relay.StoredRelay;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.Reading;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A running endpoint with a sink that the test empties.
///
/// Its payloads are the temperature as text, in °C: what the wire's JSON means is the decoder's
/// concern and tested there.
final class EndpointFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  static final PayloadDecoder TEMPERATURE =
      (origin, payload) -> {
        String text = new String(payload, StandardCharsets.UTF_8);
        try {
          String device = Objects.requireNonNullElse(origin.deviceId(), "nobody");
          return new Decoded(
              List.of(Reading.of(device, "w1", NOW, Double.parseDouble(text))), List.of());
        } catch (NumberFormatException noNumber) {
          return Decoded.failed(Fault.Reason.MALFORMED_JSON, "This is no temperature.");
        }
      };

  final BoundedSink sink;
  final InstantJournal journal = new InstantJournal();
  final Relay relay =
      new Relay(
          RelayLimits.USUAL, journal, InstantSource.fixed(NOW), Runnable::run, StoredRelay.NOTHING);
  final MqttEndpoint endpoint;

  EndpointFixture(int places, EndpointSettings settings) {
    sink = new BoundedSink(places);
    endpoint =
        new MqttEndpoint(
            settings,
            new EndpointPorts(TEMPERATURE, sink, relay, TopicHandler.NONE),
            InstantSource.fixed(NOW));
    endpoint.start();
  }

  static EndpointFixture of(int places) {
    return new EndpointFixture(places, settings(Duration.ofSeconds(10), Duration.ofSeconds(60)));
  }

  static EndpointSettings settings(Duration connectTimeout, Duration packetTimeout) {
    EndpointSettings usual =
        EndpointSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new EndpointSettings(
        usual.address(),
        usual.maxConnections(),
        usual.maxConnectionsPerAddress(),
        usual.maxPayloadBytes(),
        usual.maxPacketBytes(),
        connectTimeout,
        packetTimeout,
        usual.longestKeepAlive(),
        usual.shedAfter(),
        usual.inFlight(),
        usual.relay());
  }

  String uri() {
    return "tcp://127.0.0.1:" + endpoint.port();
  }

  RawClient raw() {
    return new RawClient(endpoint.port());
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "Waited in vain: " + what);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
