package ai.cryox.backend.api;

import ai.cryox.backend.energy.EnergyReader;
import ai.cryox.backend.energy.EnergyWindow;
import ai.cryox.backend.energy.Saving;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Power and efficiency in windows of five minutes, and what each device drew less than in the
/// seven days before: `GET …/facilities/{facilityId}/energy`, of one device with `deviceId=`.
final class EnergyRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/facilities/{facilityId}/energy";

  /// What one answer may hold without paging.
  private static final long MOST_WINDOWS = 100_000;

  private final EnergyReader energy;
  private final InstantSource clock;
  private final KnownDevices devices;

  EnergyRoutes(EnergyReader energy, InstantSource clock, KnownDevices devices) {
    this.energy = energy;
    this.clock = clock;
    this.devices = devices;
  }

  /// One device in the period.
  private record OfDevice(String deviceId, List<EnergyWindow> windows, @Nullable Saving saving) {}

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::energy);
  }

  private void energy(Context ctx) {
    String facilityId = ctx.pathParam("facilityId");
    QueryParameters query = new QueryParameters(ctx);
    PagedPeriod period = PagedPeriod.of(query, clock.instant());
    devices.requireFacility(ctx, facilityId);
    List<String> ids = ids(ctx, facilityId, query.text("deviceId"));
    long most =
        ids.size()
            * (Duration.between(period.from(), period.until()).dividedBy(EnergyWindow.LENGTH) + 1);
    if (most > MOST_WINDOWS) {
      throw ProblemException.badRequest(
          "That could be %d windows, at most %d are answered; name a device or ask for a shorter period."
              .formatted(most, MOST_WINDOWS));
    }
    List<OfDevice> answers = new ArrayList<>();
    for (String deviceId : ids) {
      List<EnergyWindow> windows = energy.windows(deviceId, period.from(), period.until());
      answers.add(
          new OfDevice(deviceId, windows, Saving.of(energy, deviceId, period.from(), windows)));
    }
    EntityTags.answerPast(ctx, json -> write(json, facilityId, answers));
  }

  private List<String> ids(Context ctx, String facilityId, @Nullable String deviceId) {
    if (deviceId != null) {
      devices.require(ctx, facilityId, deviceId);
      return List.of(deviceId);
    }
    return devices.all(ctx).stream()
        .filter(known -> known.device().facilityId().equals(facilityId))
        .map(known -> known.device().deviceId())
        .toList();
  }

  private static void write(JsonGenerator json, String facilityId, List<OfDevice> answers) {
    json.writeArrayPropertyStart("items");
    answers.forEach(
        of -> of.windows().forEach(window -> write(json, facilityId, of.deviceId(), window)));
    json.writeEndArray();
    json.writeArrayPropertyStart("savings");
    for (OfDevice of : answers) {
      Saving saving = of.saving();
      if (saving != null) {
        write(json, of.deviceId(), saving);
      }
    }
    json.writeEndArray();
  }

  private static void write(
      JsonGenerator json, String facilityId, String deviceId, EnergyWindow window) {
    json.writeStartObject();
    json.writeStringProperty("deviceId", deviceId);
    json.writeStringProperty("facilityId", facilityId);
    Json.time(json, "windowEnd", window.end());
    Json.number(json, "powerConsumption", window.power());
    Json.number(json, "coolingEfficiency", window.efficiency());
    json.writeNumberProperty("count", window.count());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String deviceId, Saving saving) {
    json.writeStartObject();
    json.writeStringProperty("deviceId", deviceId);
    Json.number(json, "baselinePower", saving.baseline());
    Json.number(json, "power", saving.power());
    Json.number(json, "savedPower", saving.watts());
    Json.number(json, "savedShare", saving.share());
    Json.number(json, "savedEnergy", saving.kilowattHours());
    json.writeEndObject();
  }
}
