package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A backend over a real file, turned by hand on a moved clock.
final class SteppedBackend implements InstantSource, AutoCloseable {
  static final String FACILITY = "warehouse_001";

  private final Path folder;
  private LocalBackend backend;
  private Session session;
  Instant now = Instant.parse("2026-03-01T03:00:00Z");

  SteppedBackend(Path folder) {
    this.folder = folder;
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  Session session() {
    return session;
  }

  void restart() {
    backend.close();
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  /// Another backend over what the disk has now: what a `kill -9` at this moment would leave.
  SteppedBackend killed(Path copy) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    SteppedBackend other = new SteppedBackend(copy);
    other.now = now;
    return other;
  }

  /// Evaluates one device that is due, without taking over what was found: nobody turns the
  /// pipeline.
  void evaluate() {
    pass(Duration.ofSeconds(3));
    backend.agents().excursions().turn();
  }

  void turn() {
    Turning.once(backend);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void send(List<? extends Message> messages) {
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    Decoded decoded = new Decoded(List.copyOf(messages), List.of());
    assertTrue(backend.sink().offer(new Delivery(origin, now, new byte[0], decoded, () -> {})));
    turn();
  }

  /// A reading that comes in now.
  void read(String device, Instant time, double temperature) {
    send(List.of(Reading.of(device, FACILITY, time, temperature)));
  }

  /// Asks from another thread while the pipeline turns.
  <T> T asking(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    while (!answer.isDone()) {
      Turning.patiently(backend);
    }
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw failed;
    }
  }

  /// Lets everything that came late be evaluated.
  void settle() {
    pass(Duration.ofSeconds(3));
    turn();
    for (CompletableFuture<Boolean> applied = backend.agents().excursions().turn();
        applied != null;
        applied = backend.agents().excursions().turn()) {
      while (!applied.isDone()) {
        turn();
      }
    }
  }

  /// All excursions of a device, newest first.
  List<Excursion> excursions(String device) {
    ExcursionQuery query = new ExcursionQuery(null, device, Instant.EPOCH, now.plusSeconds(3600));
    return session.excursions(query, PageRequest.first(10_000)).items();
  }

  @Override
  public void close() {
    backend.close();
  }
}
