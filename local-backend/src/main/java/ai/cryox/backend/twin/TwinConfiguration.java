package ai.cryox.backend.twin;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The seed's configuration of a device as members of a twin: `samplingRate` in seconds and
/// `alertThresholds` with `temperatureHigh` and `temperatureLow` in °C.
public final class TwinConfiguration {
  private static final String RATE = "samplingRate";
  private static final String THRESHOLDS = "alertThresholds";
  private static final String HIGH = "temperatureHigh";
  private static final String LOW = "temperatureLow";

  /// The members that say the configuration.
  static final List<String> NAMES = List.of(RATE, THRESHOLDS);

  private TwinConfiguration() {}

  /// What a twin says of the configuration; members that make no sense say nothing.
  public static DeviceConfiguration read(TwinValue.Group members) {
    AlertThresholds thresholds =
        members.members().get(THRESHOLDS) instanceof TwinValue.Group group
            ? thresholds(group)
            : null;
    return new DeviceConfiguration(rate(members), thresholds);
  }

  /// What a device reports of the configuration, where it may say more than the plain values, as
  /// IoT Plug and Play has it.
  public static TwinValue.Group plain(TwinValue.Group reported) {
    TwinValue.Group plain = TwinValue.Group.EMPTY;
    for (String name : NAMES) {
      TwinValue value = reported.members().get(name);
      if (value instanceof TwinValue.Group group && group.members().containsKey("ac")) {
        value = group.members().get("value");
      }
      if (value != null) {
        plain = plain.merged(new TwinValue.Group(Map.of(name, value)));
      }
    }
    return plain;
  }

  /// Whether a patch says anything of the configuration.
  public static boolean isTouchedBy(TwinValue.Group patch) {
    return patch.members().containsKey(RATE) || patch.members().containsKey(THRESHOLDS);
  }

  /// A configuration after a patch of the properties that say it: what the patch does not touch
  /// stays.
  ///
  /// @param after the properties with the patch in them
  public static DeviceConfiguration updated(
      DeviceConfiguration before, TwinValue.Group patch, TwinValue.Group after) {
    DeviceConfiguration said = read(after);
    return new DeviceConfiguration(
        patch.members().containsKey(RATE) ? said.samplingRate() : before.samplingRate(),
        patch.members().containsKey(THRESHOLDS)
            ? said.alertThresholds()
            : before.alertThresholds());
  }

  /// Why a device must not be told this, in a sentence; `null` if it may.
  ///
  /// @param desired everything it would be told
  public static @Nullable String problem(TwinValue.Group desired) {
    TwinValue rate = desired.members().get(RATE);
    if (rate != null && rate(desired) == null) {
      return "samplingRate must be a whole number of seconds.";
    }
    TwinValue thresholds = desired.members().get(THRESHOLDS);
    if (thresholds instanceof TwinValue.Group group) {
      return isNumberOrNothing(group, HIGH) && isNumberOrNothing(group, LOW)
          ? read(desired).problem()
          : "temperatureHigh and temperatureLow must be numbers of degrees Celsius.";
    }
    return thresholds == null ? read(desired).problem() : "alertThresholds must be an object.";
  }

  private static boolean isNumberOrNothing(TwinValue.Group group, String name) {
    return !group.members().containsKey(name) || number(group, name) != null;
  }

  private static @Nullable Integer rate(TwinValue.Group members) {
    Double seconds = number(members, RATE);
    return seconds != null && seconds == Math.rint(seconds) && Math.abs(seconds) < 1e9
        ? Integer.valueOf(seconds.intValue())
        : null;
  }

  private static @Nullable AlertThresholds thresholds(TwinValue.Group group) {
    Double high = number(group, HIGH);
    Double low = number(group, LOW);
    return high == null && low == null ? null : new AlertThresholds(high, low);
  }

  private static @Nullable Double number(TwinValue.Group group, String name) {
    return group.members().get(name) instanceof TwinValue.Numeral numeral
        ? numeral.number().doubleValue()
        : null;
  }

  /// The patch that makes a twin say exactly this configuration: what is not said is deleted.
  public static TwinValue.Group patch(DeviceConfiguration configuration) {
    Integer rate = configuration.samplingRate();
    AlertThresholds thresholds = configuration.alertThresholds();
    Map<String, TwinValue> members = new LinkedHashMap<>();
    members.put(RATE, rate == null ? new TwinValue.Nothing() : numeral(rate));
    members.put(THRESHOLDS, thresholds == null ? new TwinValue.Nothing() : group(thresholds));
    return new TwinValue.Group(members);
  }

  /// The same patch as JSON.
  public static String patchJson(DeviceConfiguration configuration) {
    return new String(TwinWriter.object(patch(configuration)), StandardCharsets.UTF_8);
  }

  private static TwinValue.Group group(AlertThresholds thresholds) {
    Map<String, TwinValue> members = new LinkedHashMap<>();
    members.put(HIGH, numeral(thresholds.temperatureHigh()));
    members.put(LOW, numeral(thresholds.temperatureLow()));
    return new TwinValue.Group(members);
  }

  private static TwinValue numeral(@Nullable Number value) {
    return value == null
        ? new TwinValue.Nothing()
        : new TwinValue.Numeral(new BigDecimal(value.toString()));
  }
}
