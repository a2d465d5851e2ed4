package ai.cryox.connectors.cloud;

import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.Twin;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.people.Action;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The way to devices through a server.
final class CloudDownstream implements Downstream {
  private final CloudHttp http;
  private final LiveFeed live;

  /// @param live says in which facility a device stands
  CloudDownstream(CloudHttp http, LiveFeed live) {
    this.http = http;
    this.live = live;
  }

  /// An address below a device's.
  ///
  /// @throws RefusedException if nobody knows the device
  static HttpUrl device(CloudHttp http, LiveFeed live, String deviceId, String... more) {
    DeviceLive known =
        live.latest()
            .device(deviceId)
            .orElseThrow(() ->
                new RefusedException(
                    RefusedException.Reason.UNKNOWN_DEVICE,
                    "No device '%s' is known.".formatted(deviceId)));
    HttpUrl.Builder url = http.url("facilities", known.device().facilityId(), "devices", deviceId);
    for (String segment : more) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  @Override
  public Twin twin(String deviceId) {
    HttpUrl url = device(http, live, deviceId, "twin");
    return ask(() -> twin(http.get(Lane.HISTORY, url).tree()));
  }

  @Override
  public Twin patchDesired(String deviceId, String patch, @Nullable Long ifVersion) {
    HttpUrl url = device(http, live, deviceId, "twin", "desired");
    Map<String, @Nullable Object> tree = JsonTree.object(patch.getBytes(StandardCharsets.UTF_8));
    if (tree == null) {
      throw new RefusedException(
          RefusedException.Reason.MALFORMED, "A patch must be a JSON object.");
    }
    Map<String, String> condition =
        ifVersion == null ? Map.of() : Map.of("If-Match", "\"" + ifVersion + "\"");
    return ask(() -> twin(http.send("PATCH", url, tree, condition).tree()));
  }

  private static Twin twin(Tree twin) {
    Tree desired = twin.tree("properties").tree("desired");
    Tree reported = twin.tree("properties").tree("reported");
    return new Twin(
        twin.text("deviceId", ""),
        members(desired),
        desired.whole("$version"),
        members(reported),
        reported.whole("$version"));
  }

  private static String members(Tree half) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(half.members());
    rest.remove("$version");
    return new String(JsonTree.write(rest), StandardCharsets.UTF_8);
  }

  @Override
  public MethodAnswer call(String deviceId, MethodCall call) {
    HttpUrl url = device(http, live, deviceId, "methods", call.name());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    String wrapped = "{\"payload\":" + call.payload() + "}";
    Map<String, @Nullable Object> payload =
        JsonTree.object(wrapped.getBytes(StandardCharsets.UTF_8));
    body.put("payload", payload == null ? null : payload.get("payload"));
    body.put("responseTimeoutInSeconds", call.timeout().toSeconds());
    return ask(() -> {
      Tree answer = http.send("POST", url, body).tree();
      return new MethodAnswer(
          (int) answer.whole("status"),
          new String(JsonTree.write(answer.get("payload")), StandardCharsets.UTF_8));
    });
  }

  @Override
  public String send(String deviceId, DeviceMessage message) {
    HttpUrl url = device(http, live, deviceId, "messages");
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("body", new String(message.payload(), StandardCharsets.UTF_8));
    body.put("properties", message.properties());
    body.put("timeToLiveInSeconds", message.timeToLive().toSeconds());
    return ask(() -> http.send("POST", url, body).tree().text("messageId", ""));
  }

  /// The server's refusals are IoT Hub's.
  private static <T> T ask(Supplier<T> call) {
    return Asking.act(
        Action.CONFIGURE_DEVICE,
        () -> {
          try {
            return call.get();
          } catch (CallException failed) {
            throw Arrays.stream(RefusedException.Reason.values())
                .filter(reason -> reason.status() == failed.status())
                .filter(_ -> failed.kind() != CallException.Kind.THROTTLED)
                .findFirst()
                .<RuntimeException>map(reason -> new RefusedException(reason, failed.sentence()))
                .orElse(failed);
          }
        });
  }
}
