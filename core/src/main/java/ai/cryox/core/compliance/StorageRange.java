package ai.cryox.core.compliance;

import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import java.util.Set;

/// The range that goods of a profile are kept in, both ends included, °C; infinite where there is
/// none. Budgets and delays do not widen it.
public record StorageRange(double low, double high) {
  /// Of these profiles that ship, the high limit warns while the goods are still in their range.
  private static final Set<String> WARNED_WITHIN =
      Set.of("refrigerator-2-8", "freezer-25-10", "ultra-low-90-60");

  /// The range of a profile: up to its warning limits, where these do not lie within.
  public static StorageRange of(StorageProfile profile) {
    Limit high = profile.limit(Level.HIGH_HIGH);
    return WARNED_WITHIN.contains(profile.id()) && high != null
        ? new StorageRange(profile.bottom(), high.value())
        : new StorageRange(profile.bottom(), profile.top());
  }

  /// Whether a temperature is in it.
  public boolean holds(double celsius) {
    return celsius >= low && celsius <= high;
  }
}
