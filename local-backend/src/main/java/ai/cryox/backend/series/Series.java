package ai.cryox.backend.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One device's rows of one kind that are not yet sealed into a chunk, and what is known of those
/// that are. Changed by the writer's thread alone; {@link #between} and {@link #newest} may be
/// called from any and see what is committed.
///
/// New rows wait until the transaction they belong to is committed or rolled back. Rows that are
/// newer than every sealed one wait in the *tail*; older ones in *late*, so that a back-fill never
/// makes one chunk of yesterday and today.
public final class Series {
  /// No time at all.
  public static final long NEVER = Long.MIN_VALUE;

  private final long key;
  private final String deviceId;
  private Rows tail;
  private Rows late;
  private long newestTime = NEVER;
  private long newestCommitted = NEVER;
  private long sealedUntil = NEVER;
  private volatile long longestSpan;

  /// The log entry that brought the row at {@value Chunks#ROWS}, or 0.
  private long sequenceOfNext;

  /// Where the rows that wait for the commit stand until then, and which they are.
  private @Nullable Rows waitingIn;

  private int[] waiting = new int[4];
  private int waitingCount;
  private long oldestWaiting = Long.MAX_VALUE;

  /// Committed rows that still stand in their log entries, newer than every sealed one. They are
  /// copied together, column by column: a row for itself would cost a cache miss for each column.
  private final List<Run> uncopied = new ArrayList<>();

  private int uncopiedCount;

  private String lastFacility = "";

  /// @param key its number in the store
  public Series(long key, String deviceId, Schema schema) {
    this.key = key;
    this.deviceId = deviceId;
    this.tail = new Rows(schema);
    this.late = new Rows(schema);
  }

  /// Whether the last row spoke of that facility; from now on, it did. Writer's thread.
  public boolean isLastFacility(String facilityId) {
    boolean same = facilityId.equals(lastFacility);
    lastFacility = facilityId;
    return same;
  }

  /// Its number in the store.
  public long key() {
    return key;
  }

  /// Whose rows these are.
  public String deviceId() {
    return deviceId;
  }

  /// What its rows are.
  public Schema schema() {
    return tail.schema();
  }

  /// Takes note of rows that were sealed when the store was opened.
  ///
  /// @param until the newest of them
  /// @param span the longest chunk's, milliseconds
  public synchronized void restoreSealed(long until, long span) {
    longestSpan = span;
    sealedUntil = until;
    newestTime = until;
    newestCommitted = until;
  }

  /// Whether a row of that time cannot be here yet.
  public boolean isNewer(long time) {
    return time > newestTime;
  }

  /// The newest sealed row's time, or {@link #NEVER}.
  public long sealedUntil() {
    return sealedUntil;
  }

  /// No chunk of this series spans more, milliseconds. Any thread.
  public long longestSpan() {
    return longestSpan;
  }

  /// Takes note of what the longest chunk spans now, milliseconds.
  public void setLongestSpan(long span) {
    longestSpan = span;
  }

