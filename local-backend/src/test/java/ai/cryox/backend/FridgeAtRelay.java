package ai.cryox.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A fridge at the relay of a backend that the test turns by hand, on a moved clock and over a real
/// file.
abstract class FridgeAtRelay implements InstantSource {
  static final String FRIDGE = "temp_001";
  static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  volatile Instant now = Instant.parse("2026-03-01T03:00:00Z");
  LocalBackend backend;
  Session session;

  @Override
  public final Instant instant() {
    return now;
  }

  @BeforeEach
  final void open() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @AfterEach
  final void close() {
    backend.close();
  }

  final void restart() {
    close();
    open();
  }

  final void turn() {
    backend.agents().downstream().turn();
    Turning.patiently(backend);
  }

  final void turnUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "Waited in vain: " + what);
      turn();
    }
  }

  final <T> T asking(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    turnUntil("an answer", answer::isDone);
    return answer.join();
  }

  final Reason refused(Supplier<?> question) {
    CompletionException failed = assertThrows(CompletionException.class, () -> asking(question));
    return assertInstanceOf(RefusedException.class, failed.getCause()).reason();
  }

  final void register() {
    asking(() -> {
      session.register(Device.unconfirmed(FRIDGE, "warehouse_001", now));
      return true;
    });
  }

  final RelayDevice connect() {
    RelayDevice device = new RelayDevice(backend.relay(), FRIDGE, DAY);
    turnUntil("the session", device::isReady);
    return device;
  }

  final RelayDevice subscribed() {
    RelayDevice device = connect();
    device.subscribeToHub();
    turnUntil("the subscriptions", device::isReady);
    return device;
  }

  final void say(String topic, String payload) {
    AtomicInteger receipts = new AtomicInteger();
    backend.topics().receive(FRIDGE, topic, payload.getBytes(UTF_8), receipts::incrementAndGet);
    turnUntil("a receipt", () -> receipts.get() > 0);
    assertEquals(1, receipts.get());
  }

  final List<String> mail(RelayDevice device) {
    turnUntil("mail", device::hasMail);
    return device.take();
  }
}
