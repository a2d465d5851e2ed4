package ai.cryox.connectors.cloud;

import ai.cryox.core.people.Action;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.PictureCheck;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The floor plans of a server. Throws what the session's methods throw.
final class CloudFloorPlans {
  private static final TreeReader READER = TreeReader.lenient();

  private final CloudHttp http;

  CloudFloorPlans(CloudHttp http) {
    this.http = http;
  }

  /// What stands where.
  ///
  /// @param pictureBytes 0 = there is no picture
  record Wire(String facilityId, long pictureBytes, Map<String, Spot> spots) {}

  private HttpUrl of(String facilityId) {
    return http.url("facilities", facilityId, "floor-plan").build();
  }

  private HttpUrl partOf(String facilityId, String part) {
    return of(facilityId).newBuilder().addPathSegment(part).build();
  }

  Optional<FloorPlan> read(String facilityId) {
    Answer answer = Asking.ask(Action.WATCH, () -> orNothing(of(facilityId)));
    if (answer == null) {
      return Optional.empty();
    }
    Wire plan = READER.read(Wire.class, answer.tree().members());
    Answer picture =
        plan.pictureBytes() == 0
            ? null
            : Asking.ask(Action.WATCH, () -> orNothing(partOf(facilityId, "picture")));
    return Optional.of(
        new FloorPlan(facilityId, picture == null ? new byte[0] : picture.body(), plan.spots()));
  }

  private @Nullable Answer orNothing(HttpUrl url) {
    try {
      return http.past(url);
    } catch (CallException failed) {
      if (failed.kind() == CallException.Kind.NOT_THERE) {
        return null;
      }
      throw failed;
    }
  }

  void savePicture(String facilityId, byte[] picture) {
    HttpUrl url = partOf(facilityId, "picture");
    if (picture.length == 0) {
      Asking.act(Action.REGISTER_DEVICE, () -> http.delete(url));
      return;
    }
    String problem = PictureCheck.problem(picture);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    String type = (picture[0] & 0xff) == 0xff ? "image/jpeg" : "image/png";
    Asking.act(Action.REGISTER_DEVICE, () -> http.put(url, picture, type));
  }

  void place(String facilityId, Map<String, Spot> spots) {
    Object body = TreeWriter.write(new Wire(facilityId, 0, spots));
    Map<String, @Nullable Object> only = Map.of("spots", Tree.of(body).tree("spots").members());
    Asking.act(Action.REGISTER_DEVICE, () -> http.send("PUT", partOf(facilityId, "spots"), only));
  }
}
