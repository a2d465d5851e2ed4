package ai.cryox.backend.report;

import ai.cryox.backend.store.UnitHistory;
import ai.cryox.backend.store.UnitHistory.Decision;
import ai.cryox.backend.store.UnitHistory.KnownMove;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.Stretch;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.device.DeviceMove.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/// What people changed about a unit in a period, and where it stood in the end.
///
/// @param turns where other limits came into force, oldest first
/// @param moves to other places, oldest first
/// @param zone of the facility in which it stood last; may be empty
record UnitPast(List<LimitsTurn> turns, List<KnownMove> moves, String zone) {
  UnitPast {
    turns = List.copyOf(turns);
    moves = List.copyOf(moves);
  }

  /// Gathers.
  ///
  /// @param limits that held in the period, by the epoch milliseconds from which they did
  static UnitPast of(
      UnitHistory history,
      Device device,
      String facilityId,
      Stretch period,
      NavigableMap<Long, StorageProfile> limits) {
    List<KnownMove> all = history.moves(device.deviceId());
    return new UnitPast(
        turns(history, device.deviceId(), limits),
        all.stream().filter(one -> isIn(period, one.move().at())).toList(),
        zone(all, device, facilityId, period.until()));
  }

  private static boolean isIn(Stretch period, Instant at) {
    return !at.isBefore(period.from()) && at.isBefore(period.until());
  }

  private static List<LimitsTurn> turns(
      UnitHistory history, String deviceId, NavigableMap<Long, StorageProfile> limits) {
    List<LimitsTurn> turns = new ArrayList<>();
    StorageProfile before = limits.firstEntry().getValue();
    for (Map.Entry<Long, StorageProfile> next :
        limits.tailMap(limits.firstKey(), false).entrySet()) {
      StorageProfile after = next.getValue();
      if (!after.equals(before)) {
        Decision known =
            history
                .limitsChange(deviceId, next.getKey())
                .orElse(new Decision(Instant.ofEpochMilli(next.getKey()), ""));
        turns.add(new LimitsTurn(known.at(), before, after, known.who()));
      }
      before = after;
    }
    return turns;
  }

  /// Where it stood when the period ended, or when it left the facility before that.
  private static String zone(
      List<KnownMove> moves, Device device, String facilityId, Instant until) {
    Place place = Place.of(device);
    for (KnownMove one : moves.reversed()) {
      DeviceMove move = one.move();
      if (move.at().isBefore(until) && place.facilityId().equals(facilityId)) {
        break;
      }
      place = move.left();
    }
    return place.facilityId().equals(facilityId) ? place.zone() : "";
  }
}
