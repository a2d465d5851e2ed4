package ai.cryox.backend.endpoint;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says each kind of trouble once, however often it comes. Thread-safe.
final class DistinctLog {
  private static final Logger LOG = LoggerFactory.getLogger(MqttEndpoint.class);

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  void warn(String what) {
    if (said.add(what)) {
      LOG.warn("{} Said once; further cases are not logged.", what);
    }
  }

  void warn(String what, Throwable cause) {
    if (said.add(cause.getClass().getName())) {
      LOG.warn("{} Said once; further {} are not logged.", what, cause.getClass(), cause);
    }
  }
}
