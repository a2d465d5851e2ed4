package ai.cryox.simulator.fleet;

import ai.cryox.core.reading.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// All devices of a simulated world, in the order of their numbers.
public final class Fleet {
  /// The first is the seed's own example.
  private static final List<Location> PLACES =
      List.of(
          new Location(43.6532, -79.3832),
          new Location(51.9244, 4.4777),
          new Location(45.764, 4.8357),
          new Location(53.5511, 9.9937),
          new Location(1.3521, 103.8198),
          new Location(41.8781, -87.6298));

  /// The mix of a facility, over and over.
  private static final List<UnitKind> MIX =
      List.of(
          UnitKind.REFRIGERATOR,
          UnitKind.FREEZER,
          UnitKind.REFRIGERATOR,
          UnitKind.ULTRA_LOW_FREEZER,
          UnitKind.CONTROLLED_ROOM,
          UnitKind.CHILLED_ROOM,
          UnitKind.FROZEN_STORE,
          UnitKind.REFRIGERATOR);

  private final List<SimulatedDevice> devices;

  private Fleet(List<SimulatedDevice> devices) {
    this.devices = List.copyOf(devices);
  }

  /// The fleet of a seed: devices in blocks of nearly equal size, one block for each facility.
  ///
  /// @param facilities 1 or more, at most as many as devices
  /// @param samplingPeriod between two readings of a device
  public static Fleet of(long seed, int facilities, int devices, Duration samplingPeriod) {
    Map<UnitKind, Integer> count = new EnumMap<>(UnitKind.class);
    List<SimulatedDevice> fleet = new ArrayList<>(devices);
    for (int i = 0; i < devices; i++) {
      int facility = (int) ((long) i * facilities / devices);
      UnitKind kind = MIX.get(i % MIX.size());
      fleet.add(
          new SimulatedDevice(
              i + 1,
              numbered("temp_%03d", i + 1),
              numbered("warehouse_%03d", facility + 1),
              kind.zone(),
              kind.label() + numbered(" %02d", count.merge(kind, 1, Integer::sum)),
              kind,
              place(seed, facility),
              samplingPeriod));
    }
    return new Fleet(fleet);
  }

  private static String numbered(String format, int number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static Location place(long seed, int facility) {
    if (facility < PLACES.size()) {
      return PLACES.get(facility);
    }
    SplittableRandom random = new SplittableRandom(seed * 31 + facility);
    return new Location(
        Math.round(random.nextDouble(25, 58) * 1e4) / 1e4,
        Math.round(random.nextDouble(-120, 140) * 1e4) / 1e4);
  }

  /// All of them.
  public List<SimulatedDevice> devices() {
    return devices;
  }

  /// The device with this id, if there is one.
  public Optional<SimulatedDevice> device(String deviceId) {
    return devices.stream().filter(device -> device.deviceId().equals(deviceId)).findFirst();
  }

  /// The n-th unit of a kind, counted from 0; the first device of all where there are fewer.
  public SimulatedDevice nth(UnitKind kind, int n) {
    return devices.stream()
        .filter(device -> device.kind() == kind)
        .skip(n)
        .findFirst()
        .orElse(devices.getFirst());
  }

  /// All devices of one facility.
  public List<SimulatedDevice> in(String facilityId) {
    return devices.stream().filter(device -> device.facilityId().equals(facilityId)).toList();
  }
}
