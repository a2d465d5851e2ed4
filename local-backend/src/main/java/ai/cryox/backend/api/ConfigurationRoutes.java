package ai.cryox.backend.api;

import ai.cryox.backend.promise.AskedConfiguration;
import ai.cryox.backend.promise.Promises;
import ai.cryox.backend.twin.ConfigurationProgress;
import ai.cryox.backend.twin.TwinConfiguration;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.Twin;
import ai.cryox.core.live.DeviceLive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// What a device is to do: `POST …/facilities/{facilityId}/devices/{deviceId}/configure`, and how
/// far it is with it: `GET …/devices/{deviceId}/configurations/{version}`, or with the last one
/// `GET …/devices/{deviceId}/order`.
///
/// A device answers when it likes. So a configuration is taken with 202 and the address of a
/// status: `sent`, `accepted`, `applied`, or else `refused` by the device, `superseded` by a later
/// one, or `expired` after seven days without the device doing it (which it may still do). Limits
/// hold in the backend at once.
final class ConfigurationRoutes {
  /// Where the status of one configuration stands.
  static final String STATUS =
      ApiServer.ROOT + "/facilities/{facilityId}/devices/{deviceId}/configurations/{version}";

  /// How far a device is with what it was told last.
  static final String ORDER = ApiServer.ROOT + "/facilities/{facilityId}/devices/{deviceId}/order";

  private final Callers callers;
  private final InstantSource clock;
  private final KnownDevices devices;
  private final Promises promises;

  ConfigurationRoutes(
      Callers callers, InstantSource clock, KnownDevices devices, Promises promises) {
    this.callers = callers;
    this.clock = clock;
    this.devices = devices;
    this.promises = promises;
  }

  void register(RoutesConfig routes, String prefix) {
    routes.post(prefix + "/facilities/{facilityId}/devices/{deviceId}/configure", this::configure);
  }

  void registerStatus(RoutesConfig routes) {
    routes.get(ORDER, this::order);
    routes.get(STATUS, this::status);
  }

  /// Replaces what the device is told to do; with `If-Match` only if it is told what the caller
  /// saw.
  private void configure(Context ctx) {
    DeviceLive known = device(ctx);
    String deviceId = known.device().deviceId();
    DeviceConfiguration wanted = RequestBody.configuration(ctx);
    String problem = wanted.problem();
    if (problem != null) {
      throw ProblemException.badRequest(problem);
    }
    Long ifVersion = TwinTag.wanted(ctx);
    Twin twin =
        callers
            .of(ctx)
            .downstream()
            .patchDesired(deviceId, TwinConfiguration.patchJson(wanted), ifVersion);
    AskedConfiguration asked =
        new AskedConfiguration(
            deviceId, twin.desiredVersion(), clock.instant(), callers.of(ctx).userName());
    promises.note(asked);
    ctx.header("ETag", TwinTag.of(twin));
    ctx.header("Location", address(known, twin.desiredVersion()));
    Json.answer(
        ctx,
        202,
        json -> {
          json.writeStringProperty("deviceId", deviceId);
          json.writeStringProperty("facilityId", known.device().facilityId());
          DeviceJson.configuration(json, "desired", wanted);
          DeviceJson.configuration(json, "reported", known.device().reported());
          progress(json, known, twin, twin.desiredVersion(), Optional.of(asked));
        });
  }

  private void status(Context ctx) {
    DeviceLive known = device(ctx);
    String deviceId = known.device().deviceId();
    long version = version(ctx.pathParam("version"));
    Twin twin = callers.of(ctx).downstream().twin(deviceId);
    if (version < 1 || version > twin.desiredVersion()) {
      throw ProblemException.notFound(
          "The device '%s' was not told a version %d yet.".formatted(deviceId, version));
    }
    Optional<AskedConfiguration> asked = promises.find(deviceId, version);
    Json.answer(
        ctx,
        json -> {
          json.writeStringProperty("deviceId", deviceId);
          json.writeStringProperty("facilityId", known.device().facilityId());
          progress(json, known, twin, version, asked);
        });
  }

  private void order(Context ctx) {
    String deviceId = device(ctx).device().deviceId();
    DeviceOrder order =
        callers
            .of(ctx)
            .order(deviceId)
            .orElseThrow(() ->
                ProblemException.notFound(
                    "The device '%s' was not told a configuration yet.".formatted(deviceId)));
    TreeJson.answer(ctx, order);
  }

  private DeviceLive device(Context ctx) {
    return devices.require(ctx, ctx.pathParam("facilityId"), ctx.pathParam("deviceId"));
  }

  private static long version(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw ProblemException.notFound("There is no configuration '%s'.".formatted(text));
    }
  }

  private static String address(DeviceLive known, long version) {
    return STATUS
        .replace("{facilityId}", PathSegment.encoded(known.device().facilityId()))
        .replace("{deviceId}", PathSegment.encoded(known.device().deviceId()))
        .replace("{version}", Long.toString(version));
  }

  private void progress(
      JsonGenerator json,
      DeviceLive known,
      Twin twin,
      long version,
      Optional<AskedConfiguration> asked) {
    ConfigurationProgress progress = ConfigurationProgress.of(twin, version);
    json.writeNumberProperty("version", version);
    json.writeStringProperty("state", state(progress.state(), asked, clock.instant()));
    Json.text(json, "note", progress.note());
    json.writeStringProperty("status", address(known, version));
    asked.ifPresent(one -> {
      Json.time(json, "askedAt", one.askedAt());
      json.writeStringProperty("askedBy", one.askedBy());
      Json.time(json, "expiresAt", one.expiresAt());
    });
  }

  private static String state(
      ConfigurationProgress.State state, Optional<AskedConfiguration> asked, Instant now) {
    boolean waits =
        state == ConfigurationProgress.State.SENT || state == ConfigurationProgress.State.ACCEPTED;
    boolean late = asked.isPresent() && now.isAfter(asked.get().expiresAt());
    return waits && late ? "expired" : state.name().toLowerCase(Locale.ROOT);
  }
}
