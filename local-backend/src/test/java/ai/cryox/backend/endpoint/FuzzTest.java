package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Delivery;
import io.netty.util.ResourceLeakDetector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Packets that are nearly lawful, a million by `-Pnightly`: nothing crashes, hangs or leaks.
class FuzzTest {
  private static final int PACKETS = Integer.getInteger("cryox.fuzz.packets", 50_000);
  private static final String TOPIC = "devices/temp_001/messages/events/";

  private final EndpointFixture fixture =
      new EndpointFixture(
          10_000,
          EndpointFixture.settings(Duration.ofSeconds(10), Duration.ofSeconds(60))
              .with(RelaySettings.on(List.of())));

  private final AtomicInteger committed = new AtomicInteger();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Handler handler = new Remembering(warnings);

  /// Loggers are kept by nobody else.
  private final List<Logger> logs =
      List.of(
          Logger.getLogger(MqttEndpoint.class.getName()),
          Logger.getLogger(ResourceLeakDetector.class.getName()),
          Logger.getLogger("io.netty.channel"),
          Logger.getLogger("io.netty.util.concurrent"));

  private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
  private final Thread committer = Thread.ofPlatform().daemon().start(this::commitAll);
  private volatile boolean stopping;

  @BeforeEach
  void watch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    logs.forEach(log -> log.addHandler(handler));
  }

  @AfterEach
  void stop() throws InterruptedException {
    stopping = true;
    committer.join();
    fixture.close();
    logs.forEach(log -> log.removeHandler(handler));
    ResourceLeakDetector.setLevel(level);
  }

  private void commitAll() {
    while (!stopping) {
      Delivery next = fixture.sink.poll();
      if (next != null) {
        committed.incrementAndGet();
        next.receipt().committed();
      }
    }
  }

  @Test
  void mutatedPacketsNeverHarmAGoodClient() throws InterruptedException {
    try (RawClient good = fixture.raw().connect(4, "good", 0)) {
      sendAll(new PacketMutation(42));
      good.send(RawClient.publishPacket(4, 1, 9, TOPIC, "1".getBytes(StandardCharsets.UTF_8)));
      good.expect("40 02 00 09");
      good.send(RawClient.publishPacket(4, 2, 10, "x", new byte[0])).expect("50 02 00 0a");
      good.send("62 02 00 0a").expect("70 02 00 0a");
      EndpointFixture.await("the bad ones to be gone", () -> fixture.endpoint.connections() == 1);
    }
    assertTrue(committed.get() > PACKETS / 100, () -> "only " + committed.get() + " came through");
    // A leak is found when what held it was collected and another buffer is taken.
    System.gc();
    fixture.raw().connect(5, "last", 60).close();
    assertEquals(List.of(), warnings);
  }

  private void sendAll(PacketMutation mutation) {
    List<byte[]> stream = new ArrayList<>();
    for (int i = 1; i <= PACKETS; i++) {
      stream.add(mutation.next());
      if (mutation.endsStream() || i == PACKETS) {
        try (RawClient bad = fixture.raw()) {
          bad.sendAnyway(PacketMutation.join(stream));
          bad.finish();
        }
        stream.clear();
      }
    }
  }

  /// Keeps what is logged as a warning or worse.
  private static final class Remembering extends Handler {
    private final List<String> warnings;

    Remembering(List<String> warnings) {
      this.warnings = warnings;
    }

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings.add(entry.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
