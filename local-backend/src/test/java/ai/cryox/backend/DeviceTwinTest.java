package ai.cryox.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.downstream.RefusedException.Reason;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Rejection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The twin of a device, as the device and people see it.
class DeviceTwinTest extends FridgeAtRelay {
  /// Messages that wait for their client in the file.
  private int kept() {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement statement = file.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM mqtt_waiting")) {
      return count.getInt(1);
    } catch (SQLException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private void report(String patch) {
    say("$iothub/twin/PATCH/properties/reported/?$rid=r", patch);
  }

  private Device registered() {
    now = now.plusSeconds(1);
    turn();
    return session.live().latest().device(FRIDGE).orElseThrow().device();
  }

  private String reported() {
    return asking(() -> session.downstream().twin(FRIDGE)).reported();
  }

  @Test
  void aDeviceAsksForItsTwin() {
    register();
    RelayDevice device = subscribed();
    asking(() -> session.downstream().patchDesired(FRIDGE, "{\"route\":\"A\"}", null));
    mail(device);
    say("$iothub/twin/GET/?$rid=7", "");
    assertEquals(
        List.of(
            "$iothub/twin/res/200/?$rid=7 {\"desired\":{\"route\":\"A\",\"$version\":2},"
                + "\"reported\":{\"$version\":1}}"),
        mail(device));
  }

  @Test
  void whatADeviceReportsIsStoredBeforeItIsConfirmed() {
    register();
    RelayDevice device = subscribed();
    report("{\"firmware\":{\"version\":\"1.2\",\"slot\":2}}");
    assertEquals(List.of("$iothub/twin/res/204/?$rid=r&$version=2 "), mail(device));
    report("{\"firmware\":{\"slot\":null},\"gone\":null}");
    assertEquals(List.of("$iothub/twin/res/204/?$rid=r&$version=3 "), mail(device));
    restart();
    assertEquals("{\"firmware\":{\"version\":\"1.2\"}}", reported());
  }

  @Test
  void aReportedConfigurationIsTheDevicesConfiguration() {
    register();
    report("{\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":-20}}");
    report("{\"samplingRate\":60,\"other\":1}");
    DeviceConfiguration said = new DeviceConfiguration(60, new AlertThresholds(5.0, -20.0));
    assertEquals(said, registered().reported());
    report("{\"samplingRate\":null,\"alertThresholds\":{\"temperatureLow\":null}}");
    DeviceConfiguration less = new DeviceConfiguration(null, new AlertThresholds(5.0, null));
    assertEquals(less, registered().reported());
    report("{\"samplingRate\":-7}");
    assertEquals(less, registered().reported());
    restart();
    assertEquals(less, registered().reported());
  }

  @Test
  void severalReportsInOneBatchAreAllMerged() {
    register();
    AtomicInteger receipts = new AtomicInteger();
    for (String patch : List.of("{\"a\":1,\"samplingRate\":60}", "{\"b\":2,\"samplingRate\":30}")) {
      backend
          .topics()
          .receive(
              FRIDGE,
              "$iothub/twin/PATCH/properties/reported/?$rid=1",
              patch.getBytes(UTF_8),
              receipts::incrementAndGet);
    }
    turnUntil("both", () -> receipts.get() == 2);
    assertEquals("{\"a\":1,\"samplingRate\":30,\"b\":2}", reported());
    assertEquals(30, registered().reported().samplingRate());
  }

