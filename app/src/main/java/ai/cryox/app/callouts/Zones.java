package ai.cryox.app.callouts;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Time zones as they are typed. Pure.
final class Zones {
  private Zones() {}

  /// `Europe/Berlin`; `null` for what is none.
  static @Nullable ZoneId of(String typed) {
    try {
      return ZoneId.of(typed.trim());
    } catch (DateTimeException none) {
      return null;
    }
  }
}
