package ai.cryox.backend;

import ai.cryox.backend.calibration.CalibrationControl;
import ai.cryox.backend.downstream.DownstreamAgent;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.order.OrderTrail;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.PictureCheck;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one person changes in the backend in this process. Each change is durable when its method
/// returns, and its line in the audit trail with it. Any thread.
///
/// @param person in whose name
/// @param stores what is known
/// @param downstream tells devices
record LocalChanges(Attributed person, LocalStores stores, DownstreamAgent downstream) {
  /// A hundred years.
  private static final int MOST_DAYS = 36_525;

  void keepFor(String facilityId, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "days must be 1 to %d, not %d.".formatted(MOST_DAYS, days));
    }
    change(batch -> {
      Integer before = stores.retention().all().get(facilityId);
      batch.audit.add(
          person
              .done(batch, "retention.set", null, "Readings are kept for %d days.".formatted(days))
              .about(facilityId.isEmpty() ? "*" : facilityId)
              .changing(before == null ? null : before + " days", days + " days"));
      return batch.retention.put(facilityId, days);
    });
  }

  void saveAlarmDesign(AlarmDesign design) {
    String problem = design.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    change(batch -> {
      stores.alarmDesign().replace(design, person.name(), batch);
      return design;
    });
  }

  void register(Device device) {
    String problem = device.desired().problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    change(batch -> {
      stores.profiles().requireKnown(device.profileId());
      noteEntry(device, batch);
      if (stores.fleet().find(device.deviceId()) == null) {
        stores.fleet().put(device, batch.now());
      }
      downstream.twins().align(device, batch);
      batch.deviceChanges.add(new DeviceChange(device.deviceId(), entry -> device));
      return device;
    });
  }

  Device configure(String deviceId, DeviceConfiguration configuration) {
    String problem = configuration.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return change(batch -> {
      String before = String.valueOf(downstream.twins().requireKnown(deviceId).desired());
      Device device = downstream.twins().configure(deviceId, configuration, batch);
      batch.audit.add(
          person
              .done(batch, "device.configure", deviceId, "Was told a configuration.")
              .about(OrderTrail.subject(deviceId))
              .changing(before, String.valueOf(configuration)));
      return device;
    });
  }

  private void noteEntry(Device device, Batch batch) {
    DeviceState known = stores.fleet().find(device.deviceId());
    batch.audit.add(
        person
            .done(
                batch,
                "device.register",
                device.deviceId(),
                known == null ? "Added to the registry." : "Changed in the registry.")
            .changing(
                known == null ? null : String.valueOf(known.device()), String.valueOf(device)));
  }

  List<Route> saveRoutes(List<Route> routes) {
    RouteTable wanted = RouteTable.of(routes);
    return change(batch -> {
      batch.audit.add(
          person
              .done(batch, "routes.save", null, "%d routes.".formatted(wanted.routes().size()))
              .changing(words(stores.routes().get()), words(wanted)));
      stores.routes().replace(wanted, batch);
      return wanted.routes();
    });
  }

  private static String words(RouteTable table) {
    return table.routes().stream()
        .map(route ->
            "%s %s: %s%s"
                .formatted(
                    route.name(),
                    route.endpoint().wireName(),
                    route.condition(),
                    route.enabled() ? "" : " (off)"))
        .collect(Collectors.joining("; "));
  }

  void saveFloorPicture(String facilityId, byte[] picture) {
    String problem = picture.length == 0 ? null : PictureCheck.problem(picture);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    change(batch -> {
      String what = "The floor plan has a picture of %d bytes.".formatted(picture.length);
      batch.audit.add(person.done(batch, "floorplan.picture", null, what).about(facilityId));
      return batch.floorPictures.put(facilityId, picture.clone());
    });
  }

  void placeDevices(String facilityId, Map<String, Spot> spots) {
    String problem = FloorPlan.problem(spots);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    change(batch -> {
      for (String deviceId : spots.keySet()) {
        DeviceState known = stores.fleet().find(deviceId);
        if (known == null || !known.device().facilityId().equals(facilityId)) {
          throw new IllegalArgumentException(
              "There is no device %s in %s to stand on its floor plan."
                  .formatted(deviceId, facilityId));
        }
      }
      String what = "%d devices stand on the floor plan.".formatted(spots.size());
      batch.audit.add(person.done(batch, "floorplan.place", null, what).about(facilityId));
      return batch.floorSpots.put(facilityId, Map.copyOf(spots));
    });
  }

  Calibration calibrate(Calibration entry) {
    return change(batch ->
        CalibrationControl.enter(
            entry.entered(batch.now(), person.name()),
            stores.fleet(),
            stores.dueDays(),
            person.name(),
            batch));
  }

  StorageProfile saveProfile(StorageProfile profile) {
    return change(batch -> stores.profiles().save(profile, person.name(), batch));
  }

  void removeProfile(String profileId) {
    change(batch -> {
      stores.profiles().remove(profileId, person.name(), batch);
      return true;
    });
  }

  Device assignProfile(String deviceId, @Nullable String profileId) {
    return change(batch -> stores.profiles().assign(deviceId, profileId, person.name(), batch));
  }

  private <T> T change(Function<Batch, T> change) {
    return person.change(change);
  }
}
