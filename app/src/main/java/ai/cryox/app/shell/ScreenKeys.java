package ai.cryox.app.shell;

import ai.cryox.app.screen.Destination;

/// Under which names the keys of a screen stand among the words, and its page in the help. Pure.
final class ScreenKeys {
  private ScreenKeys() {}

  /// `OneDevice` has `keys.onOneDevice`; there may be no such text.
  static String of(Destination destination) {
    return "keys.%s%s".formatted("on", destination.getClass().getSimpleName());
  }

  /// The page of help that is about a screen; empty if none is about it alone.
  static String page(Destination destination) {
    return switch (destination) {
      case Destination.Overview _ -> "shapes";
      case Destination.FloorPlan _ -> "floor-plan";
      case Destination.Alarms _ -> "what-to-do";
      case Destination.Trends _ -> "trends";
      case Destination.Energy _ -> "energy";
      case Destination.Health _ -> "alarm-health";
      case Destination.Handover _ -> "handover";
      case Destination.Profiles _ -> "limits";
      case Destination.Servers _ -> "servers";
      case Destination.Rejected _, Destination.FirstSteps _ -> "connect-sensor";
      case Destination.People _ -> "sign-in";
      case Destination.Excursions _ -> "excursions";
      case Destination.Reports _ -> "reports";
      case Destination.Calibrations _ -> "calibrations";
      case Destination.Registry _ -> "registry";
      case Destination.OneDevice _ -> "device";
      case Destination.Callouts _ -> "who-is-called";
      case Destination.Settings _ -> "settings";
      case Destination.Audit _ -> "audit";
      case Destination.Gallery _ -> "";
    };
  }
}
