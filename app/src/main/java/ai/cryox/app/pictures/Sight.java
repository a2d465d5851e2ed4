package ai.cryox.app.pictures;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.DeviceLive;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Something to take a picture of: a screen, and the keys that open what lies above it.
///
/// @param name as file names have it
/// @param place the screen
/// @param keys pressed one after the other when the screen is there
record Sight(String name, Destination place, List<KeyCombination> keys) {
  /// All screens that a person can go to, a device's page, and the usual cards. A new kind of
  /// destination is among them by itself.
  static List<Sight> of(List<DeviceLive> devices) {
    List<Sight> sights = new ArrayList<>();
    for (Class<?> kind : Destination.class.getPermittedSubclasses()) {
      sights.add(new Sight(name(kind), anywhere(kind), List.of()));
    }
    devices.stream()
        .max((one, other) -> Integer.compare(weight(one), weight(other)))
        .map(worst -> worst.device().deviceId())
        .ifPresent(worst -> {
          sights.add(new Sight("one-device-page", new Destination.OneDevice(worst), List.of()));
          sights.add(
              new Sight("trends-curve", new Destination.Trends(worst, null, null), List.of()));
          sights.add(card("sensor-out-of-service", new Destination.OneDevice(worst), KeyCode.T));
          sights.add(card("order", new Destination.OneDevice(worst), KeyCode.C));
        });
    sights.addAll(cards());
    return sights;
  }

  /// What the keys of screens open.
  private static List<Sight> cards() {
    Destination overview = new Destination.Overview(null);
    Destination alarms = new Destination.Alarms(null);
    Destination trends = new Destination.Trends(null, null, null);
    Destination reports = new Destination.Reports(null);
    Destination registry = new Destination.Registry();
    Destination settings = new Destination.Settings();
    return List.of(
        new Sight("card-find", overview, List.of(shortcut(KeyCode.K))),
        new Sight("card-keys", overview, List.of(plain(KeyCode.F1))),
        new Sight(
            "card-help-page",
            overview,
            List.of(plain(KeyCode.F1), plain(KeyCode.DOWN), plain(KeyCode.DOWN))),
        card("shelve", alarms, KeyCode.S),
        card("comment", alarms, KeyCode.C),
        card("out-of-service", alarms, KeyCode.O),
        card("new-curve", trends, KeyCode.P),
        card("groups", trends, KeyCode.S),
        card("schedules", reports, KeyCode.T),
        card("new-report", reports, KeyCode.N),
        card("letterhead", reports, KeyCode.L),
        card("new-sensor", registry, KeyCode.N),
        card("change-device", registry, KeyCode.E),
        card("new-key", registry, KeyCode.K),
        card("profile-devices", new Destination.Profiles(), KeyCode.D),
        card("calibration", new Destination.Calibrations(), KeyCode.N),
        card("judgement", new Destination.Excursions(), KeyCode.C),
        card("drill", new Destination.Callouts(), KeyCode.D),
        card("tariff", new Destination.Energy(), KeyCode.T),
        new Sight("card-design", settings, List.of(shortcut(KeyCode.DIGIT1))),
        new Sight("card-keeping", settings, List.of(shortcut(KeyCode.DIGIT2))),
        new Sight("card-routes", settings, List.of(shortcut(KeyCode.DIGIT3))));
  }

  private static Sight card(String name, Destination place, KeyCode key) {
    return new Sight("card-" + name, place, List.of(plain(key)));
  }

  private static int weight(DeviceLive live) {
    return live.alarms().stream()
        .mapToInt(alarm -> alarm.severity() == Severity.CRITICAL ? 2 : 1)
        .sum();
  }

  /// `OneDevice` is `one-device`.
  private static String name(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// The destination without anything chosen there.
  private static Destination anywhere(Class<?> kind) {
    Class<?>[] types =
        Arrays.stream(kind.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      return (Destination) constructor.newInstance(new Object[types.length]);
    } catch (ReflectiveOperationException unchosen) {
      throw new IllegalStateException(kind + " must be made without a choice", unchosen);
    }
  }

  private static KeyCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
