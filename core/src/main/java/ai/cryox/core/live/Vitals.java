package ai.cryox.core.live;

import ai.cryox.core.link.LinkStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the backend itself is.
///
/// @param startedAt when it started
/// @param stored readings stored in all
/// @param readingsPerSecond taken in, over the last ten seconds
/// @param duplicates readings that came again, since the start
/// @param rejected everything refused and kept, in all
/// @param dropped messages thrown away, since the start: with QoS 0 because the store took nothing
///   for too long, or because a client took too little
/// @param connections device connections open now
/// @param newestReceivedAt when the last reading came in, or `null` before the first
/// @param storeTrouble why nothing can be stored now, in a sentence, or `null` if all is well
/// @param storeTroubleSince since when, or `null`
/// @param links links to other systems; empty if there are none
public record Vitals(
    Instant startedAt,
    long stored,
    double readingsPerSecond,
    long duplicates,
    long rejected,
    long dropped,
    int connections,
    @Nullable Instant newestReceivedAt,
    @Nullable String storeTrouble,
    @Nullable Instant storeTroubleSince,
    List<LinkStatus> links) {
  public Vitals {
    links = List.copyOf(links);
  }
}
