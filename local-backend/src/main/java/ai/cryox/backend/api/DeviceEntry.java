package ai.cryox.backend.api;

import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.PayloadEncoder;
import org.jspecify.annotations.Nullable;

/// A device since its last change, as a {@link ChangeLog} remembers it; written at most twice. One
/// thread at a time.
final class DeviceEntry {
  private final DeviceLive live;
  private final long changedAt;

  /// The change before, and the trace then.
  private final long changedBefore;

  private final @Nullable Trace traceBefore;
  private byte @Nullable [] whole;
  private byte @Nullable [] step;

  /// @param changedAt the log's version in which it became so
  /// @param before what it was before, or `null` if it was not there
  DeviceEntry(DeviceLive live, long changedAt, @Nullable DeviceEntry before) {
    this.live = live;
    this.changedAt = changedAt;
    this.changedBefore = before == null ? Long.MAX_VALUE : before.changedAt;
    this.traceBefore = before == null ? null : before.live.trace();
  }

  DeviceLive live() {
    return live;
  }

  long changedAt() {
    return changedAt;
  }

  String facilityId() {
    return live.device().facilityId();
  }

  /// For a client that has everything up to `from`.
  byte[] json(long from, PayloadEncoder encoder) {
    return from != ChangeLog.NOTHING && changedBefore <= from ? step(encoder) : whole(encoder);
  }

  private byte[] step(PayloadEncoder encoder) {
    byte[] ready = step;
    if (ready == null) {
      ready = LiveJson.device(live, traceBefore, encoder);
      step = ready;
    }
    return ready;
  }

  private byte[] whole(PayloadEncoder encoder) {
    byte[] ready = whole;
    if (ready == null) {
      ready = LiveJson.device(live, null, encoder);
      whole = ready;
    }
    return ready;
  }
}
