package ai.cryox.connectors.mqtt;

import ai.cryox.core.link.LinkCounts;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// Shows how one link is. Thread-safe: a state changes only from the one that is expected, so that
/// a thread that comes late changes nothing.
final class LinkLamp {
  private final String name;
  private final InstantSource clock;
  private final AtomicReference<Shown> shown;
  private final LongAdder received = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder interruptions = new LongAdder();

  private record Shown(LinkState state, Instant since, String sentence) {}

  /// @param sentence what the first attempt says
  LinkLamp(String name, InstantSource clock, String sentence) {
    this.name = name;
    this.clock = clock;
    this.shown = new AtomicReference<>(new Shown(LinkState.CONNECTING, clock.instant(), sentence));
  }

  /// @return whether the state was `from` and is `to` now
  boolean transition(LinkState from, LinkState to, String sentence) {
    Shown before = now();
    return before.state == from && change(before, to, sentence);
  }

  /// From whatever state it is in, if that is allowed.
  ///
  /// @return whether the state is `to` now
  boolean become(LinkState to, String sentence) {
    Shown before = now();
    while (before.state.mayBecome(to)) {
      if (change(before, to, sentence)) {
        return true;
      }
      before = now();
    }
    return false;
  }

  private boolean change(Shown before, LinkState to, String sentence) {
    assert before.state.mayBecome(to) : before.state + " to " + to;
    return shown.compareAndSet(before, new Shown(to, clock.instant(), sentence));
  }

  private Shown now() {
    return Objects.requireNonNull(shown.get());
  }

  LinkState state() {
    return now().state;
  }

  void countReceived() {
    received.increment();
  }

  void countAcknowledged() {
    acknowledged.increment();
  }

  void countInterruption() {
    interruptions.increment();
  }

  LinkStatus status() {
    Shown now = now();
    return new LinkStatus(
        name,
        now.state,
        now.since,
        now.sentence,
        new LinkCounts(received.sum(), acknowledged.sum(), interruptions.sum()));
  }
}
