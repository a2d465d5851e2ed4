package ai.cryox.app.shell;

import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.people.Action;
import java.util.List;

/// How far those who monitor something new have come.
enum Beginning {
  /// There is no device yet.
  NOTHING_THERE,
  /// There are devices, and none has been heard.
  NOTHING_HEARD,
  /// Nothing is new here, or it is not this person's to set up.
  OVER;

  static Beginning of(Session session, ConsoleContext console) {
    List<DeviceLive> devices = session.live().latest().devices();
    boolean isNew =
        console.place() == Place.LOCAL
            && console.workshop() != null
            && session.who().grants().mayEverywhere(Action.REGISTER_DEVICE)
            && devices.stream().allMatch(device -> device.newest() == null);
    if (!isNew) {
      return OVER;
    }
    return devices.isEmpty() ? NOTHING_THERE : NOTHING_HEARD;
  }
}
