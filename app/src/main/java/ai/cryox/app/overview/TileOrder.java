package ai.cryox.app.overview;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts tiles into groups and in order. Pure.
///
/// @param tiles in the order they are shown
/// @param groups over them, without gaps
record TileOrder(List<TileFace> tiles, List<TileGroup> groups) {
  private record Key(String facility, String zone) {}

  /// Groups in the order the devices come in; inside a group as they come, or the worst first.
  static TileOrder of(List<TileFace> faces, Grouping grouping, boolean worstFirst, Units units) {
    Messages messages = units.messages();
    boolean oneFacility =
        faces.stream().map(face -> face.live().device().facilityId()).distinct().count() == 1;
    Map<Key, List<TileFace>> byKey = new LinkedHashMap<>();
    for (TileFace face : faces) {
      byKey.computeIfAbsent(keyOf(face, grouping), _ -> new ArrayList<>()).add(face);
    }
    List<TileFace> tiles = new ArrayList<>(faces.size());
    List<TileGroup> groups = new ArrayList<>();
    byKey.forEach((key, members) -> {
      if (worstFirst) {
        members.sort(Comparator.comparingInt(TileFace::rank));
      }
      int from = tiles.size();
      tiles.addAll(members);
      groups.add(
          new TileGroup(
              titleOf(key, oneFacility, units),
              detailsOf(members, grouping, messages),
              from,
              tiles.size()));
    });
    return new TileOrder(tiles, groups);
  }

  private static Key keyOf(TileFace face, Grouping grouping) {
    return switch (grouping) {
      case ZONE -> new Key(face.live().device().facilityId(), face.live().device().zone());
      case FACILITY -> new Key(face.live().device().facilityId(), "");
      case KIND -> new Key("", face.live().limits().name());
      case NONE -> new Key("", "");
    };
  }

  private static String titleOf(Key key, boolean oneFacility, Units units) {
    Messages messages = units.messages();
    if (key.facility().isEmpty()) {
      return key.zone().isEmpty() ? messages.text("overview.allDevices") : key.zone();
    }
    if (key.zone().isEmpty()) {
      return units.place(key.facility());
    }
    return oneFacility ? key.zone() : units.place(key.facility()) + " · " + key.zone();
  }

  private static List<String> detailsOf(
      List<TileFace> members, Grouping grouping, Messages messages) {
    String count = messages.text("overview.devices", members.size());
    if (grouping == Grouping.KIND) {
      return List.of(count);
    }
    Set<String> profiles = new LinkedHashSet<>();
    for (TileFace face : members) {
      profiles.add(face.live().limits().name());
    }
    List<String> details = new ArrayList<>();
    if (profiles.size() <= 2) {
      details.add(String.join(", ", profiles) + " · " + count);
    }
    if (profiles.size() > 1) {
      details.add(messages.text("overview.profiles", profiles.size()) + " · " + count);
    }
    details.add(count);
    return details;
  }
}
