package ai.cryox.core.classify;

import static java.time.Duration.ZERO;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The storage profiles that ship.
///
/// The ranges are those of the goods (WHO, GDP, EU 89/108/EEC for frozen food); delays and
/// deadbands are ours, chosen so that a door opened for loading or a scheduled defrost does not
/// sound an alarm.
public final class StorageProfiles {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// The seed's one band: critical above 5 or below −20 °C, warning above 3 or below −18 °C, at
  /// once.
  public static final StorageProfile SEED_DEFAULT =
      profile(
          "seed-default",
          "Seed default",
          Map.of(
              Level.HIGH_HIGH, Limit.at(5.0).deadband(0.2),
              Level.HIGH, Limit.at(3.0).deadband(0.2),
              Level.LOW, Limit.at(-18.0).deadband(0.2),
              Level.LOW_LOW, Limit.at(-20.0).deadband(0.2)));

  /// Vaccines and most medicines. Freezing spoils them at once, so −0.5 °C itself alarms without
  /// delay.
  public static final StorageProfile REFRIGERATOR =
      profile(
          "refrigerator-2-8",
          "Refrigerator 2–8 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(8.0).deadband(0.5).delays(minutes(3), MINUTE),
              Level.HIGH, Limit.at(7.0).deadband(0.3).delays(minutes(10), MINUTE),
              Level.LOW, Limit.at(2.0).deadband(0.3).delays(minutes(10), MINUTE),
              Level.LOW_LOW, Limit.at(-0.5).including().deadband(0.5).delays(ZERO, MINUTE)));

  /// Frozen medicines.
  public static final StorageProfile FREEZER =
      profile(
          "freezer-25-10",
          "Freezer −25…−10 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(-10.0).deadband(1).delays(minutes(5), MINUTE),
              Level.HIGH, Limit.at(-12.0).deadband(1).delays(minutes(45), minutes(5)),
              Level.LOW_LOW, Limit.at(-25.0).deadband(0.5).delays(minutes(10), MINUTE)));

  /// Ultra-cold stores.
  public static final StorageProfile ULTRA_LOW =
      profile(
          "ultra-low-90-60",
          "Ultra-low −90…−60 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(-60.0).deadband(2).delays(minutes(5), MINUTE),
              Level.HIGH, Limit.at(-65.0).deadband(2).delays(minutes(20), minutes(5)),
              Level.LOW_LOW, Limit.at(-90.0).deadband(2).delays(minutes(10), MINUTE)));

  /// Rooms held at 20 to 25 °C, with excursions allowed from 15 to 30 °C.
  public static final StorageProfile CONTROLLED_ROOM =
      profile(
          "controlled-room-20-25",
          "Controlled room 20–25 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(30.0).deadband(0.5).delays(minutes(5), minutes(5)),
              Level.HIGH, Limit.at(25.0).deadband(0.5).delays(minutes(30), minutes(5)),
              Level.LOW, Limit.at(20.0).deadband(0.5).delays(minutes(30), minutes(5)),
              Level.LOW_LOW, Limit.at(15.0).deadband(0.5).delays(minutes(5), minutes(5))));

  /// Chilled food.
  public static final StorageProfile CHILLED_FOOD =
      profile(
          "chilled-food-0-4",
          "Chilled food 0–4 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(7.0).deadband(0.5).delays(minutes(10), MINUTE),
              Level.HIGH, Limit.at(4.0).deadband(0.3).delays(minutes(20), MINUTE),
              Level.LOW, Limit.at(0.0).deadband(0.3).delays(minutes(10), MINUTE),
              Level.LOW_LOW, Limit.at(-1.5).deadband(0.3).delays(minutes(5), MINUTE)));

  /// Frozen food, with the short rise to −15 °C that defrosting and loading are allowed.
  public static final StorageProfile FROZEN_FOOD =
      profile(
          "frozen-food-18",
          "Frozen food ≤ −18 °C",
          Map.of(
              Level.HIGH_HIGH, Limit.at(-15.0).deadband(0.5).delays(minutes(30), minutes(5)),
              Level.HIGH, Limit.at(-18.0).deadband(0.3).delays(minutes(60), minutes(5))));

  /// WHO shipping indicator 1: the limit value itself counts.
  public static final StorageProfile WHO_SHIPPING_1 =
      new StorageProfile(
          "who-shipping-1",
          "WHO shipping 1",
          Map.of(
              Level.HIGH_HIGH, Limit.at(45.0).including().delays(Duration.ofHours(1), ZERO),
              Level.LOW_LOW, Limit.at(-0.5).including().delays(Duration.ofHours(1), ZERO)),
          List.of(new CumulativeLimit(Side.HIGH, 30.0, Duration.ofHours(10))));

  private static final List<StorageProfile> ALL =
      List.of(
          SEED_DEFAULT,
          REFRIGERATOR,
          FREEZER,
          ULTRA_LOW,
          CONTROLLED_ROOM,
          CHILLED_FOOD,
          FROZEN_FOOD,
          WHO_SHIPPING_1);

  private StorageProfiles() {}

  /// All of them, in the order a person would look for one.
  public static List<StorageProfile> all() {
    return ALL;
  }

  /// The profile with this id, if it ships.
  public static Optional<StorageProfile> byId(String id) {
    return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  private static StorageProfile profile(String id, String name, Map<Level, Limit> limits) {
    return new StorageProfile(id, name, new EnumMap<>(limits), List.of());
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
