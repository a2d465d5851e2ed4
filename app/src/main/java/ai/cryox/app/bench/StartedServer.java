package ai.cryox.app.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A server that was started, given a value, asked for it, and killed.
///
/// @param listensMillis from the start of the process until it listened everywhere
/// @param liveMillis until the value was acknowledged and could be read again
/// @param cpuMillis processor time of the whole process until then
record StartedServer(double listensMillis, double liveMillis, double cpuMillis) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final String DEVICE = "start_probe";
  private static final String FACILITY = "start";
  private static final String TOPIC = "devices/" + DEVICE + "/messages/events/";
  private static final int ANSWER_LENGTH = 4;
  private static final int IN_BYTES = 32 * 1024;

  /// Starts, measures and kills one.
  ///
  /// @param ready a file by which it says that it listens
  /// @param heads a folder for the head of its ledger
  /// @param clock what time it is
  static StartedServer measure(Path data, Path ready, Path heads, InstantSource clock)
      throws IOException, InterruptedException {
    Files.deleteIfExists(ready);
    long start = System.nanoTime();
    Process process =
        ChildProcess.start(
            ProcessBuilder.Redirect.DISCARD,
            List.of(
                "serve",
                "--insecure-loopback",
                "--data",
                data.toString(),
                "--ledger-head",
                heads.toString(),
                "--mqtt",
                "127.0.0.1:0",
                "--http",
                "127.0.0.1:0",
                "--ready-file",
                ready.toString()));
    try {
      while (!Files.exists(ready)) {
        requireAlive(process, start);
      }
      double listens = millis(start);
      List<String> addresses = Files.readAllLines(ready);
      String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
      publish(URI.create(addresses.getFirst()).getPort(), time);
      URI question = URI.create(addresses.getLast() + "/facilities/" + FACILITY + "/temperature");
      while (!answer(question).contains(time)) {
        requireAlive(process, start);
      }
      double live = millis(start);
      Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      return new StartedServer(listens, live, cpu.toNanos() / 1e6);
    } finally {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void requireAlive(Process process, long start) throws IOException {
    if (!process.isAlive()) {
      throw new IOException("The server ended with %d.".formatted(process.exitValue()));
    }
    if (millis(start) > PATIENCE.toMillis()) {
      throw new IOException("The server did not answer within %s.".formatted(PATIENCE));
    }
    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
  }

  /// Returns when it is acknowledged.
  private static void publish(int port, String time) throws IOException {
    byte[] topic = TOPIC.getBytes(StandardCharsets.US_ASCII);
    byte[] payload =
        """
        {"deviceId":"%s","facilityId":"%s","timestamp":"%s","temperature":4.0}\
        """
            .formatted(DEVICE, FACILITY, time)
            .getBytes(StandardCharsets.US_ASCII);
    int length = 2 + topic.length + 2 + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(length + 3);
    // QoS 1; the length of the rest in two bytes of seven bits, the lower first.
    packet.put((byte) 0x32).put((byte) ((length & 0x7F) | 0x80)).put((byte) (length >> 7));
    packet.putShort((short) topic.length).put(topic).putShort((short) 1).put(payload);
    try (Wire wire =
        LoadLink.connect(
            _ -> new PlainWire(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
            DEVICE)) {
      wire.put(packet.flip());
      while (!wire.isFlushed()) {
        wire.flush();
      }
      ByteBuffer answer = ByteBuffer.allocate(IN_BYTES);
      while (answer.position() < ANSWER_LENGTH) {
        if (wire.read(answer) < 0) {
          throw new EOFException("The server did not acknowledge the value.");
        }
      }
    }
  }

  private static String answer(URI question) {
    try (InputStream answer = question.toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notYet) {
      return "";
    }
  }
}
