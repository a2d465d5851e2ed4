package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.PublicationProperties;
import ai.cryox.backend.relay.PublicationProperties.UserProperty;
import ai.cryox.backend.relay.SessionChange;
import ai.cryox.backend.relay.StoredMessage;
import ai.cryox.backend.relay.StoredRelay;
import ai.cryox.backend.relay.StoredSession;
import ai.cryox.backend.relay.Subscription;
import ai.cryox.backend.relay.Subscription.RetainHandling;
import ai.cryox.backend.relay.TopicFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static final PublicationProperties PROPERTIES =
      new PublicationProperties(
          true,
          "text/plain",
          "answers/here",
          new byte[] {1, 2, 3},
          List.of(new UserProperty("name", "wärme"), new UserProperty("name", "")));

  private static final Publication MESSAGE =
      new Publication("a/b", new byte[] {4, 5}, 2, false, NOW.plusSeconds(60), PROPERTIES);

  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private StoredRelay after(SessionChange... changes) {
    Batch batch = new Batch(NOW);
    batch.sessionChanges.addAll(List.of(changes));
    new BatchWriter(database, new SeriesStore(database)).write(batch);
    close();
    open();
    return StoredRelayReader.read(database);
  }

  private static SessionChange kept(String clientId) {
    return new SessionChange.Kept(clientId, HOUR, null);
  }

  private static TopicFilter filter(String text) {
    return Objects.requireNonNull(TopicFilter.parse(text));
  }

  private static SessionChange waiting(long sequence) {
    return new SessionChange.Waiting(
        "a", new StoredMessage(sequence, MESSAGE, 1, true, false, List.of(3, 8)));
  }

  @Test
  void aSessionComesBackWithAllThatBelongsToIt() {
    Subscription subscription =
        new Subscription(filter("$share/g/a/+"), 2, false, true, RetainHandling.IF_NEW, 5);
    StoredRelay stored =
        after(
            kept("a"),
            new SessionChange.Subscribed("a", Subscription.of(filter("x"), 1)),
            new SessionChange.Subscribed("a", subscription),
            new SessionChange.Unsubscribed("a", filter("x")),
            waiting(1),
            waiting(2),
            waiting(3),
            new SessionChange.Settled("a", 2),
            new SessionChange.Received("a", 3),
            new SessionChange.Remembered("a", 7),
            new SessionChange.Remembered("a", 8),
            new SessionChange.Forgotten("a", 7),
            new SessionChange.Kept("a", HOUR, NOW));
    StoredSession session = stored.sessions().getFirst();
    assertEquals("a", session.clientId());
    assertEquals(HOUR, session.expiry());
    assertEquals(NOW, session.leftAt());
    assertEquals(List.of(subscription), session.subscriptions());
    assertEquals(List.of(8), session.remembered());
    assertEquals(2, session.waiting().size());
    StoredMessage first = session.waiting().getFirst();
    assertEquals(new StoredMessage(1, MESSAGE, 1, true, false, List.of(3, 8)), first);
    assertTrue(session.waiting().getLast().received());
    assertEquals(0, session.waiting().getLast().publication().payload().length);
  }

  @Test
  void anEndedSessionLeavesNothingBehind() {
    StoredRelay stored =
        after(
            kept("a"),
            new SessionChange.Subscribed("a", Subscription.of(filter("x"), 1)),
            waiting(1),
            new SessionChange.Remembered("a", 7),
            new SessionChange.Ended("a"),
            kept("a"));
    assertEquals(
        List.of(new StoredSession("a", HOUR, null, List.of(), List.of(), List.of())),
        stored.sessions());
  }

  @Test
  void theNewestRetainedMessageOfATopicComesBack() {
    Publication newest = MESSAGE.retained();
    StoredRelay stored =
        after(
            new SessionChange.Retained(Publication.of("a/b", new byte[1], 0).retained()),
            new SessionChange.Retained(newest),
            new SessionChange.Retained(Publication.of("gone", new byte[1], 0).retained()),
            new SessionChange.TakenBack("gone"));
    assertEquals(List.of(newest), stored.retained());
  }

  @Test
  void propertiesThatWereCutAreAnErrorAndNotNonsense() {
    byte[] bytes = PropertiesCodec.write(PROPERTIES);
    assertEquals(PROPERTIES, PropertiesCodec.read(bytes));
    assertArrayEquals(new byte[0], PropertiesCodec.write(PublicationProperties.NONE));
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(StoreException.class, () -> PropertiesCodec.read(cut));
    }
    bytes[0] = 9;
    assertThrows(StoreException.class, () -> PropertiesCodec.read(bytes));
  }
}
