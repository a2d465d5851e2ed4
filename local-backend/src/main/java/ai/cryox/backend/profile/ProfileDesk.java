package ai.cryox.backend.profile;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes the storage profiles that people made. Belongs to the pipeline's thread, but for {@link
/// #all}.
public final class ProfileDesk {
  private final Fleet fleet;
  private volatile ProfileBook durable;

  /// @param fleet knows the stored profiles
  public ProfileDesk(Fleet fleet) {
    this.fleet = fleet;
    durable = fleet.profiles();
  }

  /// All that are durable. Any thread.
  public ProfileBook all() {
    return durable;
  }

  /// Adds a profile or changes it, and with it the limits of all its devices.
  ///
  /// @throws IllegalArgumentException if it makes no sense or is one that ships
  public StorageProfile save(StorageProfile profile, String actor, Batch batch) {
    List<String> problems = profile.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
    refuseIfShipped(profile.id());
    StorageProfile before = fleet.profiles().byId(profile.id()).orElse(null);
    if (profile.equals(before)) {
      return profile;
    }
    replace(fleet.profiles().plus(profile), batch);
    batch.profiles.put(profile.id(), Optional.of(profile));
    relimit(profile.id(), batch);
    audit(batch, actor, "profile.save", null, sentence(before, profile));
    return profile;
  }

  /// Removes a profile that no device has.
  ///
  /// @throws IllegalArgumentException if there is none, it ships, or a device has it
  public void remove(String profileId, String actor, Batch batch) {
    refuseIfShipped(profileId);
    StorageProfile profile = require(profileId);
    List<String> devices =
        fleet.all().stream()
            .map(DeviceState::device)
            .filter(device -> profileId.equals(device.profileId()))
            .map(Device::name)
            .sorted()
            .toList();
    if (!devices.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is the profile of %s. Give %s another one first."
              .formatted(profile.name(), some(devices), devices.size() == 1 ? "it" : "them"));
    }
    replace(fleet.profiles().minus(profileId), batch);
    batch.profiles.put(profileId, Optional.empty());
    audit(batch, actor, "profile.remove", null, "Removed '%s'.".formatted(profile.name()));
  }

  /// Gives a device a profile, or takes it away.
  ///
  /// @throws IllegalArgumentException if there is no such device or profile
  public Device assign(String deviceId, @Nullable String profileId, String actor, Batch batch) {
    DeviceState state = fleet.find(deviceId);
    if (state == null) {
      throw new IllegalArgumentException("There is no device '%s'.".formatted(deviceId));
    }
    String name = profileId == null ? "no profile" : "'%s'".formatted(require(profileId).name());
    batch.deviceChanges.add(new DeviceChange(deviceId, entry -> entry.withProfile(profileId)));
    audit(batch, actor, "profile.assign", deviceId, "Got %s.".formatted(name));
    return state.device().withProfile(profileId);
  }

  /// Refuses a profile that does not exist; none at all is fine.
  ///
  /// @throws IllegalArgumentException if there is no such profile, with a sentence
  public void requireKnown(@Nullable String profileId) {
    if (profileId != null) {
      require(profileId);
    }
  }

  private void replace(ProfileBook book, Batch batch) {
    fleet.know(book);
    batch.whenDurable.add(() -> durable = book);
  }

  private void relimit(String profileId, Batch batch) {
    for (DeviceState state : fleet.all()) {
      if (profileId.equals(state.device().profileId())) {
        batch.deviceChanges.add(new DeviceChange(state.device().deviceId(), entry -> entry));
      }
    }
  }

  private static void refuseIfShipped(String profileId) {
    StorageProfiles.byId(profileId)
        .ifPresent(shipped -> {
          throw new IllegalArgumentException(
              "'%s' comes with the program and cannot be changed. Copy it under another name."
                  .formatted(shipped.name()));
        });
  }

  private StorageProfile require(String profileId) {
    return fleet
        .profiles()
        .byId(profileId)
        .orElseThrow(() ->
            new IllegalArgumentException("There is no storage profile '%s'.".formatted(profileId)));
  }

  private static String some(List<String> names) {
    int more = names.size() - 3;
    String first = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  private static String sentence(@Nullable StorageProfile before, StorageProfile after) {
    return before == null
        ? "Made '%s': %s.".formatted(after.name(), ProfileJson.text(after))
        : "Changed '%s' from %s to %s."
            .formatted(after.name(), ProfileJson.text(before), ProfileJson.text(after));
  }

  private static void audit(
      Batch batch, String actor, String what, @Nullable String deviceId, String detail) {
    batch.audit.add(AuditEntry.done(batch.now(), actor, what, deviceId, detail));
  }
}
