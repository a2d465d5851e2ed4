package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What to type to reach the routes of a running backend: lines for a shell.
///
/// @param http where its API answers
record RouteCurl(HostPort http) {
  private static final String JSON = "-H 'Content-Type: application/json'";

  String list() {
    return "  curl -s " + address();
  }

  String change() {
    return """
      curl -s %1$s > routes.json
      (edit routes.json)
      curl -s -X PUT %2$s --data @routes.json %1$s\
    """
        .formatted(address(), JSON)
        .stripTrailing();
  }

  String test(String deviceId, @Nullable String facilityId, Map<String, String> properties) {
    Map<String, String> members = new TreeMap<>();
    members.put("deviceId", quoted(deviceId));
    if (facilityId != null) {
      members.put("facilityId", quoted(facilityId));
    }
    if (!properties.isEmpty()) {
      Map<String, String> texts = new TreeMap<>();
      properties.forEach((name, value) -> texts.put(name, quoted(value)));
      members.put("properties", object(texts));
    }
    return "  curl -s %s -d '%s' %s/test"
        .formatted(JSON, object(members).replace("'", "'\\''"), address());
  }

  private String address() {
    return "http://" + http + "/api/v1/routes";
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
