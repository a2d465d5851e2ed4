package ai.cryox.backend.api;

import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfAnswer.OfDevice;
import ai.cryox.core.whatif.WhatIfProgress;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// What other limits would have raised and missed: `POST …/facilities/{facilityId}/what-if`.
final class WhatIfRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/what-if";

  private final Callers callers;
  private final KnownDevices devices;

  WhatIfRoutes(Callers callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.post(ADDRESS, this::ask);
  }

  private void ask(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    byte[] body = RequestBody.read(ctx);
    devices.requireFacility(ctx, facilityId);
    try {
      WhatIfAnswer answer =
          callers
              .of(ctx)
              .whatIf(
                  RequestBody.parse(body, json -> WhatIfBody.read(json, facilityId)),
                  WhatIfProgress.UNWATCHED);
      Json.answer(ctx, json -> write(json, answer));
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
  }

  private static void write(JsonGenerator json, WhatIfAnswer answer) {
    json.writeNumberProperty("readings", answer.readings());
    json.writeNumberProperty("raisedNow", answer.raisedNow());
    json.writeNumberProperty("raisedThen", answer.raisedThen());
    json.writeNumberProperty("new", answer.fresh());
    json.writeNumberProperty("missed", answer.missed());
    json.writeNumberProperty("beyondNowSeconds", answer.beyondNow().toSeconds());
    json.writeNumberProperty("beyondThenSeconds", answer.beyondThen().toSeconds());
    json.writeArrayPropertyStart("devices");
    answer.devices().forEach(device -> write(json, device));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, OfDevice device) {
    json.writeStartObject();
    json.writeStringProperty("deviceId", device.deviceId());
    json.writeNumberProperty("raisedNow", device.raisedNow());
    json.writeNumberProperty("raisedThen", device.raisedThen());
    json.writeStringProperty("beyondNow", device.beyondNow().toString());
    json.writeStringProperty("beyondThen", device.beyondThen().toString());
    json.writeNumberProperty("beyondNowSeconds", device.beyondNow().toSeconds());
    json.writeNumberProperty("beyondThenSeconds", device.beyondThen().toSeconds());
    write(json, "new", device.fresh());
    write(json, "missed", device.missed());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<Excursion> excursions) {
    json.writeArrayPropertyStart(name);
    excursions.forEach(excursion -> ExcursionJson.write(json, excursion));
    json.writeEndArray();
  }
}
