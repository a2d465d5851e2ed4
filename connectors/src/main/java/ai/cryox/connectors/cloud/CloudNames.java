package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.report.NamedFacility;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a server's facilities are called, kept at hand and asked for again when somebody looks a
/// while later: names are given at other desks too. Any thread.
final class CloudNames {
  private static final Logger LOG = System.getLogger(CloudNames.class.getName());

  /// Names change a few times in a facility's life, and requests may be counted.
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final Supplier<List<NamedFacility>> server;
  private final InstantSource clock;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Map<String, String> names = Map.of();
  private volatile Instant askedAt = Instant.MIN;

  /// @param server asks the server
  CloudNames(Supplier<List<NamedFacility>> server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// Asks the server. Blocks; what cannot be learnt stays as it was.
  void learn() {
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    try {
      askedAt = clock.instant();
      names = NamedFacility.names(server.get());
    } catch (BackendException | ForbiddenException | IllegalArgumentException failed) {
      LOG.log(Level.DEBUG, "What the facilities are called could not be learnt.", failed);
    } finally {
      asking.set(false);
    }
  }

  /// Takes in what somebody at this desk called one.
  synchronized void rename(NamedFacility one) {
    Map<String, String> changed = new HashMap<>(names);
    changed.remove(one.facilityId());
    changed.putAll(NamedFacility.names(List.of(one)));
    names = Map.copyOf(changed);
  }

  /// The name that somebody gave a facility; `null` if nobody did, as far as it is known by now.
  /// Never blocks.
  @Nullable String of(String facilityId) {
    String known = names.get(facilityId);
    if (askedAt.plus(GOOD_FOR).isBefore(clock.instant()) && !asking.get()) {
      Thread.ofVirtual().name("facility-names").start(this::learn);
    }
    return known;
  }
}
