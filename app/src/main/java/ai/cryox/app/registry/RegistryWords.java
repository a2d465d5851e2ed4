package ai.cryox.app.registry;

import ai.cryox.app.screen.FactPanel.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A line of the registry in words. FX thread only.
final class RegistryWords {
  private final Units units;
  private final Messages messages;
  private final boolean knowsProofs;

  /// @param knowsProofs whether what devices prove themselves with is kept here
  RegistryWords(Units units, boolean knowsProofs) {
    this.units = units;
    this.messages = units.messages();
    this.knowsProofs = knowsProofs;
  }

  /// Whether it is let in, and whether anybody has looked at it.
  String state(Entry entry) {
    if (entry.isDisabled()) {
      return messages.text("registry.disabled");
    }
    return messages.text(entry.device().confirmed() ? "registry.confirmed" : "registry.new");
  }

  /// Where it is: the facility, and the part of it.
  String place(Entry entry) {
    return units.place(entry.device().facilityId());
  }

  /// The storage profile that people gave it.
  String profile(Entry entry, LiveSnapshot snapshot) {
    return entry.device().profileId() == null
        ? messages.text("registry.noProfile")
        : snapshot
            .device(entry.deviceId())
            .map(live -> live.limits().name())
            .orElse(entry.device().profileId());
  }

  /// What it proves itself with: `Certificate until 1 Mar 2027`.
  String proof(Entry entry, Instant now) {
    Proof proof = entry.proof();
    if (proof == null) {
      return messages.text(knowsProofs ? "registry.noProof" : "registry.proofElsewhere");
    }
    Instant end = proof.expiresAt();
    return switch (proof.method()) {
      case KEYS -> messages.text("registry.byKey");
      case THUMBPRINT -> messages.text("registry.byThumbprint");
      case AUTHORITY ->
          end == null
              ? messages.text("registry.byCertificateToCome")
              : messages.text(
                  end.isAfter(now) ? "registry.byCertificate" : "registry.byCertificateEnded",
                  LocalDate.ofInstant(end, units.zone()).toString());
    };
  }

  /// All there is to say.
  List<Fact> facts(Entry entry, LiveSnapshot snapshot, Instant now) {
    Device device = entry.device();
    List<Fact> facts = new ArrayList<>();
    add(facts, "registry.name", device.name());
    add(facts, "registry.device", device.deviceId());
    add(facts, "registry.facility", facility(device));
    add(facts, "registry.zone", device.zone());
    add(facts, "registry.profile", profile(entry, snapshot));
    add(facts, "registry.state", state(entry));
    add(facts, "registry.proof", proof(entry, now));
    Proof proof = entry.proof();
    if (proof != null && proof.gateway()) {
      add(facts, "registry.gateway", messages.text("registry.gatewayText"));
    }
    add(facts, "registry.sampling", units.duration(device.samplingPeriod()));
    add(facts, "registry.firstSeen", units.dayTime(device.firstSeen()));
    return facts;
  }

  private String facility(Device device) {
    String id = device.facilityId();
    return units.isNamed(id) ? units.place(id) + " · " + id : id;
  }

  private void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(messages.text(key), value));
    }
  }
}
