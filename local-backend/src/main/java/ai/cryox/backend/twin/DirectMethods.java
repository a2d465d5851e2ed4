package ai.cryox.backend.twin;

import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Calls of direct methods that wait for their devices. Nothing of them is stored: a call that a
/// stop of the backend interrupts is not answered any more. Thread-safe.
public final class DirectMethods {
  /// Calls that may wait at the same time, of all devices: each holds a thread of the API.
  public static final int MOST_WAITING = 6;

  private final Map<String, Call> waiting = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong strays = new AtomicLong();
  private final String run;

  /// One call.
  ///
  /// @param rid its request id, never used again
  /// @param deadline not answered any more from then on
  /// @param answer completed by the device, or with a {@link RefusedException} when it is too late
  public record Call(
      String rid, String deviceId, Instant deadline, CompletableFuture<MethodAnswer> answer) {}

  /// @param startedAt makes request ids that no earlier run has used
  public DirectMethods(Instant startedAt) {
    this.run = Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX);
  }

  /// Takes note of a call that is about to be sent.
  ///
  /// @throws RefusedException if too many wait
  public Call begin(String deviceId, Instant deadline) {
    if (waiting.size() >= MOST_WAITING) {
      throw new RefusedException(
          Reason.TOO_MANY,
          "%d calls wait for their devices already. Try again later.".formatted(MOST_WAITING));
    }
    String rid = run + "-" + Long.toString(calls.incrementAndGet(), Character.MAX_RADIX);
    Call call = new Call(rid, deviceId, deadline, new CompletableFuture<>());
    waiting.put(rid, call);
    return call;
  }

  /// Takes a device's answer. One that nobody waits for (any more), or that another device was
  /// asked for, is counted and changes nothing.
  public void answer(String deviceId, String rid, MethodAnswer answer) {
    Call call = waiting.get(rid);
    if (call == null || !call.deviceId().equals(deviceId) || !waiting.remove(rid, call)) {
      strays.incrementAndGet();
      return;
    }
    call.answer().complete(answer);
  }

  /// Gives up a call.
  ///
  /// @param why in a sentence
  public void giveUp(Call call, String why) {
    if (waiting.remove(call.rid(), call)) {
      call.answer().completeExceptionally(new RefusedException(Reason.NO_ANSWER, why));
    }
  }

  /// Gives up all calls whose time is over.
  public void expire(Instant now) {
    for (Call call : waiting.values()) {
      if (!now.isBefore(call.deadline())) {
        giveUp(call, call.deviceId() + " did not answer in time.");
      }
    }
  }

  /// Calls that wait.
  public int waiting() {
    return waiting.size();
  }

  /// Answers that came too late, twice, or to no call at all, since the start.
  public long strays() {
    return strays.get();
  }
}
