package ai.cryox.connectors.payload;

import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Message;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.MessageKind;
import ai.cryox.core.routing.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one JSON object as every kind of message that its routes say and its members allow:
///
/// 1. as each kind that it is routed as and has the members of;
/// 2. if there is none, as the kind that its members tell, if the fallback route is enabled;
/// 3. else as it is routed, for what is wrong with it.
///
/// One thread.
final class ElementReader {
  private static final List<Endpoint> WITH_KIND =
      List.of(Endpoint.TEMPERATURE, Endpoint.TELEMETRY, Endpoint.STATUS, Endpoint.ALERT);

  /// What comes of an element.
  interface Findings {
    void found(Message message);

    void refused(Reason reason, String detail);
  }

  private final Origin origin;
  private final Set<Endpoint> endpoints;
  private final boolean payloadMayDecide;
  private final Findings findings;

  /// @param endpoints where the payload is routed to, not empty
  /// @param fallback whether the fallback route is enabled
  ElementReader(Origin origin, Set<Endpoint> endpoints, boolean fallback, Findings findings) {
    this.origin = origin;
    this.endpoints = endpoints;
    this.payloadMayDecide = fallback || endpoints.contains(Endpoint.EVENTS);
    this.findings = findings;
  }

  void read(Members members) {
    MessageKind told = endpoints.contains(Endpoint.EVENTS) ? KindMembers.told(members) : null;
    MessageKind only = told;
    for (Endpoint endpoint : WITH_KIND) {
      MessageKind kind = endpoint.kind();
      if (kind != null
          && kind != told
          && endpoints.contains(endpoint)
          && KindMembers.areIn(members, kind)) {
        if (only != null) {
          readAsSeveral(members, told);
          return;
        }
        only = kind;
      }
    }
    if (only == null && payloadMayDecide) {
      only = KindMembers.told(members);
    }
    if (only != null) {
      readAs(only, members);
    } else {
      readAsRouted(members);
    }
  }

  private void readAs(MessageKind kind, Members members) {
    try {
      findings.found(MessageReader.read(origin, kind, members));
    } catch (UnusableException unusable) {
      findings.refused(unusable.reason(), unusable.detail());
    }
  }

  /// Members that are broken are a fault even where another kind could be read: nothing of a
  /// payload is lost without a word.
  private void readAsSeveral(Members members, @Nullable MessageKind told) {
    Set<String> details = new LinkedHashSet<>();
    for (Endpoint endpoint : WITH_KIND) {
      MessageKind kind = endpoint.kind();
      if (kind != null
          && (kind == told || endpoints.contains(endpoint))
          && KindMembers.areIn(members, kind)) {
        try {
          findings.found(MessageReader.read(origin, kind, members.copy()));
        } catch (UnusableException unusable) {
          if (details.add(unusable.detail())) {
            findings.refused(unusable.reason(), unusable.detail());
          }
        }
      }
    }
  }

  /// Telemetry has no member that it must have. Any other kind is refused here, one fault for all
  /// of them.
  private void readAsRouted(Members members) {
    if (endpoints.contains(Endpoint.TELEMETRY)) {
      readAs(MessageKind.TELEMETRY, members);
      return;
    }
    Reason reason = Reason.MISSING_FIELD;
    Set<String> details = new LinkedHashSet<>();
    for (Endpoint endpoint : WITH_KIND) {
      MessageKind kind = endpoint.kind();
      if (kind != null && endpoints.contains(endpoint)) {
        try {
          findings.found(MessageReader.read(origin, kind, members.copy()));
          return;
        } catch (UnusableException unusable) {
          reason = unusable.reason();
          details.add(unusable.detail());
        }
      }
    }
    findings.refused(
        reason, details.isEmpty() ? KindMembers.NOTHING_TELLS : String.join(" ", details));
  }
}
