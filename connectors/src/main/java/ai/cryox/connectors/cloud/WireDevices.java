package ai.cryox.connectors.cloud;

import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.classify.Band;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import ai.cryox.core.tree.TreeReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Devices, their readings and profiles as servers write them. What devices said is read by the
/// very decoder that reads devices.
final class WireDevices {
  private static final TreeReader READER = TreeReader.lenient();
  private static final Origin ANYWHERE = new Origin("", "", null, null, Map.of());

  private static final JsonPayloadDecoder READINGS = decoder(Endpoint.TEMPERATURE);
  private static final JsonPayloadDecoder TELEMETRY = decoder(Endpoint.TELEMETRY);
  private static final JsonPayloadDecoder STATUS = decoder(Endpoint.STATUS);

  private WireDevices() {}

  private static JsonPayloadDecoder decoder(Endpoint endpoint) {
    RouteTable table =
        RouteTable.of(List.of(new Route("only", endpoint, "true", true), Route.fallback(false)));
    return new JsonPayloadDecoder(() -> table);
  }

  /// One device of a change document.
  ///
  /// @param before as it was known, or `null`
  /// @param alarms those of its active alarms that are known, worst first
  static DeviceLive live(Tree device, @Nullable DeviceLive before, List<Alarm> alarms) {
    return new DeviceLive(
        READER.read(Device.class, device.members()),
        profile(device.tree("limits")),
        received(device.tree("newest")),
        trace(device, before == null ? null : before.trace()),
        READER.read(Band.class, device.text("band", "NORMAL")),
        decoded(TELEMETRY, Telemetry.class, device.get("telemetry")),
        decoded(STATUS, DeviceStatus.class, device.get("status")),
        duration(device.text("clockSkew")),
        alarms);
  }

  private static @Nullable Duration duration(@Nullable String text) {
    return text == null ? null : Duration.parse(text);
  }

  /// A reading and how it came in, or `null`.
  static @Nullable ReceivedReading received(Tree received) {
    Reading reading = reading(received.get("reading"));
    return reading == null
        ? null
        : new ReceivedReading(
            reading, received.time("receivedAt", reading.time()), received.truth("late"));
  }

  /// A reading in the seed's shape, or `null`.
  static @Nullable Reading reading(@Nullable Object tree) {
    return decoded(READINGS, Reading.class, tree);
  }

  private static <M extends Message> @Nullable M decoded(
      JsonPayloadDecoder decoder, Class<M> type, @Nullable Object tree) {
    if (tree == null) {
      return null;
    }
    List<Message> messages = decoder.decode(ANYWHERE, JsonTree.write(tree)).messages();
    return messages.size() == 1 && type.isInstance(messages.getFirst())
        ? type.cast(messages.getFirst())
        : null;
  }

  private static Trace trace(Tree device, @Nullable Trace before) {
    List<?> points = device.values("trace");
    int kept = before == null || device.truth("traceWhole") ? 0 : before.size();
    int all = kept + points.size();
    int skip = Math.max(0, all - Trace.LENGTH);
    long[] times = new long[all - skip];
    float[] temperatures = new float[all - skip];
    for (int i = skip; i < all; i++) {
      if (i < kept && before != null) {
        times[i - skip] = before.time(i);
        temperatures[i - skip] = before.temperature(i);
      } else if (points.get(i - kept) instanceof List<?> point
          && point.size() == 2
          && point.get(0) instanceof Number time
          && point.get(1) instanceof Number celsius) {
        times[i - skip] = time.longValue();
        temperatures[i - skip] = celsius.floatValue();
      }
    }
    return Trace.of(times, temperatures);
  }

  /// A storage profile.
  static StorageProfile profile(Tree profile) {
    return READER.read(
        StorageProfile.class, profile.with("id", profile.get("profileId")).members());
  }
}
