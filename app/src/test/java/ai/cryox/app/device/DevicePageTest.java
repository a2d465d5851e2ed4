package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.link.Await;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleContext;
import ai.cryox.app.shell.ConsoleWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page over a real backend with a real store, on a clock that runs and is moved by hand
/// besides.
class DevicePageTest implements InstantSource {
  private static final String FRIDGE = "fridge_07";
  private static final Duration GAP = Duration.ofSeconds(90);

  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2026-11-23T06:00:00Z");
  private final long started = System.nanoTime();
  private LocalBackend backend;
  private Session session;
  private Reading last = Reading.of(FRIDGE, "warehouse_001", now, 0);
  private final DeviceModel model = new DeviceModel();

  @Override
  public Instant instant() {
    return now.plusNanos(System.nanoTime() - started);
  }

  @BeforeAll
  static void startToolkit() {
    Hands.startToolkit();
  }

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    backend.start();
    session = backend.signIn(new SignIn.Desk("operator"));
    session.register(
        new Device(
            FRIDGE,
            "warehouse_001",
            "Pharma hall",
            "Vaccine fridge 07",
            "refrigerator-2-8",
            true,
            DeviceConfiguration.NONE,
            new DeviceConfiguration(30, null),
            now));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private void read(double temperature) {
    Reading reading = Reading.of(FRIDGE, "warehouse_001", now, temperature);
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    Decoded decoded = new Decoded(List.of(reading), List.of());
    await(
        () -> backend.sink().offer(new Delivery(origin, now, new byte[1], decoded, Receipt.NONE)));
    last = reading;
  }

  private void awaitShown() {
    await(() -> isShown(last));
  }

  private boolean isShown(Reading reading) {
    return session.live().latest().device(FRIDGE).stream()
        .map(DeviceLive::newest)
        .anyMatch(newest -> newest != null && newest.reading().time().equals(reading.time()));
  }

  private void morning() {
    for (int i = 0; i < 40; i++) {
      read(i == 20 ? 7.9 : 4.5 + (i % 5) / 10.0);
      now = now.plusSeconds(i == 30 ? 1_200 : 30);
    }
    awaitShown();
  }

  private DeviceLive live() {
    return session.live().latest().device(FRIDGE).orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    Await.until("it is so", condition);
  }

  @Test
  void storedReadingsAreReadAndExtendedByWhatComesIn() throws Exception {
    morning();
    model.open(FRIDGE);
    DeviceModel.Wanted wanted = model.wanted(now, GAP);
    assertNotNull(wanted);
    assertNull(model.wanted(now, GAP));
    assertFalse(model.follow(live()));
    assertTrue(model.accept(wanted, model.read(session, wanted)));
    assertEquals(40, model.samples().size());
    read(5.25);
    awaitShown();
    assertTrue(model.follow(live()));
    assertFalse(model.follow(live()));
    assertEquals(41, model.samples().size());
    assertEquals(5.25, model.samples().value(40));
    DeviceModel.Summary summary = model.summary(now, GAP);
    assertEquals(7.9, summary.high());
    assertEquals(1, summary.gaps());
  }

  @Test
  void severalReadingsBetweenTwoBeatsAreAllTaken() throws Exception {
    model.open(FRIDGE);
    DeviceModel.Wanted wanted = model.wanted(now, GAP);
    assertNotNull(wanted);
    assertTrue(model.accept(wanted, model.read(session, wanted)));
    morning();
    assertTrue(model.follow(live()));
    assertEquals(40, model.samples().size());
    assertEquals(7.9, model.summary(now, GAP).high(), 1e-6);
  }

  @Test
  void whatWasReadForAnotherRangeIsThrownAway() throws Exception {
    read(4);
    awaitShown();
    model.open(FRIDGE);
    DeviceModel.Wanted wanted = model.wanted(now, GAP);
    assertNotNull(wanted);
    Samples found = model.read(session, wanted);
    model.range(TrendRange.WEEK);
    assertFalse(model.accept(wanted, found));
    assertEquals(0, model.samples().size());
    assertNotNull(model.wanted(now, GAP));
  }

  @Test
  void theStoreIsAskedAgainForReadingsThatCameInLate() {
    model.open(FRIDGE);
    assertNotNull(model.wanted(now, GAP));
    assertNull(model.wanted(now.plusSeconds(5), GAP));
    assertNotNull(model.wanted(now.plus(TrendRange.DAY.refresh()), GAP));
  }

  @Test
  void thePageShowsTheDeviceAndItsAgeInBothThemes() throws Exception {
    morning();
    for (int i = 0; i < 8; i++) {
      now = now.plusSeconds(30);
      read(8.5 + i / 10.0);
    }
    awaitShown();
    await(() -> !live().alarms().isEmpty());
    for (ThemePreference look : List.of(ThemePreference.DARK, ThemePreference.LIGHT)) {
      Stage stage = onFx(Stage::new);
      ConsoleWindow window = onFx(() -> window(stage, look));
      onFx(() -> {
        window.go(new Destination.OneDevice(FRIDGE));
        return true;
      });
      await(() -> "HIGH-HIGH".equals(textOf(stage, "#device-tag")));
      assertEquals("Vaccine fridge 07", textOf(stage, "#device-name"));
      Path picture = pictures().resolve("device-" + look + ".png");
      onFx(() -> {
        window.writePicture(picture);
        return true;
      });
      assertTrue(Files.size(picture) > 5_000);
      now = now.plusSeconds(61);
      await(() -> textOf(stage, ".age-tag").contains("old"));
      Path old = pictures().resolve("device-old-" + look + ".png");
      onFx(() -> {
        window.writePicture(old);
        return true;
      });
      assertTrue(Files.size(old) > 5_000);
      onFx(() -> {
        window.go(new Destination.OneDevice(null));
        window.close();
        return true;
      });
      read(9.5);
      awaitShown();
    }
  }

  @Test
  void theListToChooseFromTellsWhatADeviceMeasuresAndHowOldThatIs() throws Exception {
    morning();
    now = now.plusSeconds(30);
    read(4.5);
    awaitShown();
    Stage stage = onFx(Stage::new);
    ConsoleWindow window = onFx(() -> window(stage, ThemePreference.DARK));
    onFx(() -> {
      window.go(new Destination.OneDevice(null));
      return true;
    });
    await(() -> listed(stage, "4.5"));
    assertFalse(listed(stage, "2 min"));
    now = now.plusSeconds(121);
    await(() -> listed(stage, "2 min"));
    onFx(() -> {
      window.close();
      return true;
    });
  }

  /// Whether a cell of the list says so.
  private static boolean listed(Stage stage, String words) {
    try {
      return onFx(() ->
          stage.getScene().lookup("#devices").lookupAll(".table-cell").stream()
              .anyMatch(cell ->
                  cell instanceof Labeled said
                      && said.getText() != null
                      && said.getText().contains(words)));
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private Path pictures() {
    String kept = System.getProperty("pictures");
    return kept == null ? folder : Path.of(kept);
  }

  private ConsoleWindow window(Stage stage, ThemePreference look) {
    ConsoleWindow window =
        new ConsoleWindow(
            stage,
            session,
            new ConsoleContext(
                Place.LOCAL,
                "Harbour store",
                this,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                look,
                () -> {}));
    window.show();
    return window;
  }

  private static String textOf(Stage stage, String selector) {
    try {
      return onFx(
          () -> stage.getScene().lookup(selector) instanceof Label label ? label.getText() : "");
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    return Hands.onFx(work);
  }
}
