package ai.cryox.backend.api;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The storage profiles: `GET /api/v1/profiles`, `GET`, `PUT` and `DELETE
/// /api/v1/profiles/{profileId}`, and `PUT …/devices/{deviceId}/profile?profileId=`, which takes it
/// away if none is named.
final class ProfileRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/profiles";

  private final Callers callers;
  private final KnownDevices devices;

  ProfileRoutes(Callers callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.get(ADDRESS + "/{profileId}", this::one);
    routes.put(ADDRESS + "/{profileId}", this::save);
    routes.delete(ADDRESS + "/{profileId}", this::remove);
    routes.put(
        ApiServer.ROOT + "/facilities/{facilityId}/devices/{deviceId}/profile", this::assign);
  }

  private void list(Context ctx) {
    EntityTags.answer(
        ctx,
        Json.object(json -> {
          json.writeArrayPropertyStart("items");
          callers.of(ctx).profiles().forEach(profile -> write(json, profile));
          json.writeEndArray();
        }));
  }

  private void one(Context ctx) {
    byte[] json = current(ctx);
    if (json == null) {
      throw ProblemException.notFound(
          "There is no storage profile '%s'.".formatted(ctx.pathParam("profileId")));
    }
    EntityTags.answer(ctx, json);
  }

  private byte @Nullable [] current(Context ctx) {
    String id = ctx.pathParam("profileId");
    return callers.of(ctx).profiles().stream()
        .filter(profile -> profile.id().equals(id))
        .findFirst()
        .map(ProfileRoutes::json)
        .orElse(null);
  }

  private static byte[] json(StorageProfile profile) {
    return Json.object(json -> members(json, profile));
  }

  private void requireUnchanged(Context ctx) {
    EntityTags.require(ctx, "The profile '%s'".formatted(ctx.pathParam("profileId")), current(ctx));
  }

  /// One after the other, so that of two who saw the same one is refused.
  private synchronized void save(Context ctx) {
    String id = ctx.pathParam("profileId");
    byte[] body = RequestBody.read(ctx);
    StorageProfile saved =
        refusing(() -> {
          StorageProfile profile = RequestBody.parse(body, ProfileJson::read);
          if (!profile.id().equals(id)) {
            throw new IllegalArgumentException(
                "The body is about profile '%s', the address about '%s'."
                    .formatted(profile.id(), id));
          }
          requireUnchanged(ctx);
          return callers.of(ctx).saveProfile(profile);
        });
    EntityTags.answer(ctx, json(saved));
  }

  private synchronized void remove(Context ctx) {
    requireUnchanged(ctx);
    refusing(() -> {
      callers.of(ctx).removeProfile(ctx.pathParam("profileId"));
      return true;
    });
    ctx.status(204);
  }

  private void assign(Context ctx) {
    String deviceId = ctx.pathParam("deviceId");
    devices.require(ctx, ctx.pathParam("facilityId"), deviceId);
    String profileId = new QueryParameters(ctx).text("profileId");
    refusing(() -> callers.of(ctx).assignProfile(deviceId, profileId));
    ctx.status(204);
  }

  private static <T> T refusing(Supplier<T> change) {
    try {
      return change.get();
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
  }

  private static void write(JsonGenerator json, StorageProfile profile) {
    json.writeStartObject();
    members(json, profile);
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, StorageProfile profile) {
    ProfileJson.members(json, profile);
    json.writeBooleanProperty("shipped", StorageProfiles.byId(profile.id()).isPresent());
  }
}
