package ai.cryox.backend.endpoint;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where the endpoint listens and what it puts up with.
///
/// @param address of the plain port, loopback only: no credentials are asked there; port 0 takes
///   any free one; `null` = no plain port
/// @param maxConnections at the same time
/// @param maxConnectionsPerAddress at the same time from one IP address
/// @param maxPayloadBytes of one lawful message; a larger one is acknowledged and rejected
/// @param maxPacketBytes beyond it the connection is closed
/// @param connectTimeout for the CONNECT packet, from the connection's beginning
/// @param packetTimeout for the rest of a packet, from its last byte
/// @param longestKeepAlive that an MQTT 5 client may have; it is told
/// @param shedAfter so long the backend may take nothing before messages with QoS 0 are thrown away
/// @param inFlight messages with QoS 1 and 2 that a client may have unacknowledged, at most
/// @param relay whether clients may speak to each other
public record EndpointSettings(
    @Nullable InetSocketAddress address,
    int maxConnections,
    int maxConnectionsPerAddress,
    int maxPayloadBytes,
    int maxPacketBytes,
    Duration connectTimeout,
    Duration packetTimeout,
    Duration longestKeepAlive,
    Duration shedAfter,
    int inFlight,
    RelaySettings relay) {
  private static final int KIB = 1024;

  /// The defaults at this address: 5,000 connections, 256 KiB as IoT Hub takes, 2 MiB a packet, 10
  /// s to connect, 60 s of silence within a packet, 60 s of keep-alive; nothing is relayed.
  public static EndpointSettings at(@Nullable InetSocketAddress address) {
    return new EndpointSettings(
        address,
        5_000,
        5_000,
        256 * KIB,
        2 * KIB * KIB,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        100,
        RelaySettings.OFF);
  }

  /// The same, with that between clients.
  public EndpointSettings with(RelaySettings relaying) {
    return new EndpointSettings(
        address,
        maxConnections,
        maxConnectionsPerAddress,
        maxPayloadBytes,
        maxPacketBytes,
        connectTimeout,
        packetTimeout,
        longestKeepAlive,
        shedAfter,
        inFlight,
        relaying);
  }

  /// Why the endpoint must not start like this, in a sentence; `null` if it may.
  public @Nullable String problem() {
    if (address == null) {
      return null;
    }
    if (address.isUnresolved()) {
      return "The MQTT address %s cannot be resolved; give an IP address of this machine, such as 127.0.0.1."
          .formatted(address.getHostString());
    }
    if (!address.getAddress().isLoopbackAddress()) {
      return "The plain MQTT port asks for no credentials and so must not listen on %s; use a loopback address, such as 127.0.0.1:%d, or --mqtts."
          .formatted(where(address), address.getPort());
    }
    return null;
  }

  /// The address as people write it.
  static String where(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }
}
