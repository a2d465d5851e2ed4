package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.IssuerOffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a server says that it can do. One that has nothing at `/api/v1` is a bare cloud API: it has
/// the seed's three routes.
///
/// @param addresses by the names of features; empty of a bare cloud API
record Discovery(Set<String> addresses) {
  private static final Map<Feature, String> NAMES =
      Map.ofEntries(
          Map.entry(Feature.ALARM_ACTIONS, "acknowledgeMany"),
          Map.entry(Feature.JOURNAL, "journal"),
          Map.entry(Feature.ALARM_DESIGN, "alarmDesign"),
          Map.entry(Feature.AUDIT, "audit"),
          Map.entry(Feature.REGISTRY, "register"),
          Map.entry(Feature.CALLOUTS, "callouts"),
          Map.entry(Feature.DOWNSTREAM, "twin"),
          Map.entry(Feature.RETENTION, "retention"),
          Map.entry(Feature.REJECTIONS, "rejections"),
          Map.entry(Feature.EXCURSIONS, "allExcursions"),
          Map.entry(Feature.WHAT_IF, "whatIf"),
          Map.entry(Feature.ALARM_HEALTH, "allAlarmHealth"),
          Map.entry(Feature.PROFILES, "profiles"),
          Map.entry(Feature.ROUTES, "routes"),
          Map.entry(Feature.MEASUREMENTS, "occurrences"),
          Map.entry(Feature.NOTEBOOK, "notebook"),
          Map.entry(Feature.FLOOR_PLANS, "floorPlan"),
          Map.entry(Feature.REPORTS, "reports"),
          Map.entry(Feature.SCHEDULES, "schedules"),
          Map.entry(Feature.CALIBRATIONS, "calibrations"),
          Map.entry(Feature.ENERGY, "energyBook"));

  Discovery {
    addresses = Set.copyOf(addresses);
  }

  /// Asks a server.
  ///
  /// @throws CallException if it does not answer
  static Discovery of(CloudHttp http) {
    try {
      Tree features = http.get(Lane.LIVE, http.url().build()).tree().tree("features");
      return new Discovery(features.members().keySet());
    } catch (CallException failed) {
      if (failed.kind() == Kind.NOT_THERE) {
        return new Discovery(Set.of());
      }
      throw failed;
    }
  }

  /// Issuers at which people can sign in; none of a bare cloud API.
  static List<IssuerOffer> offers(CloudHttp http) {
    try {
      return http.get(Lane.LIVE, http.url().build()).tree().trees("signIn").stream()
          .map(one ->
              new IssuerOffer(
                  one.text("issuer", ""),
                  one.text("clientId", ""),
                  one.text("audience", ""),
                  one.text("scope", IssuerOffer.USUAL_SCOPE)))
          .toList();
    } catch (CallException failed) {
      if (failed.kind() == Kind.NOT_THERE) {
        return List.of();
      }
      throw failed;
    }
  }

  /// Whether it has the seed's three routes and nothing more.
  boolean isBare() {
    return !addresses.contains("changes");
  }

  boolean hasStream() {
    return addresses.contains("stream");
  }

  Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    NAMES.forEach((feature, name) -> {
      if (addresses.contains(name)) {
        features.add(feature);
      }
    });
    return features;
  }
}
