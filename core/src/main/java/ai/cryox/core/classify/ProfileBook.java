package ai.cryox.core.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All storage profiles that there are: those that ship, and those that people made. Immutable.
public final class ProfileBook {
  /// Only those that ship.
  public static final ProfileBook SHIPPED = new ProfileBook(List.of());

  private final List<StorageProfile> made;

  private ProfileBook(List<StorageProfile> made) {
    this.made = made;
  }

  /// Those that ship, and these.
  public static ProfileBook with(List<StorageProfile> made) {
    List<StorageProfile> sorted = new ArrayList<>(made);
    sorted.sort(Comparator.comparing(StorageProfile::name).thenComparing(StorageProfile::id));
    return new ProfileBook(List.copyOf(sorted));
  }

  /// This book with one more, or with another in place of the one with its id.
  public ProfileBook plus(StorageProfile profile) {
    List<StorageProfile> next = new ArrayList<>(minus(profile.id()).made);
    next.add(profile);
    return with(next);
  }

  /// This book without the one of that id.
  public ProfileBook minus(String id) {
    return with(made.stream().filter(profile -> !profile.id().equals(id)).toList());
  }

  /// Those that ship, then those that people made, by name.
  public List<StorageProfile> all() {
    List<StorageProfile> all = new ArrayList<>(StorageProfiles.all());
    all.addAll(made);
    return all;
  }

  /// The profile with this id.
  public Optional<StorageProfile> byId(String id) {
    return StorageProfiles.byId(id)
        .or(() -> made.stream().filter(profile -> profile.id().equals(id)).findFirst());
  }

  /// Whether people made the profile with this id.
  public boolean isMade(String id) {
    return made.stream().anyMatch(profile -> profile.id().equals(id));
  }
}
