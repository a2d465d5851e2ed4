package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.fleet.Path;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the devices of which no reading came for three sampling periods, by the backend's clock.
/// Belongs to the pipeline's thread.
///
/// The deadline is an absolute instant that follows from what is stored (when the last reading came
/// in), so a restart changes nothing but this: while the backend was off or stood still it could
/// not hear, and a device gets its three periods from then on. So it does when the gateway or link
/// that it is heard by has been away.
public final class SilenceWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /// A pipeline that did not turn for so long (a full disk, a computer that slept) heard nobody.
  /// How long it was is unknown when the clock was set meanwhile, ahead or back.
  private static final Duration LONGEST_TURN = Duration.ofSeconds(3);

  private final Fleet fleet;
  private final LinkWatch links;
  private final Supplier<AlarmDesign> design;
  private Instant listeningSince;
  private @Nullable Instant lookedAt;

  /// @param design how bad a silence is, and of the alarms of links
  /// @param links how the links to other brokers are now
  /// @param startedAt when the backend began to listen
  public SilenceWatch(
      Fleet fleet,
      Supplier<AlarmDesign> design,
      Supplier<List<LinkStatus>> links,
      Instant startedAt) {
    this.fleet = fleet;
    this.design = design;
    this.links = new LinkWatch(fleet, design, links);
    this.listeningSince = startedAt;
  }

  /// Adds findings of silence and of links that are gone, at most once a second, and of silence
  /// that the batch's readings end.
  public void look(Batch batch) {
    for (ReceivedReading received : batch.readings) {
      DeviceState state = fleet.find(received.reading().deviceId());
      if (state != null && isSilent(state)) {
        batch.findings.add(
            new DeviceFinding(
                state.device().deviceId(),
                new Finding.Returned(Condition.SILENT, received.receivedAt(), Double.NaN)));
      }
    }
    Duration since = lookedAt == null ? BETWEEN_LOOKS : Duration.between(lookedAt, batch.now());
    if (since.abs().compareTo(LONGEST_TURN) > 0) {
      listeningSince = batch.now();
    } else if (since.compareTo(BETWEEN_LOOKS) < 0) {
      return;
    }
    lookedAt = batch.now();
    links.look(batch);
    fleet.all().forEach(state -> look(state, batch));
  }

  private void look(DeviceState state, Batch batch) {
    Instant heardAt = state.heardAt();
    boolean counts = heardAt.isAfter(listeningSince) && !heardAt.isAfter(batch.now());
    Instant from = counts ? heardAt : listeningSince;
    Instant backAt = backAt(state);
    boolean wasAway = backAt.isAfter(from) && !backAt.isAfter(batch.now());
    Instant deadline = (wasAway ? backAt : from).plus(state.device().silenceLimit());
    if (!batch.now().isBefore(deadline) && !isSilent(state)) {
      links.judgeSilence(state, batch);
      batch.findings.add(
          new DeviceFinding(
              state.device().deviceId(),
              new Finding.Violated(
                  Condition.SILENT,
                  deadline,
                  Double.NaN,
                  design.get().severityOf(Condition.SILENT),
                  Double.NaN)));
    }
  }

  private static Instant backAt(DeviceState state) {
    Path path = state.path();
    return path == null ? Instant.MIN : path.backAt();
  }

  private static boolean isSilent(DeviceState state) {
    Alarm alarm = state.alarm(Condition.SILENT);
    return alarm != null && alarm.isConditionPresent();
  }
}
