package ai.cryox.core.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A facility's floor plan. Immutable; nobody changes the bytes.
///
/// @param facilityId the facility
/// @param picture a PNG or JPEG file; empty if there is none yet
/// @param spots where devices stand, by device id
public record FloorPlan(String facilityId, byte[] picture, Map<String, Spot> spots) {
  /// Devices on one plan at most.
  public static final int MOST_SPOTS = 5_000;

  public FloorPlan {
    spots = Map.copyOf(spots);
  }

  /// Why devices cannot stand there, as a sentence; `null` if they can.
  public static @Nullable String problem(Map<String, Spot> spots) {
    if (spots.size() > MOST_SPOTS) {
      return "A floor plan holds %d devices at most, not %d.".formatted(MOST_SPOTS, spots.size());
    }
    for (Map.Entry<String, Spot> entry : spots.entrySet()) {
      if (!entry.getValue().isOnPicture()) {
        return "%s does not stand on the picture: both numbers must be 0 to 1."
            .formatted(entry.getKey());
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FloorPlan plan
        && facilityId.equals(plan.facilityId)
        && Arrays.equals(picture, plan.picture)
        && spots.equals(plan.spots);
  }

  @Override
  public int hashCode() {
    return Objects.hash(facilityId, Arrays.hashCode(picture), spots);
  }

  @Override
  public String toString() {
    return "%s: a picture of %d bytes, %d devices"
        .formatted(facilityId, picture.length, spots.size());
  }
}
