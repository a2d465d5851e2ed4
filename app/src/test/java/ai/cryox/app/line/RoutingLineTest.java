package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Routes on the real wire. A publication with QoS 1 returns when it is stored.
class RoutingLineTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final AlarmQuery ALL_ALARMS =
      new AlarmQuery(null, null, null, Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(40_000)));

  /// Steps on a little at each look, so that every batch publishes a snapshot.
  private static final class SteppingClock implements InstantSource {
    private Instant now = NOW;

    @Override
    public synchronized Instant instant() {
      now = now.plusMillis(100);
      return now;
    }
  }

  private final InstantSource clock = new SteppingClock();
  private final List<MqttClient> clients = new ArrayList<>();

  @TempDir Path folder;
  private Monitoring monitoring;
  private Session session;

  @BeforeEach
  void start() {
    monitoring = new Wiring(clock).start(folder, HostPort.ANY, HostPort.ANY, "operator");
    session = monitoring.session();
  }

  @AfterEach
  void stop() throws MqttException {
    for (MqttClient client : clients) {
      client.disconnectForcibly(0, 1_000);
      client.close();
    }
    clients.clear();
    monitoring.close();
  }

  private MqttClient connect(String device) throws MqttException {
    MqttClient client = new MqttClient("tcp://127.0.0.1:" + monitoring.mqttPort(), device, null);
    client.setTimeToWait(10_000);
    clients.add(client);
    client.connect();
    return client;
  }

  private static void publish(MqttClient client, String bag, int second, String members)
      throws MqttException {
    String json =
        "{\"deviceId\":\"%1$s\",\"facilityId\":\"w1\",\"timestamp\":\"%2$s\",\"lastSeen\":\"%2$s\",%3$s}"
            .formatted(client.getClientId(), NOW.plusSeconds(second), members);
    String topic = "devices/" + client.getClientId() + "/messages/events/" + bag;
    client.publish(topic, json.getBytes(StandardCharsets.UTF_8), 1, false);
  }

  private List<Double> temperatures(String device) {
    ReadingQuery query = ReadingQuery.ofDevice(device, Instant.EPOCH, NOW.plusSeconds(3600));
    return session.readings(query, PageRequest.first(100)).items().stream()
        .map(ReceivedReading::reading)
        .map(reading -> reading.temperature())
        .toList();
  }

  private List<Rejection> rejected() {
    return session.rejections(PageRequest.first(100)).items();
  }

  private DeviceLive await(String device, Predicate<DeviceLive> condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      DeviceLive live = session.live().latest().device(device).orElse(null);
      if (live != null && condition.test(live)) {
        return live;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("Waited in vain: " + session.live().latest().device(device));
  }

  private void enable(String name, boolean enabled) {
    session.saveRoutes(
        session.routes().stream()
            .map(route -> route.name().equals(name) ? route.withEnabled(enabled) : route)
            .toList());
  }

  @Test
  void theSeedsThreeRoutesLeadEachMessageToItsKind() throws MqttException {
    MqttClient sensor = connect("temp_001");
    publish(sensor, "", 1, "\"temperature\":2.5");
    publish(sensor, "messageType=telemetry", 2, "\"powerConsumption\":1200.0");
    publish(sensor, "messageType=status", 3, "\"status\":\"online\",\"firmwareVersion\":\"1.2\"");
    publish(sensor, "alert=true", 4, "\"severity\":\"Critical\",\"message\":\"compressor jammed\"");
    assertEquals(List.of(2.5), temperatures("temp_001"));
    List<Alarm> alarms = session.alarms(ALL_ALARMS, PageRequest.first(10)).items();
    assertEquals(List.of("compressor jammed"), alarms.stream().map(Alarm::message).toList());
    DeviceLive live =
        await("temp_001", device -> device.telemetry() != null && device.status() != null);
    Telemetry telemetry = Objects.requireNonNull(live.telemetry());
    assertEquals(1200.0, telemetry.power());
    assertEquals(List.of(), rejected());
  }

  @Test
  void onePayloadOnTwoRoutesIsAReadingAndTelemetry() throws MqttException {
    MqttClient sensor = connect("temp_001");
    publish(sensor, "messageType=telemetry", 1, "\"temperature\":2.5,\"powerConsumption\":1200.0");
    assertEquals(List.of(2.5), temperatures("temp_001"));
    await("temp_001", device -> device.telemetry() != null);
    assertEquals(List.of(), rejected());
  }

  @Test
  void withoutAFallbackAMessageThatNoRouteTakesIsKeptAsRejected() throws MqttException {
    MqttClient stranger = connect("frz_7");
    publish(stranger, "", 1, "\"temperature\":-18.0");
    enable(Route.FALLBACK_NAME, false);
    publish(stranger, "", 2, "\"temperature\":-17.0");
    assertEquals(List.of(-18.0), temperatures("frz_7"));
    Rejection rejection = rejected().getFirst();
    assertEquals(Fault.Reason.NO_ROUTE, rejection.fault().reason());
    assertTrue(rejection.fault().detail().contains("frz_7"), rejection::toString);
    assertTrue(new String(rejection.raw(), StandardCharsets.UTF_8).contains("-17.0"));
  }

  @Test
  void aChangedRouteHoldsForTheNextMessageAndAfterARestart() throws MqttException {
    MqttClient stranger = connect("frz_7");
    enable(Route.FALLBACK_NAME, false);
    publish(stranger, "", 1, "\"temperature\":-18.0");
    List<Route> more = new ArrayList<>(session.routes());
    String condition = "STARTS_WITH($connectionDeviceId, 'frz_')";
    more.add(new Route("freezers", Endpoint.TEMPERATURE, condition, true));
    List<Route> saved = session.saveRoutes(more);
    publish(stranger, "", 2, "\"temperature\":-17.0");
    assertEquals(List.of(-17.0), temperatures("frz_7"));
    stop();
    start();
    assertEquals(saved, session.routes());
    MqttClient again = connect("frz_7");
    publish(again, "", 3, "\"temperature\":-16.0");
    publish(connect("door_1"), "", 3, "\"doorOpen\":true");
    assertEquals(List.of(-17.0, -16.0), temperatures("frz_7"));
    assertEquals(2, rejected().size());
  }
}
