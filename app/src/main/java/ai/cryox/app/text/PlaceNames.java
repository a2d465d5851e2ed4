package ai.cryox.app.text;

import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people call their facilities, as far as it is known by now. Any thread; never blocks.
public final class PlaceNames {
  private final Function<String, @Nullable String> names;

  /// @param names the name that somebody gave a facility, or `null`; never blocks
  public PlaceNames(Function<String, @Nullable String> names) {
    this.names = names;
  }

  /// As the backend knows them; where there are no letterheads nobody can have named one.
  public static PlaceNames of(Session session) {
    return session.features().contains(Feature.REPORTS)
        ? new PlaceNames(session.reports()::nameOf)
        : new PlaceNames(_ -> null);
  }

  /// The name that somebody gave a facility, or else its id as people read it.
  public String of(String facilityId) {
    String name = names.apply(facilityId);
    return name == null ? PlaceName.of(facilityId) : name;
  }

  /// Whether somebody gave it a name.
  public boolean isNamed(String facilityId) {
    return names.apply(facilityId) != null;
  }
}
