package ai.cryox.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.connectors.mqtt.BrokerAddress;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.connectors.mqtt.MqttReadingSource;
import ai.cryox.connectors.mqtt.MqttVersion;
import ai.cryox.connectors.mqtt.RetryPace;
import ai.cryox.connectors.mqtt.TlsFiles;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReadingSource;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two sources, one of each MQTT, whose connections are cut again and again under load.
class BrokerCutsTest {
  private static final int CUTS = 50;
  private static final int MOST_ON_THEIR_WAY = 300;
  private static final int CONNECTIONS = 4;
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final RetryPace QUICK =
      new RetryPace(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(5));

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicInteger published = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void afterFiftyCutsUnderLoadEveryReadingIsStoredOnce() throws Exception {
    try (TestBroker broker = new TestBroker(null);
        CuttingProxy three = new CuttingProxy(broker.port(), new Random(3));
        CuttingProxy five = new CuttingProxy(broker.port(), new Random(5));
        LocalBackend backend = new LocalBackend(BackendSettings.at(folder), clock);
        ReadingSource threes = source(MqttVersion.THREE, "site_3", three, backend);
        ReadingSource fives = source(MqttVersion.FIVE, "site_5", five, backend)) {
      backend.start();
      threes.start();
      fives.start();
      awaitAllUp(threes, fives);
      Thread load = Thread.ofVirtual().start(() -> publish(broker));
      Thread cutsOfThree = Thread.ofVirtual().start(() -> cut(three, threes));
      cut(five, fives);
      cutsOfThree.join();
      awaitAllUp(threes, fives);
      enough.set(true);
      load.join();
      Await.until("everything is acknowledged", () -> broker.owed() == 0);

      assertTrue(interruptions(threes) >= CUTS && interruptions(fives) >= CUTS);
      assertEquals(2 * CONNECTIONS, broker.filters().size(), "each connection has its filter");
      Session session = backend.signIn(new SignIn.Desk("night shift"));
      assertStoredOnce(session, "site_3");
      assertStoredOnce(session, "site_5");
      assertEquals(List.of(), session.rejections(PageRequest.first(10)).items());
    }
  }

  @Test
  void aBrokenNetworkIsToldInOneSentenceAndHealsByItself() throws Exception {
    try (TestBroker broker = new TestBroker(null);
        CuttingProxy network = new CuttingProxy(broker.port(), new Random(1));
        LocalBackend backend = new LocalBackend(BackendSettings.at(folder), clock);
        ReadingSource source = source(MqttVersion.FIVE, "site_5", network, backend)) {
      backend.start();
      source.start();
      awaitAllUp(source);
      network.breakDown();
      Await.until(
          "the links say that nobody answers",
          () ->
              source.links().stream()
                  .allMatch(link ->
                      link.state() == LinkState.WAITING
                          && link.sentence().contains("Nobody answers")));
      network.repair();
      awaitAllUp(source);
    }
  }

  private ReadingSource source(
      MqttVersion version, String site, CuttingProxy network, LocalBackend backend) {
    BrokerSettings settings =
        new BrokerSettings(
            BrokerAddress.parse("tcp://127.0.0.1:" + network.port()),
            version,
            site,
            null,
            TlsFiles.NONE,
            List.of("cryox/" + site + "/+/telemetry"),
            CONNECTIONS,
            BrokerSettings.USUAL_EXPIRY,
            QUICK);
    return new MqttReadingSource(
        settings,
        new JsonPayloadDecoder(backend.routes()),
        backend.sink(),
        clock,
        new SplittableRandom(7));
  }

  /// As long as connections are cut: readings of both sites, about as fast as they are taken.
  private void publish(TestBroker broker) {
    while (!enough.get()) {
      int number = published.getAndIncrement();
      broker.publish("cryox/site_3/three/telemetry", reading("three", "site_3", number));
      broker.publish("cryox/site_5/five/telemetry", reading("five", "site_5", number));
      Await.until("there is not too much on its way", () -> broker.owed() < MOST_ON_THEIR_WAY);
    }
  }

  private static String reading(String device, String site, int number) {
    return "{\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":4.5}"
        .formatted(device, site, NOW.minus(Duration.ofDays(1)).plusMillis(number));
  }

  /// Cuts one connection after the other as long as half are up, until fifty were lost.
  private static void cut(CuttingProxy network, ReadingSource source) {
    while (interruptions(source) < CUTS) {
      Await.until("half of the links are connected", () -> up(source) >= CONNECTIONS / 2);
      network.cutOne();
    }
  }

  private static long up(ReadingSource source) {
    return source.links().stream().filter(link -> link.state() == LinkState.CONNECTED).count();
  }

  private static long interruptions(ReadingSource source) {
    return source.links().stream().mapToLong(link -> link.counts().interruptions()).sum();
  }

  private static void awaitAllUp(ReadingSource... sources) {
    for (ReadingSource source : sources) {
      Await.until(
          "all links are connected",
          () ->
              source.links().stream().map(LinkStatus::state).allMatch(LinkState.CONNECTED::equals));
    }
  }

  private void assertStoredOnce(Session session, String site) {
    Set<Instant> times = new HashSet<>();
    long rows = 0;
    PageRequest next = PageRequest.first(PageRequest.LARGEST);
    while (next != null) {
      Page<ReceivedReading> page =
          session.readings(ReadingQuery.ofFacility(site, Instant.EPOCH, NOW), next);
      page.items().forEach(item -> times.add(item.reading().time()));
      rows += page.items().size();
      String token = page.continuationToken();
      next = token == null ? null : new PageRequest(PageRequest.LARGEST, token);
    }
    assertEquals(published.get(), times.size(), "nothing is lost");
    assertEquals(rows, times.size(), "nothing is stored twice");
  }
}
