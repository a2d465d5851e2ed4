package ai.cryox.backend.api;

import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.PictureCheck;
import ai.cryox.core.plan.Spot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A facility's floor plan, under `/api/v1/facilities/{facilityId}/floor-plan`: which devices stand
/// where, and the picture itself, byte for byte, at `/picture`.
final class FloorPlanRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/floor-plan";

  private static final String PICTURE = ADDRESS + "/picture";
  private static final String SPOTS = ADDRESS + "/spots";
  private static final String PNG = "image/png";
  private static final String JPEG = "image/jpeg";

  private final Callers callers;

  FloorPlanRoutes(Callers callers) {
    this.callers = callers;
  }

  /// @param spots by device id
  record Spots(Map<String, Spot> spots) {}

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, ctx -> EntityTags.answer(ctx, json(require(ctx))));
    routes.put(SPOTS, this::place);
    routes.get(PICTURE, this::picture);
    routes.put(PICTURE, this::savePicture);
    routes.delete(PICTURE, this::removePicture);
  }

  private static String id(Context ctx) {
    return ctx.pathParam("facilityId");
  }

  private Optional<FloorPlan> find(Context ctx) {
    return callers.of(ctx).floorPlan(id(ctx));
  }

  private FloorPlan require(Context ctx) {
    return find(ctx)
        .orElseThrow(() ->
            ProblemException.notFound(
                "Nobody has made a floor plan of the facility '%s' yet.".formatted(id(ctx))));
  }

  private static byte[] json(FloorPlan plan) {
    return Json.object(json -> {
      json.writeStringProperty("facilityId", plan.facilityId());
      json.writeNumberProperty("pictureBytes", plan.picture().length);
      Json.text(json, "mediaType", plan.picture().length == 0 ? null : mediaType(plan.picture()));
      TreeJson.members(json, new Spots(plan.spots()));
    });
  }

  private static String mediaType(byte[] picture) {
    return (picture[0] & 0xff) == 0xff ? JPEG : PNG;
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void place(Context ctx) {
    Spots wanted = TreeJson.body(ctx, Spots.class);
    EntityTags.require(ctx, "This floor plan", find(ctx).map(FloorPlanRoutes::json).orElse(null));
    TreeJson.sensible(() -> {
      callers.of(ctx).placeDevices(id(ctx), wanted.spots());
      return true;
    });
    // Nothing on a plan that nobody has made is no plan.
    EntityTags.answer(ctx, json(find(ctx).orElse(new FloorPlan(id(ctx), new byte[0], Map.of()))));
  }

  private byte @Nullable [] pictureOf(Context ctx) {
    return find(ctx).map(FloorPlan::picture).filter(bytes -> bytes.length > 0).orElse(null);
  }

  private void picture(Context ctx) {
    byte[] picture = pictureOf(ctx);
    if (picture == null) {
      throw ProblemException.notFound(
          "The floor plan of the facility '%s' has no picture.".formatted(id(ctx)));
    }
    ctx.header("Cache-Control", "private, max-age=0");
    EntityTags.answer(ctx, picture, mediaType(picture));
  }

  private synchronized void savePicture(Context ctx) {
    byte[] file = RequestBody.read(ctx, PictureCheck.MOST_BYTES);
    String problem = PictureCheck.problem(file);
    if (problem != null) {
      throw ProblemException.badRequest(problem);
    }
    change(ctx, file);
    ctx.header("ETag", EntityTags.of(file)).status(204);
  }

  private synchronized void removePicture(Context ctx) {
    change(ctx, new byte[0]);
    ctx.status(204);
  }

  private void change(Context ctx, byte[] file) {
    EntityTags.require(ctx, "This picture", pictureOf(ctx));
    TreeJson.sensible(() -> {
      callers.of(ctx).saveFloorPicture(id(ctx), file);
      return true;
    });
  }
}