  /// Adds a row that waits for the commit.
  ///
  /// @param rows the same for all rows of one transaction; not to be changed until its end, but by
  ///   adding
  /// @return whether it is the first of the transaction
  public boolean add(Rows rows, int row) {
    boolean first = waitingCount == 0;
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, waitingCount * 2);
    }
    waitingIn = rows;
    waiting[waitingCount++] = row;
    newestTime = Math.max(newestTime, rows.time(row));
    oldestWaiting = Math.min(oldestWaiting, rows.time(row));
    return first;
  }

  /// Rows of one log entry.
  private record Run(Rows rows, int[] which) {}

  /// The row of a time, committed or not, that is not sealed; `null` if there is none.
  public @Nullable RowAt find(long time) {
    for (int i = 0; i < waitingCount && waitingIn != null; i++) {
      if (waitingIn.time(waiting[i]) == time) {
        return new RowAt(waitingIn, waiting[i]);
      }
    }
    collect();
    Rows rows = time > sealedUntil ? tail : late;
    int row = rows.find(time);
    return row < 0 ? null : new RowAt(rows, row);
  }

  /// One row.
  public record RowAt(Rows rows, int row) {}

  /// Rows that wait for the commit are here to stay. What they stand in must not change before
  /// {@link #collect}.
  ///
  /// @param sequence of the log entry that they are in
  /// @return whether these are the first to collect
  public synchronized boolean commit(long sequence) {
    boolean first = false;
    Rows rows = waitingIn;
    if (rows != null && waitingCount > 0) {
      int before = tail.size() + uncopiedCount;
      if (oldestWaiting > sealedUntil) {
        first = uncopiedCount == 0;
        uncopied.add(new Run(rows, Arrays.copyOf(waiting, waitingCount)));
        uncopiedCount += waitingCount;
      } else {
        collect();
        for (int i = 0; i < waitingCount; i++) {
          (rows.time(waiting[i]) > sealedUntil ? tail : late).copy(rows, waiting[i]);
        }
      }
      if (before <= Chunks.ROWS && tail.size() + uncopiedCount > Chunks.ROWS) {
        sequenceOfNext = sequence;
      }
    }
    newestCommitted = newestTime;
    forgetWaiting();
    return first;
  }

  /// Copies the committed rows out of their log entries. Any thread.
  public synchronized void collect() {
    for (Run run : uncopied) {
      tail.copyAll(run.rows, run.which);
    }
    uncopied.clear();
    uncopiedCount = 0;
  }

  /// Rows that wait for the commit were never here.
  public void rollBack() {
    newestTime = newestCommitted;
    forgetWaiting();
  }

  private void forgetWaiting() {
    waitingIn = null;
    waitingCount = 0;
    oldestWaiting = Long.MAX_VALUE;
  }

  /// Committed rows that are not sealed.
  public synchronized int size() {
    return tail.size() + uncopiedCount + late.size();
  }

  /// Whether it is time to seal.
  public synchronized boolean isRipe() {
    return tail.size() + uncopiedCount >= Chunks.RIPE_ROWS || late.size() >= Chunks.ROWS;
  }

  /// What is to be sealed now.
  public Seal seal() {
    collect();
    return Seal.of(this, tail, late, sealedUntil, sequenceOfNext);
  }

  synchronized void carryOut(Seal seal) {
    tail = seal.tailLeft();
    late = seal.lateLeft();
    sealedUntil = seal.sealedUntil();
    sequenceOfNext = 0;
    for (Rows chunk : seal.chunks()) {
      longestSpan = Math.max(longestSpan, Chunks.span(chunk));
    }
  }

  /// Committed rows that are not sealed, to be saved.
  public synchronized Rows unsealed() {
    collect();
    Rows all = new Rows(schema());
    all.copyAll(tail);
    all.copyAll(late);
    return all;
  }

  /// A copy of the committed rows that are not sealed, from ≤ time < until, in order of time. Any
  /// thread.
  public synchronized Rows between(long from, long until) {
    collect();
    if (tail.isOrdered() && late.size() == 0) {
      int first = tail.firstNotBefore(from, tail.size());
      return tail.slice(first, Math.max(first, tail.firstNotBefore(until, tail.size())));
    }
    Rows found = new Rows(schema());
    copyBetween(tail, tail.size(), from, until, found);
    copyBetween(late, late.size(), from, until, found);
    return found.isOrdered() ? found : found.select(found.order(found.size()), 0, found.size());
  }

  private static void copyBetween(Rows rows, int among, long from, long until, Rows into) {
    int first = rows.isOrdered() ? rows.firstNotBefore(from, among) : 0;
    for (int row = first; row < among; row++) {
      long time = rows.time(row);
      if (time >= from && time < until) {
        into.copy(rows, row);
      } else if (time >= until && rows.isOrdered()) {
        return;
      }
    }
  }

  /// The newest committed messages, oldest of them first, if at least so many are not sealed and in
  /// order, else `null`. Any thread.
  public synchronized <T> @Nullable List<T> newest(int count, RowMapping<T> mapping) {
    collect();
    if (!tail.isOrdered() || tail.size() < count) {
      return null;
    }
    List<T> newest = new ArrayList<>(count);
    for (int row = tail.size() - count; row < tail.size(); row++) {
      newest.add(mapping.read(tail, row, deviceId));
    }
    return newest;
  }

  /// The newest committed row's time, or {@link #NEVER}. Any thread.
  public synchronized long newest() {
    return newestCommitted;
  }
}
