package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every backend answers, whatever lies between it and the screen. Where it matters the answer
/// is compared with what the desk gets that sits beside the data.
abstract class SessionContract
    implements AlarmsContract,
        DevicesContract,
        NotebookContract,
        ReadingsContract,
        ReportsContract,
        RulesContract,
        SchedulesContract {
  @TempDir Path folder;
  Site site;
  Session session;

  /// Somebody's session at the site's backend.
  abstract Session open(Site at);

  /// Starts what the sessions are at.
  Site start() throws IOException {
    return new Site(folder);
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Session session() {
    return session;
  }

  @BeforeEach
  void open() throws IOException {
    site = start();
    session = open(site);
  }

  @AfterEach
  void close() throws IOException {
    session.close();
    site.close();
  }

  @Test
  void itCanDoEverythingThatThereIs() {
    assertEquals(EnumSet.allOf(Feature.class), EnumSet.copyOf(session.features()));
    assertTrue(session.standing().isConnected());
    assertEquals("Ada", session.userName());
  }

  @Test
  void whatIsLiveIsTheSameAsAtTheDesk() {
    awaitSame();
    IntStream.range(0, 70)
        .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(70 - i), i / 100.0));
    site.payload(
        "temp_001",
        "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":812.5,\"doorOpen\":true,\"own\":{\"x\":1}}"
            .formatted(site.begin));
    site.payload(
        "temp_002",
        "{\"id\":\"d\",\"deviceId\":\"temp_002\",\"facilityId\":\"south\",\"status\":\"online\",\"lastSeen\":\"%s\",\"batteryLevel\":85,\"signalStrength\":-65,\"firmwareVersion\":\"1.2.3\",\"configuration\":{\"samplingRate\":30}}"
            .formatted(site.begin));
    awaitSame();
    site.alarm("temp_001", 9.5);
    awaitSame();
    session.register(
        new Device(
            "temp_003",
            Site.NORTH,
            "Bay 3",
            "Fridge 3",
            StorageProfiles.REFRIGERATOR.id(),
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            site.begin));
    awaitSame();
    Await.until("the third device", () -> session.live().latest().devices().size() == 3);
    assertEquals(
        "Fridge 3", session.live().latest().device("temp_003").orElseThrow().device().name());
  }
}
