package ai.cryox.backend.twin;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.downstream.Twin;
import org.jspecify.annotations.Nullable;

/// How far a device is with a configuration that it was told, as its twin says.
///
/// @param state how far
/// @param note what the device says of it, or `null`
public record ConfigurationProgress(State state, @Nullable String note) {
  /// How far.
  public enum State {
    /// On its way; the device has not said anything of it.
    SENT,
    /// The device has it, and is not done yet.
    ACCEPTED,
    /// The device reports exactly this.
    APPLIED,
    /// The device says that it will not.
    REFUSED,
    /// The device was told something else since.
    SUPERSEDED
  }

  /// What a device may report of a property instead of its plain value, as IoT Plug and Play has
  /// it: `value`, `ac` (a status as in HTTP), `av` (the version it is about), `ad` (in words).
  private record Said(long code, long version, @Nullable String words) {}

  /// @param version the version of the desired properties that says the configuration
  public static ConfigurationProgress of(Twin twin, long version) {
    if (twin.desiredVersion() != version) {
      return new ConfigurationProgress(State.SUPERSEDED, null);
    }
    TwinValue.Group desired = TwinProperties.stored(twin.desired(), version).members();
    TwinValue.Group reported =
        TwinProperties.stored(twin.reported(), twin.reportedVersion()).members();
    Said worst = null;
    boolean accepted = false;
    for (String name : TwinConfiguration.NAMES) {
      Said said = said(reported, name);
      if (said != null && said.version == version) {
        accepted = true;
        worst = worst == null || said.code > worst.code ? said : worst;
      }
    }
    if (worst != null && worst.code >= 400) {
      return new ConfigurationProgress(State.REFUSED, worst.words);
    }
    DeviceConfiguration does = TwinConfiguration.read(TwinConfiguration.plain(reported));
    if (TwinConfiguration.read(desired).isDoneBy(does)) {
      return new ConfigurationProgress(State.APPLIED, null);
    }
    return new ConfigurationProgress(
        accepted ? State.ACCEPTED : State.SENT, worst == null ? null : worst.words);
  }

  private static @Nullable Said said(TwinValue.Group reported, String name) {
    if (reported.members().get(name) instanceof TwinValue.Group group
        && group.members().get("ac") instanceof TwinValue.Numeral code
        && group.members().get("av") instanceof TwinValue.Numeral version) {
      String words = group.members().get("ad") instanceof TwinValue.Text text ? text.text() : null;
      return new Said(code.number().longValue(), version.number().longValue(), words);
    }
    return null;
  }
}
