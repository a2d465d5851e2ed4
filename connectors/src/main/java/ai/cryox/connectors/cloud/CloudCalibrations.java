package ai.cryox.connectors.cloud;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The calibration register of a server. Throws what the session's methods throw.
final class CloudCalibrations {
  private static final TreeReader READER = TreeReader.lenient();

  /// What the server says itself of an entry.
  private static final List<String> SAID_THERE = List.of("number", "recordedAt", "recordedBy");

  private final CloudHttp http;

  CloudCalibrations(CloudHttp http) {
    this.http = http;
  }

  private HttpUrl.Builder url() {
    return http.url("calibrations");
  }

  List<Calibration> of(@Nullable String deviceId) {
    HttpUrl.Builder url = url();
    if (deviceId != null) {
      url.addQueryParameter("deviceId", deviceId);
    }
    Tree register = Asking.ask(Action.WATCH, () -> http.past(url.build()).tree());
    return READER.list(Calibration.class, register.values("items"));
  }

  Calibration enter(Calibration entry) {
    Map<String, @Nullable Object> body =
        new LinkedHashMap<>(Tree.of(TreeWriter.write(entry)).members());
    body.keySet().removeAll(SAID_THERE);
    Tree entered =
        Asking.act(Action.CALIBRATE, () -> http.send("POST", url().build(), body).tree());
    return READER.read(Calibration.class, entered.members());
  }
}