  @Test
  void whatCannotBeReportedIsRefusedWithASentence() {
    register();
    RelayDevice device = subscribed();
    report("{\"a.b\":1}");
    String answer = mail(device).getFirst();
    assertTrue(
        answer.startsWith("$iothub/twin/res/400/?$rid=r {\"errorCode\":400,\"message\":\""),
        answer);
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      members.add("\"p" + i + "\":\"" + "x".repeat(4000) + "\"");
    }
    report("{" + String.join(",", members) + "}");
    answer = mail(device).getFirst();
    assertTrue(answer.startsWith("$iothub/twin/res/413/?$rid=r {"), answer);
    assertEquals("{}", reported());
  }

  @Test
  void aTopicThatNobodyUnderstandsEndsInTheRejectedLane() {
    register();
    say("$iothub/twin/GET/?rid=1", "");
    say("$iothub/streams/POST/x/?$rid=1", "?");
    List<Rejection> rejected = session.rejections(PageRequest.first(10)).items();
    assertEquals(2, rejected.size());
    assertEquals(Fault.Reason.WRONG_TOPIC, rejected.getFirst().fault().reason());
    assertEquals(FRIDGE, rejected.getFirst().source());
  }

  @Test
  void aDeviceThatAsksTooMuchAtOnceIsToldSoAndNobodyElseIs() {
    register();
    RelayDevice device = subscribed();
    RelayDevice other = new RelayDevice(backend.relay(), "temp_002", DAY);
    other.subscribeToHub();
    turnUntil("the subscriptions", other::isReady);
    AtomicInteger receipts = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      ask(FRIDGE, "$iothub/twin/GET/?$rid=" + i, receipts);
    }
    ask("temp_002", "$iothub/twin/GET/?$rid=x", receipts);
    turnUntil("all receipts", () -> receipts.get() == 21);
    List<String> answers = device.take();
    assertEquals(4, answers.stream().filter(a -> a.startsWith("$iothub/twin/res/429/")).count());
    assertEquals(16, answers.stream().filter(a -> a.startsWith("$iothub/twin/res/200/")).count());
    assertTrue(other.take().getFirst().startsWith("$iothub/twin/res/200/?$rid=x "));
    say("$iothub/twin/GET/?$rid=again", "");
    assertTrue(mail(device).getFirst().startsWith("$iothub/twin/res/200/?$rid=again "));
  }

  private void ask(String deviceId, String topic, AtomicInteger receipts) {
    backend.topics().receive(deviceId, topic, new byte[0], receipts::incrementAndGet);
  }

  @Test
  void aDeviceThatHasNotSentAReadingYetMayBeginWithItsTwin() {
    RelayDevice device = subscribed();
    say("$iothub/twin/GET/?$rid=1", "");
    assertEquals(
        List.of(
            "$iothub/twin/res/200/?$rid=1"
                + " {\"desired\":{\"$version\":1},\"reported\":{\"$version\":1}}"),
        mail(device));
    report("{\"a\":1}");
    assertEquals(List.of("$iothub/twin/res/204/?$rid=r&$version=2 "), mail(device));
    assertEquals(Reason.UNKNOWN_DEVICE, refused(() -> session.downstream().twin(FRIDGE)));
    register();
    assertEquals("{\"a\":1}", reported());
  }

  @Test
  void aConfigurationReachesTheDeviceAsAPatch() {
    register();
    RelayDevice device = subscribed();
    DeviceConfiguration wanted = new DeviceConfiguration(60, new AlertThresholds(5.0, null));
    assertEquals(wanted, asking(() -> session.configure(FRIDGE, wanted)).desired());
    assertEquals(
        List.of(
            "$iothub/twin/PATCH/properties/desired/?$version=2"
                + " {\"samplingRate\":60,\"alertThresholds\":{\"temperatureHigh\":5.0,"
                + "\"temperatureLow\":null},\"$version\":2}"),
        mail(device));
    assertEquals(wanted, registered().desired());
  }

  @Test
  void aDeviceThatWasAwayGetsWhatIsDesiredWhenItComesBack() {
    register();
    subscribed().leave();
    asking(() -> session.downstream().patchDesired(FRIDGE, "{\"a\":1}", null));
    asking(() -> session.downstream().patchDesired(FRIDGE, "{\"a\":2}", null));
    // A change is answered before its patch waits in the file; nobody but this test turns the line.
    turnUntil("both patches to be kept", () -> kept() == 2);
    restart();
    List<String> got = new ArrayList<>();
    RelayDevice device = connect();
    turnUntil(
        "both patches",
        () -> {
          got.addAll(device.take());
          return got.size() >= 2;
        });
    assertEquals(
        List.of(
            "$iothub/twin/PATCH/properties/desired/?$version=2 {\"a\":1,\"$version\":2}",
            "$iothub/twin/PATCH/properties/desired/?$version=3 {\"a\":2,\"$version\":3}"),
        got);
  }

  @Test
  void aDeviceRegisteredAnewIsToldSo() {
    register();
    asking(() -> session.configure(FRIDGE, new DeviceConfiguration(60, null)));
    register();
    assertEquals("{}", asking(() -> session.downstream().twin(FRIDGE)).desired());
    assertEquals(DeviceConfiguration.NONE, registered().desired());
  }
}
