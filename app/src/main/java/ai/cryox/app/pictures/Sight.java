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
        });
    Destination overview = new Destination.Overview(null);
    Destination alarms = new Destination.Alarms(null);
    sights.add(new Sight("card-find", overview, List.of(shortcut(KeyCode.K))));
    sights.add(new Sight("card-keys", overview, List.of(plain(KeyCode.F1))));
    sights.add(new Sight("card-shelve", alarms, List.of(plain(KeyCode.S))));
    sights.add(new Sight("card-comment", alarms, List.of(plain(KeyCode.C))));
    Destination reports = new Destination.Reports(null);
    sights.add(new Sight("card-schedules", reports, List.of(plain(KeyCode.T))));
    sights.add(new Sight("card-new-report", reports, List.of(plain(KeyCode.N))));
    Destination registry = new Destination.Registry();
    sights.add(new Sight("card-new-sensor", registry, List.of(plain(KeyCode.N))));
    sights.add(new Sight("card-change-device", registry, List.of(plain(KeyCode.E))));
    sights.add(new Sight("card-new-key", registry, List.of(plain(KeyCode.K))));
    Destination excursions = new Destination.Excursions();
    sights.add(new Sight("card-judgement", excursions, List.of(plain(KeyCode.C))));
    return sights;
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
