package ai.cryox.backend.store;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cursors by the time of their row, then by device: the next row of many series costs one walk
/// down a heap. One thread.
final class CursorHeap {
  private static final Comparator<SeriesCursor> BY_DEVICE =
      Comparator.comparing(cursor -> cursor.series().deviceId());

  /// Those that have a row, by device. Which of them stands where in the heap says {@link #heap}.
  private final List<SeriesCursor> cursors;

  private final int[] heap;
  private int size;

  /// @param all cursors that have not stepped yet
  CursorHeap(List<SeriesCursor> all) {
    cursors = all.stream().filter(SeriesCursor::next).sorted(BY_DEVICE).toList();
    heap = new int[cursors.size()];
    size = heap.length;
    for (int i = 0; i < size; i++) {
      heap[i] = i;
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  /// The cursor at the earliest row; `null` if there is no row left.
  @Nullable SeriesCursor first() {
    return size == 0 ? null : cursors.get(heap[0]);
  }

  /// Takes the first cursor to its next row.
  void step() {
    if (!cursors.get(heap[0]).next()) {
      size--;
      heap[0] = heap[size];
    }
    sink(0);
  }

  private void sink(int from) {
    int at = from;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[at])) {
        return;
      }
      int lower = heap[at];
      heap[at] = heap[child];
      heap[child] = lower;
      at = child;
    }
  }

  private boolean isBefore(int a, int b) {
    long timeA = cursors.get(a).time();
    long timeB = cursors.get(b).time();
    return timeA < timeB || (timeA == timeB && a < b);
  }
}
