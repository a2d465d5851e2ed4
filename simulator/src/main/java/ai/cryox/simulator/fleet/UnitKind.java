package ai.cryox.simulator.fleet;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;

/// The kinds of cold (and not so cold) unit that a fleet is made of.
public enum UnitKind {
  /// A pharmacy refrigerator, 300 litres.
  REFRIGERATOR("Vaccine fridge", "Pharma hall"),
  /// A laboratory freezer with automatic defrost.
  FREEZER("Freezer", "Frozen hall"),
  /// An ultra-low freezer at −80 °C, defrosted by hand.
  ULTRA_LOW_FREEZER("ULT", "Pharma hall"),
  /// A walk-in room for medicines at room temperature.
  CONTROLLED_ROOM("Room", "Loading and transit"),
  /// A chilled room behind a loading dock.
  CHILLED_ROOM("Cold dock", "Loading and transit"),
  /// A walk-in store for frozen food.
  FROZEN_STORE("Frozen store", "Frozen hall");

  private final String label;
  private final String zone;

  UnitKind(String label, String zone) {
    this.label = label;
    this.zone = zone;
  }

  /// What people call such a unit, before its number.
  public String label() {
    return label;
  }

  /// The part of the facility where such units stand.
  public String zone() {
    return zone;
  }

  /// What may be kept in it.
  public StorageProfile profile() {
    return switch (this) {
      case REFRIGERATOR -> StorageProfiles.REFRIGERATOR;
      case FREEZER -> StorageProfiles.FREEZER;
      case ULTRA_LOW_FREEZER -> StorageProfiles.ULTRA_LOW;
      case CONTROLLED_ROOM -> StorageProfiles.CONTROLLED_ROOM;
      case CHILLED_ROOM -> StorageProfiles.CHILLED_FOOD;
      case FROZEN_STORE -> StorageProfiles.FROZEN_FOOD;
    };
  }
}
