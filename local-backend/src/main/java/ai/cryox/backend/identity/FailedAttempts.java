package ai.cryox.backend.identity;

import ai.cryox.core.audit.AuditEntry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who failed to prove itself, by address. The first failure of an address is written down at once;
/// those that follow are counted and written down as one line a minute, so that an attack cannot
/// fill the disk. Thread-safe.
final class FailedAttempts {
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  /// Beyond it the addresses that failed longest ago are forgotten.
  private static final int MOST_ADDRESSES = 10_000;

  /// An IPv6 host has a whole network of 64 bits to come from.
  private static final int NETWORK_BYTES = 8;

  private final Delays delays;
  private final Map<String, Origin> origins = new LinkedHashMap<>(16, 0.75f, true);

  /// What is remembered of one address.
  private static final class Origin {
    private int failures;
    private int unsaid;
    private Instant saidAt = Instant.MIN;
    private Instant failedAt = Instant.MIN;
    private String address = "";
    private String clientId = "";
    private String reason = "";

    /// The line that is due, or `null`.
    @Nullable AuditEntry line(boolean due) {
      if (!due || unsaid == 0) {
        return null;
      }
      AuditEntry line =
          new AuditEntry(
              failedAt,
              clientId.isEmpty() ? "stranger" : clientId,
              "device.connect",
              clientId.isEmpty() ? null : clientId,
              address,
              AuditEntry.Outcome.REFUSED,
              unsaid,
              unsaid == 1
                  ? reason
                  : "%d attempts from this address failed; the last one: %s"
                      .formatted(unsaid, reason));
      unsaid = 0;
      saidAt = failedAt;
      return line;
    }

    boolean isDue(Instant now) {
      return !now.isBefore(saidAt.plus(BETWEEN_LINES));
    }
  }

  FailedAttempts(Delays delays) {
    this.delays = delays;
  }

  synchronized Duration delayFor(InetAddress address, Instant now) {
    Origin origin = origins.get(key(address));
    return origin == null || isForgotten(origin, now)
        ? Duration.ZERO
        : delays.after(origin.failures);
  }

  private boolean isForgotten(Origin origin, Instant now) {
    return !now.isBefore(origin.failedAt.plus(delays.memory()));
  }

  /// Counts one.
  ///
  /// @return what to write down now, or `null`
  synchronized @Nullable AuditEntry count(Claim claim, String reason, Instant now) {
    Origin origin = origins.computeIfAbsent(key(claim.address()), key -> new Origin());
    if (isForgotten(origin, now)) {
      origin.failures = 0;
    }
    boolean due = origin.failures == 0 || origin.isDue(now);
    origin.failures++;
    origin.unsaid++;
    origin.failedAt = now;
    origin.address = claim.address().getHostAddress();
    origin.clientId = shown(claim.clientId());
    origin.reason = reason;
    return origin.line(due);
  }

  /// A stranger may claim anything: what is kept of it is short and printable.
  private static String shown(String clientId) {
    String printable = clientId.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() <= 128 ? printable : printable.substring(0, 128);
  }

  /// What was counted and is to be written down, and forgets who did not fail for long.
  synchronized List<AuditEntry> overdue(Instant now) {
    List<AuditEntry> lines = new ArrayList<>();
    for (Iterator<Origin> all = origins.values().iterator(); all.hasNext(); ) {
      Origin origin = all.next();
      boolean leaving = isForgotten(origin, now) || origins.size() > MOST_ADDRESSES;
      AuditEntry line = origin.line(leaving || origin.isDue(now));
      if (line != null) {
        lines.add(line);
      }
      if (leaving) {
        all.remove();
      }
    }
    return lines;
  }

  private static String key(InetAddress address) {
    return address instanceof Inet6Address && !address.isLoopbackAddress()
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
        : address.getHostAddress();
  }
}
