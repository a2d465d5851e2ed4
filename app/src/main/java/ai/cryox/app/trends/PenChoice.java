package ai.cryox.app.trends;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pens are looked at, in their order, and which of them is chosen. FX thread only; needs no
/// toolkit.
final class PenChoice {
  /// More curves nobody can tell from each other.
  static final int MOST = 8;

  private final List<Pen> pens = new ArrayList<>();
  private int chosen;

  List<Pen> all() {
    return List.copyOf(pens);
  }

  boolean holds(Pen pen) {
    return pens.contains(pen);
  }

  /// Adds a pen and chooses it; one that is there is only chosen.
  ///
  /// @return whether there was room
  boolean add(Pen pen) {
    if (!pens.contains(pen)) {
      if (pens.size() >= MOST) {
        return false;
      }
      pens.add(pen);
    }
    chosen = pens.indexOf(pen);
    return true;
  }

  /// These pens and no others.
  void replace(List<Pen> wanted) {
    pens.clear();
    wanted.stream().distinct().limit(MOST).forEach(pens::add);
    chosen = 0;
  }

  /// Takes the chosen pen away.
  void removeChosen() {
    if (!pens.isEmpty()) {
      pens.remove(chosen);
      choose(chosen);
    }
  }

  /// Chooses a pen by its place.
  void choose(int index) {
    chosen = Math.max(0, Math.min(index, pens.size() - 1));
  }

  int chosen() {
    return chosen;
  }

  @Nullable Pen chosenPen() {
    return pens.isEmpty() ? null : pens.get(chosen);
  }

  /// The devices that they are of, each once.
  Set<String> devices() {
    Set<String> devices = new LinkedHashSet<>();
    pens.forEach(pen -> devices.add(pen.deviceId()));
    return devices;
  }
}
