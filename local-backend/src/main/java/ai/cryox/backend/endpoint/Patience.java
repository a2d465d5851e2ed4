package ai.cryox.backend.endpoint;

import java.time.Duration;

/// How long a connection may yet be silent: before its CONNECT, within a packet, between packets.
/// Event loop only.
final class Patience {
  private final EndpointSettings settings;
  private final PacketFramer framer;
  private final Intake intake;
  private Duration silenceLimit = Duration.ZERO;
  private long lastPacketNanos = System.nanoTime();

  Patience(EndpointSettings settings, PacketFramer framer, Intake intake) {
    this.settings = settings;
    this.framer = framer;
    this.intake = intake;
  }

  /// A packet has come.
  void heard() {
    lastPacketNanos = System.nanoTime();
  }

  /// Silence counts from now on.
  void restart() {
    heard();
    framer.restartSilence();
  }

  /// From now on the client is let in and may be silent that long between packets.
  ///
  /// @param limit zero = for ever
  void letIn(Duration limit) {
    silenceLimit = limit;
  }

  /// What is left before the CONNECT must be here, nanoseconds; 0 = nothing.
  long leftToConnect() {
    return SilenceWatch.left(settings.connectTimeout(), lastPacketNanos);
  }

  /// What is left of the client's silence, nanoseconds; 0 = nothing. While the sink is full it is
  /// not the client's.
  long left() {
    if (intake.isWaiting()) {
      restart();
    }
    long left = settings.packetTimeout().toNanos();
    if (framer.insidePacket()) {
      left = SilenceWatch.left(settings.packetTimeout(), framer.lastByteNanos());
    }
    return left > 0 && silenceLimit.isPositive()
        ? Math.min(left, SilenceWatch.left(silenceLimit, lastPacketNanos))
        : left;
  }
}
