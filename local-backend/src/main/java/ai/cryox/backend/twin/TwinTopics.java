package ai.cryox.backend.twin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The `$iothub` topics of Azure IoT Hub: what devices publish is read, what they are sent is made.
///
/// The request id, `$rid`, is the device's own and opaque: it goes back exactly as it came.
public final class TwinTopics {
  private static final String ROOT = "$iothub/";
  private static final String TWIN_GET = "$iothub/twin/GET/";
  private static final String TWIN_REPORT = "$iothub/twin/PATCH/properties/reported/";
  private static final Pattern METHOD_RESULT =
      Pattern.compile("\\$iothub/methods/res/(-?\\d{1,9})/");
  private static final String RID = "$rid=";
  private static final int LONGEST_RID = 256;

  private TwinTopics() {}

  /// Whether a topic is IoT Hub's.
  public static boolean isOne(String topic) {
    return topic.startsWith(ROOT);
  }

  /// What a device wants that publishes on this topic.
  public static HubRequest parse(String topic) {
    int mark = topic.indexOf('?');
    String path = mark < 0 ? topic : topic.substring(0, mark);
    String rid = mark < 0 ? null : rid(topic.substring(mark + 1));
    Matcher result = METHOD_RESULT.matcher(path);
    boolean isResult = result.matches();
    if (!isResult && !path.equals(TWIN_GET) && !path.equals(TWIN_REPORT)) {
      return new HubRequest.Unreadable("Nothing is known by the topic " + shown(topic) + ".");
    }
    if (rid == null) {
      return new HubRequest.Unreadable(
          "The topic %s needs ?$rid= and one request id of 1 to 256 characters."
              .formatted(shown(topic)));
    }
    if (isResult) {
      return new HubRequest.MethodResult(Integer.parseInt(result.group(1)), rid);
    }
    return path.equals(TWIN_GET) ? new HubRequest.TwinGet(rid) : new HubRequest.TwinReport(rid);
  }

  /// Other parameters than the request id are let pass: IoT Hub may add some.
  private static @Nullable String rid(String query) {
    List<String> found =
        Stream.of(query.split("&", -1)).filter(part -> part.startsWith(RID)).toList();
    if (found.size() != 1) {
      return null;
    }
    String rid = found.getFirst().substring(RID.length());
    return rid.isEmpty() || rid.length() > LONGEST_RID ? null : rid;
  }

  private static String shown(String topic) {
    return topic.length() <= 80 ? topic : topic.substring(0, 80) + "…";
  }

  /// Where a request about the twin is answered.
  ///
  /// @param status 200, 204, or HTTP's for what is wrong
  /// @param rid as it came
  public static String answer(int status, String rid) {
    return "$iothub/twin/res/%d/?$rid=%s".formatted(status, rid);
  }

  /// Where a change of reported properties is confirmed.
  ///
  /// @param version the reported properties' after it
  public static String reported(String rid, long version) {
    return answer(204, rid) + "&$version=" + version;
  }

  /// Where a device hears of a change of its desired properties.
  ///
  /// @param version the desired properties' after it
  public static String desired(long version) {
    return "$iothub/twin/PATCH/properties/desired/?$version=" + version;
  }

  /// Where a device is called.
  ///
  /// @param name of the method
  /// @param rid ours
  public static String method(String name, String rid) {
    return "$iothub/methods/POST/%s/?$rid=%s".formatted(name, rid);
  }
}
