package ai.cryox.core.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one device proves who it is.
///
/// @param deviceId whose it is
/// @param facilityId the facility that the device speaks about
/// @param method what it shows
/// @param enabled `false` = it is turned away whatever it shows
/// @param gateway whether it may speak for every device of its facility
/// @param primary what is compared: a sealed key as Base64, or a thumbprint as 64 lower-case
///   hexadecimal digits; `null` for certificates of the facility's authority
/// @param secondary the other one of the same kind, or `null`
/// @param changedAt when it last changed
public record Credential(
    String deviceId,
    String facilityId,
    Method method,
    boolean enabled,
    boolean gateway,
    @Nullable String primary,
    @Nullable String secondary,
    Instant changedAt) {
  /// What a device shows.
  public enum Method {
    /// A token signed with one of two keys.
    KEYS,
    /// A certificate that this facility's authority has signed.
    AUTHORITY,
    /// A certificate of the device's own making, known by its SHA-256 thumbprint.
    THUMBPRINT
  }

  /// The characters of IoT Hub's device ids; none of them means anything in an MQTT topic filter.
  private static final Pattern DEVICE_ID = Pattern.compile("[A-Za-z0-9\\-.%_*?!(),:=@$']{1,128}");

  private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");

  /// Why no credentials can be made for a device of this id, in a sentence; `null` if they can.
  public static @Nullable String problem(String deviceId) {
    return DEVICE_ID.matcher(deviceId).matches()
        ? null
        : "'%s' cannot be a device id with credentials: 1 to 128 of the letters A to Z, digits and - . %% _ * ? ! ( ) , : = @ $ ' are needed."
            .formatted(deviceId);
  }

  /// A thumbprint as people write it (colons, blanks, capitals) in the one form.
  ///
  /// @return `null` if it is no SHA-256 thumbprint
  public static @Nullable String thumbprint(String written) {
    String plain = written.replaceAll("[: \\t]", "").toLowerCase(Locale.ROOT);
    return THUMBPRINT.matcher(plain).matches() ? plain : null;
  }

  /// What is compared, the primary one first.
  public Stream<String> proofs() {
    return Stream.of(primary, secondary)
        .mapMulti((proof, sink) -> {
          if (proof != null) {
            sink.accept(proof);
          }
        });
  }

  /// The same credential, open or closed.
  public Credential withEnabled(boolean open, Instant now) {
    return new Credential(deviceId, facilityId, method, open, gateway, primary, secondary, now);
  }

  /// The same credential with a new primary proof; what was primary is secondary now.
  public Credential rotated(@Nullable String next, Instant now) {
    return new Credential(deviceId, facilityId, method, enabled, gateway, next, primary, now);
  }
}
