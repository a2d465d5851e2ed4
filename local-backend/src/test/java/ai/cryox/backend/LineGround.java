package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.routing.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The whole line, turned by hand on a moved clock, over a real file.
abstract class LineGround implements InstantSource {
  static final String FRIDGE = "temp_001";

  @TempDir Path folder;
  Instant now = Instant.parse("2026-03-01T03:00:00Z");
  LocalBackend backend;
  Session session;

  @Override
  public final Instant instant() {
    return now;
  }

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  void restart() {
    close();
    open();
  }

  void turn() {
    Turning.once(backend);
  }

  AtomicInteger send(Message... messages) {
    AtomicInteger receipts = new AtomicInteger();
    hand(new Decoded(List.of(messages), List.of()), receipts::incrementAndGet);
    return receipts;
  }

  void hand(Decoded decoded, Receipt receipt) {
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    byte[] raw = "raw".getBytes(StandardCharsets.UTF_8);
    assertTrue(backend.sink().offer(new Delivery(origin, now, raw, decoded, receipt)));
    turn();
  }

  AtomicInteger read(double temperature) {
    return send(Reading.of(FRIDGE, "warehouse_001", now, temperature));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Time passes while the pipeline turns.
  void listen(int seconds) {
    for (int i = 0; i < seconds; i++) {
      pass(Duration.ofSeconds(1));
      turn();
    }
  }

  /// What a screen sees a second later.
  LiveSnapshot live() {
    pass(Duration.ofSeconds(1));
    turn();
    return session.live().latest();
  }

  List<Alarm> active() {
    return session.live().latest().alarms();
  }

  <T> T asking(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    while (!answer.isDone()) {
      Turning.patiently(backend);
    }
    return answer.join();
  }

  double newestValue() {
    ReceivedReading newest = live().device(FRIDGE).orElseThrow().newest();
    return newest == null ? Double.NaN : newest.reading().temperature();
  }

  List<ReceivedReading> stored() {
    ReadingQuery query =
        ReadingQuery.ofFacility("warehouse_001", Instant.EPOCH, now.plusSeconds(1000));
    return session.readings(query, PageRequest.first(1000)).items();
  }

  List<Rejection> rejected() {
    return session.rejections(PageRequest.first(100)).items();
  }
}
