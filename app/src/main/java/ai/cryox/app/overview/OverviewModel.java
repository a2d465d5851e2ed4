package ai.cryox.app.overview;

import ai.cryox.app.text.Units;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What the wall shows: faces in groups, and which of them changed since they were last drawn. One
/// owner thread, the FX thread; needs no toolkit.
public final class OverviewModel {
  private static final Duration AGE_CHECK = Duration.ofSeconds(1);
  private static final long FLASH_HALF_MS = 500;

  private final Units units;
  private final BooleanSupplier still;
  private final Map<String, Integer> indexById = new HashMap<>();
  private final BitSet dirty = new BitSet();
  private List<DeviceLive> shown = List.of();
  private TileOrder order = new TileOrder(List.of(), List.of());
  private Grouping grouping = Grouping.ZONE;
  private boolean worstFirst;
  private boolean regroup = true;
  private boolean restructured = true;
  private boolean flashDim;
  private Instant agesCheckedAt = Instant.MIN;
  private @Nullable String selectedId;
  private BiPredicate<TileFace, TileFace> alike = (_, _) -> false;

  /// A wall without devices.
  ///
  /// @param still whether nothing may flash
  public OverviewModel(Units units, BooleanSupplier still) {
    this.units = units;
    this.still = still;
  }

  /// Takes in the newest state.
  public void show(LiveSnapshot snapshot, Instant now) {
    show(snapshot.devices(), now);
  }

  /// The same of some devices only.
  void show(List<DeviceLive> devices, Instant now) {
    if (regroup || !sameDevices(devices)) {
      arrange(devices, now);
    } else {
      update(devices, now);
    }
    shown = devices;
    checkAges(now);
    flash(now);
  }

  private boolean sameDevices(List<DeviceLive> devices) {
    if (devices.size() != shown.size()) {
      return false;
    }
    for (int i = 0; i < devices.size(); i++) {
      DeviceLive was = shown.get(i);
      DeviceLive is = devices.get(i);
      if (!isSame(was, is) && !sameHeading(was, is)) {
        return false;
      }
    }
    return true;
  }

  /// Snapshots share what did not change, so identity says it without comparing traces.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object was, Object is) {
    return was == is;
  }

  private static boolean sameHeading(DeviceLive was, DeviceLive is) {
    var before = was.device();
    var after = is.device();
    return isSame(before, after)
        || (before.deviceId().equals(after.deviceId())
            && before.facilityId().equals(after.facilityId())
            && before.zone().equals(after.zone())
            && before.name().equals(after.name())
            && was.limits().equals(is.limits()));
  }

  private void arrange(List<DeviceLive> devices, Instant now) {
    List<TileFace> faces = new ArrayList<>(devices.size());
    for (DeviceLive live : devices) {
      faces.add(TileFace.of(live, now, units));
    }
    arrangeFaces(faces);
  }

  private void arrangeFaces(List<TileFace> faces) {
    order = TileOrder.of(faces, grouping, worstFirst, units);
    indexById.clear();
    for (int i = 0; i < order.tiles().size(); i++) {
      indexById.put(id(i), i);
    }
    regroup = false;
    restructured = true;
    dirty.clear();
  }

  private void update(List<DeviceLive> devices, Instant now) {
    boolean ranksMoved = false;
    for (int i = 0; i < devices.size(); i++) {
      DeviceLive live = devices.get(i);
      if (!isSame(live, shown.get(i))) {
        ranksMoved |= replace(live, now);
      }
    }
    if (worstFirst && ranksMoved) {
      arrange(devices, now);
    }
  }

  private boolean replace(DeviceLive live, Instant now) {
    Integer index = indexById.get(live.device().deviceId());
    if (index == null) {
      return true;
    }
    TileFace face = TileFace.of(live, now, units);
    TileFace was = order.tiles().set(index, face);
    if (!alike.test(was, face)) {
      dirty.set(index);
    }
    return was.rank() != face.rank();
  }

  private void checkAges(Instant now) {
    if (now.isBefore(agesCheckedAt.plus(AGE_CHECK)) && !now.isBefore(agesCheckedAt)) {
      return;
    }
    agesCheckedAt = now;
    for (int i = 0; i < order.tiles().size(); i++) {
      TileFace face = order.tiles().get(i);
      if (face.isOutdated(now, units)) {
        order.tiles().set(i, TileFace.of(face.live(), now, units));
        dirty.set(i);
      }
    }
  }

  private void flash(Instant now) {
    boolean dim = !still.getAsBoolean() && now.toEpochMilli() / FLASH_HALF_MS % 2 == 1;
    if (dim == flashDim) {
      return;
    }
    flashDim = dim;
    for (int i = 0; i < order.tiles().size(); i++) {
      if (order.tiles().get(i).unacknowledged()) {
        dirty.set(i);
      }
    }
  }

  /// Puts tiles together otherwise, from the next state on.
  public void group(Grouping wanted) {
    grouping = wanted;
    regroup = true;
  }

  /// Whether the worst come first.
  public boolean isWorstFirst() {
    return worstFirst;
  }

  /// How tiles are put together.
  public Grouping grouping() {
    return grouping;
  }

  /// Lets the worst come first in each group, or not, from the next state on.
  public void worstFirst(boolean wanted) {
    worstFirst = wanted;
    regroup = true;
  }

  /// Marks tiles to be drawn again unless the old and the new face look the same.
  void drawUnless(BiPredicate<TileFace, TileFace> lookAlike) {
    alike = lookAlike;
  }

  /// Marks tiles to be drawn again whatever changed.
  void drawAlways() {
    alike = (_, _) -> false;
  }

  /// How many tiles there are.
  public int size() {
    return order.tiles().size();
  }

  /// The id of the device that is selected, or `null`.
  public @Nullable String selectedId() {
    return selectedId;
  }

  /// Index of the selected tile, or -1.
  public int selected() {
    return selectedId == null ? -1 : indexById.getOrDefault(selectedId, -1);
  }

  /// The tile of a device, or -1.
  public int indexOf(String deviceId) {
    return indexById.getOrDefault(deviceId, -1);
  }

  /// Selects a tile; -1 selects none.
  public void select(int index) {
    int before = selected();
    if (before >= 0) {
      dirty.set(before);
    }
    selectedId = index < 0 ? null : id(index);
    if (index >= 0) {
      dirty.set(index);
    }
  }

  /// The device id of a tile.
  public String id(int index) {
    return order.tiles().get(index).live().device().deviceId();
  }

  TileFace face(int index) {
    return order.tiles().get(index);
  }

  List<TileFace> faces() {
    return order.tiles();
  }

  List<TileGroup> groups() {
    return order.groups();
  }

  boolean isFlashDim() {
    return flashDim;
  }

  /// Whether tiles came, went or moved since this was last asked.
  boolean takeRestructured() {
    boolean was = restructured;
    restructured = false;
    return was;
  }

  /// Tiles to draw again; the caller clears what it drew.
  BitSet dirty() {
    return dirty;
  }
}
