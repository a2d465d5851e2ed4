package ai.cryox.backend.series;

import java.util.ArrayList;
import java.util.List;

/// A plan to seal: what of a series becomes chunks and what stays.
///
/// @param chunks each in order of time, none longer than {@value Chunks#ROWS} rows
/// @param inOrder how many of the first chunks are newer than everything sealed before
/// @param tailLeft committed rows of the tail that stay
/// @param lateLeft committed late rows that stay
/// @param sealedUntil the newest sealed row's time then
/// @param leftSince the log entry since which the log has all that stays; 0 = must be saved
public record Seal(
    Series series,
    List<Rows> chunks,
    int inOrder,
    Rows tailLeft,
    Rows lateLeft,
    long sealedUntil,
    long leftSince) {

  /// @param sealedUntil the newest sealed row's time until now
  /// @param sequenceOfNext the log entry that brought the row at {@value Chunks#ROWS}
  static Seal of(Series series, Rows tail, Rows late, long sealedUntil, long sequenceOfNext) {
    List<Rows> chunks = new ArrayList<>();
    int[] tailOrder = tail.order(tail.size());
    int tailCut = Chunks.cutOff(tail, tailOrder, Chunks.RIPE_ROWS, chunks);
    int inOrder = chunks.size();
    int[] lateOrder = late.order(late.size());
    int lateCut = Chunks.cutOff(late, lateOrder, Chunks.ROWS, chunks);
    boolean simple = tail.isOrdered() && tailCut == Chunks.ROWS && late.size() == 0;
    return new Seal(
        series,
        chunks,
        inOrder,
        tail.select(tailOrder, tailCut, tail.size()),
        late.select(lateOrder, lateCut, late.size()),
        tailCut == 0 ? sealedUntil : tail.time(tailOrder[tailCut - 1]),
        simple ? sequenceOfNext : 0);
  }

  /// All committed rows that stay, to be saved beside the chunks.
  public Rows left() {
    Rows left = new Rows(series.schema());
    left.copyAll(tailLeft);
    left.copyAll(lateLeft);
    return left;
  }

  /// Carries the plan out, after its commit and before that of the rows that wait.
  public void carryOut() {
    series.carryOut(this);
  }
}
