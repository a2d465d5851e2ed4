package ai.cryox.backend.api;

import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.Twin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import tools.jackson.core.JsonGenerator;

/// The way to one device: `GET …/devices/{deviceId}/twin`, `PATCH …/twin/desired`, `POST
/// …/methods/{name}` and `POST …/messages`.
final class TwinRoutes {
  private static final String DEVICE =
      ApiServer.ROOT + "/facilities/{facilityId}/devices/{deviceId}";

  private final Callers callers;
  private final KnownDevices devices;

  TwinRoutes(Callers callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.get(DEVICE + "/twin", this::twin);
    routes.patch(DEVICE + "/twin/desired", this::patchDesired);
    routes.post(DEVICE + "/methods/{name}", this::call);
    routes.post(DEVICE + "/messages", this::send);
  }

  private String device(Context ctx) {
    String deviceId = ctx.pathParam("deviceId");
    devices.require(ctx, ctx.pathParam("facilityId"), deviceId);
    return deviceId;
  }

  private void twin(Context ctx) {
    answer(ctx, callers.of(ctx).downstream().twin(device(ctx)));
  }

  private void patchDesired(Context ctx) {
    String deviceId = device(ctx);
    Long ifVersion = TwinTag.wanted(ctx);
    answer(
        ctx,
        callers.of(ctx).downstream().patchDesired(deviceId, DownstreamBody.patch(ctx), ifVersion));
  }

  private static void answer(Context ctx, Twin twin) {
    ctx.header("ETag", TwinTag.of(twin));
    Json.answer(
        ctx,
        json -> {
          json.writeStringProperty("deviceId", twin.deviceId());
          json.writeObjectPropertyStart("properties");
          half(json, "desired", twin.desired(), twin.desiredVersion());
          half(json, "reported", twin.reported(), twin.reportedVersion());
          json.writeEndObject();
        });
  }

  /// @param members a JSON object
  private static void half(JsonGenerator json, String name, String members, long version) {
    String inner = members.substring(1, members.length() - 1);
    json.writeName(name);
    json.writeRawValue(
        "{%s%s\"$version\":%d}".formatted(inner, inner.isEmpty() ? "" : ",", version));
  }

  /// Waits for the device's answer: 200 with what it says, 504 if it says nothing.
  private void call(Context ctx) {
    String deviceId = device(ctx);
    MethodCall call = DownstreamBody.call(ctx, ctx.pathParam("name"));
    MethodAnswer answer = callers.of(ctx).downstream().call(deviceId, call);
    Json.answer(
        ctx,
        json -> {
          json.writeNumberProperty("status", answer.status());
          json.writeName("payload");
          json.writeRawValue(answer.payload());
        });
  }

  /// 202: the message is stored, and sent as soon as the device listens.
  private void send(Context ctx) {
    String deviceId = device(ctx);
    String messageId = callers.of(ctx).downstream().send(deviceId, DownstreamBody.message(ctx));
    Json.answer(ctx, 202, json -> json.writeStringProperty("messageId", messageId));
  }
}
