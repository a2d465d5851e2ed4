package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.endpoint.EndpointPorts;
import ai.cryox.backend.endpoint.EndpointSettings;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A device made for IoT Hub on one side, a caller of the API on the other, real sockets between.
/// Each test has a device of its own.
@TestInstance(Lifecycle.PER_CLASS)
class HubDeviceTest {
  private static final String REPORT = "$iothub/twin/PATCH/properties/reported/?$rid=";

  private final HttpClient http = HttpClient.newHttpClient();
  private final InstantSource clock = InstantSource.system();
  private LocalBackend backend;
  private Session session;
  private MqttEndpoint endpoint;
  private ApiServer api;
  private int devices;
  private String deviceId = "";

  @BeforeAll
  void open(@TempDir Path folder) {
    backend = new LocalBackend(BackendSettings.at(folder), clock);
    session = backend.signIn(new SignIn.Desk("operator"));
    endpoint =
        new MqttEndpoint(
            EndpointSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            new EndpointPorts(
                (origin, payload) -> Decoded.failed(Fault.Reason.MALFORMED_JSON, "Not used."),
                backend.sink(),
                backend.relay(),
                backend.topics()),
            clock);
    api = new ApiServer(new ApiSettings("127.0.0.1", 0), session, message -> "{}", clock);
    backend.start();
    endpoint.start();
    api.start();
  }

  @BeforeEach
  void register() {
    devices++;
    deviceId = "temp_00" + devices;
    session.register(Device.unconfirmed(deviceId, "warehouse_001", clock.instant()));
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (session.live().latest().device(deviceId).isEmpty()) {
      assertTrue(System.nanoTime() < end, "the device is not shown");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @AfterAll
  void close() {
    endpoint.close();
    api.close();
    backend.close();
    http.close();
  }

  private HubDevice connect() throws Exception {
    return new HubDevice(endpoint.port(), deviceId);
  }

  private HttpResponse<String> send(String method, String what, String body)
      throws IOException, InterruptedException {
    return http.send(request(method, what, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String what, String body) {
    String device = "/api/v1/facilities/warehouse_001/devices/" + deviceId + "/";
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + device + what))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void itsTwinIsGivenReportedAndPatched() throws Exception {
    try (HubDevice device = connect().subscribe()) {
      device.say("$iothub/twin/GET/?$rid=1", "");
      assertEquals(
          "$iothub/twin/res/200/?$rid=1"
              + " {\"desired\":{\"$version\":1},\"reported\":{\"$version\":1}}",
          device.hear());
      device.say(REPORT + "2", "{\"samplingRate\":30,\"battery\":{\"percent\":55,\"low\":false}}");
      assertEquals("$iothub/twin/res/204/?$rid=2&$version=2 ", device.hear());
      device.say(REPORT + "3", "{\"battery\":{\"low\":null}}");
      assertEquals("$iothub/twin/res/204/?$rid=3&$version=3 ", device.hear());
      session.configure(deviceId, new DeviceConfiguration(60, null));
      assertEquals(
          "$iothub/twin/PATCH/properties/desired/?$version=2"
              + " {\"samplingRate\":60,\"alertThresholds\":null,\"$version\":2}",
          device.hear());
      String twin = send("GET", "twin", "").body();
      assertTrue(
          twin.endsWith(
              "\"desired\":{\"samplingRate\":60,\"$version\":2},\"reported\":"
                  + "{\"samplingRate\":30,\"battery\":{\"percent\":55},\"$version\":3}}}"),
          twin);
    }
  }

  @Test
  void whatItMustNotReportIsRefusedAndItStaysConnected() throws Exception {
    try (HubDevice device = connect().subscribe()) {
      device.say(REPORT + "1", "{\"a\":");
      assertTrue(device.hear().startsWith("$iothub/twin/res/400/?$rid=1 {\"errorCode\":400,"));
      StringBuilder large = new StringBuilder("{\"a\":1");
      for (int i = 0; i < 9; i++) {
        large.append(",\"p").append(i).append("\":\"").append("x".repeat(4000)).append('"');
      }
      device.say(REPORT + "2", large + "}");
      assertTrue(device.hear().startsWith("$iothub/twin/res/413/?$rid=2 {\"errorCode\":413,"));
      device.say("$iothub/twin/GET/?rid=3", "");
      device.say("$iothub/twin/GET/", "");
      assertEquals(2, session.rejections(PageRequest.first(10)).items().size());
      assertTrue(device.isConnected());
    }
  }

  @Test
  void aDeviceThatWasAwayGetsTheDesiredPatchInItsKeptSession() throws Exception {
    connect().subscribe().close();
    assertEquals(200, send("PATCH", "twin/desired", "{\"route\":\"A\"}").statusCode());
    try (HubDevice device = connect()) {
      assertEquals(
          "$iothub/twin/PATCH/properties/desired/?$version=2 {\"route\":\"A\",\"$version\":2}",
          device.hear());
    }
  }

  @Test
  void aMethodCalledOverHttpIsAnsweredOverMqtt() throws Exception {
    try (HubDevice device = connect().subscribe()) {
      CompletableFuture<HttpResponse<String>> answer =
          http.sendAsync(
              request("POST", "methods/reboot", "{\"payload\":{\"delay\":5}}"),
              BodyHandlers.ofString());
      String asked = device.hear();
      assertTrue(asked.startsWith("$iothub/methods/POST/reboot/?$rid="), asked);
      assertTrue(asked.endsWith(" {\"delay\":5}"), asked);
      String rid = asked.substring(asked.indexOf('=') + 1, asked.indexOf(' '));
      device.say("$iothub/methods/res/202/?$rid=" + rid, "{\"in\":5}");
      assertEquals("{\"status\":202,\"payload\":{\"in\":5}}", answer.join().body());
      assertEquals(200, answer.join().statusCode());
    }
    assertEquals(504, send("POST", "methods/reboot", "").statusCode());
  }

  @Test
  void aMethodThatTheDeviceDoesNotAnswerEndsInTime() throws Exception {
    try (HubDevice device = connect().subscribe()) {
      CompletableFuture<HttpResponse<String>> answer =
          http.sendAsync(
              request("POST", "methods/reboot", "{\"responseTimeoutInSeconds\":1}"),
              BodyHandlers.ofString());
      device.hear();
      assertEquals(504, answer.join().statusCode());
      assertTrue(answer.join().body().contains("did not answer in time"), answer.join().body());
    }
  }

  @Test
  void aMessageLeftForItComesWhenItListens() throws Exception {
    String body = "{\"body\":\"defrost\",\"properties\":{\"zone\":\"A 1\"}}";
    assertEquals(202, send("POST", "messages", body).statusCode());
    try (HubDevice device = connect().subscribe()) {
      String got = device.hear();
      assertTrue(got.startsWith("devices/" + deviceId + "/messages/devicebound/%24.mid="), got);
      assertTrue(got.endsWith("&zone=A%201 defrost"), got);
    }
  }
}
