package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.people.Action;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What people decided: devices, profiles, the design of alarms, routes, retention. Throws what the
/// session's methods throw.
final class CloudRegistry {
  private static final TreeReader READER = TreeReader.lenient();
  private static final String ALL_OTHERS = "*";

  private final CloudHttp http;
  private final LiveFeed live;

  CloudRegistry(CloudHttp http, LiveFeed live) {
    this.http = http;
    this.live = live;
  }

  private Tree get(String... at) {
    return Asking.ask(Action.WATCH, () -> http.get(Lane.HISTORY, http.url(at).build()).tree());
  }

  private Tree send(Action action, String method, HttpUrl url, @Nullable Object body) {
    return Asking.act(action, () -> http.send(method, url, body).tree());
  }

  private Device known(String deviceId) {
    return live.latest()
        .device(deviceId)
        .orElseThrow(
            () -> new IllegalArgumentException("No device '%s' is known.".formatted(deviceId)))
        .device();
  }

  void register(Device device) {
    send(
        Action.REGISTER_DEVICE,
        "PUT",
        http.url("devices", device.deviceId()).build(),
        TreeWriter.write(device));
  }

  CloudOrders.Taken configure(String deviceId, DeviceConfiguration wanted) {
    Device device = known(deviceId);
    String problem = wanted.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    Tree taken =
        send(
            Action.CONFIGURE_DEVICE,
            "POST",
            CloudDownstream.device(http, live, deviceId, "configure"),
            TreeWriter.write(wanted));
    // A bare cloud API may answer with nothing.
    Device told =
        device.withDesired(
            taken.has("desired")
                ? READER.read(DeviceConfiguration.class, taken.get("desired"))
                : wanted);
    return new CloudOrders.Taken(told, taken.whole("version"));
  }

  Device assignProfile(String deviceId, @Nullable String profileId) {
    Device device = known(deviceId);
    HttpUrl.Builder url = CloudDownstream.device(http, live, deviceId, "profile").newBuilder();
    if (profileId != null) {
      url.addQueryParameter("profileId", profileId);
    }
    send(Action.ASSIGN_PROFILE, "PUT", url.build(), null);
    return device.withProfile(profileId);
  }

  List<StorageProfile> profiles() {
    return get("profiles").trees("items").stream().map(WireDevices::profile).toList();
  }

  StorageProfile saveProfile(StorageProfile profile) {
    return WireDevices.profile(
        send(
            Action.EDIT_PROFILES,
            "PUT",
            http.url("profiles", profile.id()).build(),
            WireProfiles.write(profile)));
  }

  void removeProfile(String profileId) {
    Supplier<Answer> removing = () -> http.delete(http.url("profiles", profileId).build());
    Asking.act(Action.EDIT_PROFILES, removing);
  }

  AlarmDesign alarmDesign() {
    return READER.read(AlarmDesign.class, get("alarm-design").members());
  }

  void saveAlarmDesign(AlarmDesign design) {
    send(
        Action.EDIT_ALARM_DESIGN,
        "PUT",
        http.url("alarm-design").build(),
        TreeWriter.write(design));
  }

  Map<String, Integer> retention() {
    Map<String, Integer> days = new TreeMap<>();
    Tree tree = get("retention").tree("days");
    for (String facility : tree.members().keySet()) {
      days.put(facility.equals(ALL_OTHERS) ? "" : facility, (int) tree.whole(facility));
    }
    return days;
  }

  void keepFor(String facilityId, int days) {
    HttpUrl url =
        http.url("retention", facilityId.isEmpty() ? ALL_OTHERS : facilityId)
            .addQueryParameter("days", Integer.toString(days))
            .build();
    send(Action.EDIT_RETENTION, "PUT", url, null);
  }

  List<Route> routes() {
    return routes(get("routes"));
  }

  List<Route> saveRoutes(List<Route> wanted) {
    List<Map<String, Object>> trees = wanted.stream().map(CloudRegistry::tree).toList();
    return routes(
        send(Action.EDIT_ROUTES, "PUT", http.url("routes").build(), Map.of("routes", trees)));
  }

  /// Asks and changes nothing.
  List<Route> matchingRoutes(Origin origin) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("deviceId", origin.deviceId() == null ? origin.source() : origin.deviceId());
    if (origin.facilityId() != null) {
      body.put("facilityId", origin.facilityId());
    }
    body.put("properties", origin.properties());
    return routes(send(Action.WATCH, "POST", http.url("routes", "test").build(), body));
  }

  private static Map<String, Object> tree(Route route) {
    return Map.of(
        "name",
        route.name(),
        "source",
        "DeviceMessages",
        "condition",
        route.condition(),
        "endpoint",
        route.endpoint().wireName(),
        "enabled",
        route.enabled());
  }

  private static List<Route> routes(Tree body) {
    return body.trees("routes").stream()
        .map(route ->
            new Route(
                route.text("name", ""),
                READER.read(Endpoint.class, route.text("endpoint", "events")),
                route.text("condition", ""),
                route.truth("enabled")))
        .toList();
  }
}
