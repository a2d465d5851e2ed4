package ai.cryox.backend.identity;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.Credential.Method;
import ai.cryox.core.identity.DeviceCertificate;
import ai.cryox.core.identity.SasToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where people make, change and close the credentials of devices. Everything is durable and in the
/// audit trail when a method returns. Any thread but the pipeline's; a refusal is an
/// `IllegalArgumentException` with a sentence.
public final class CredentialDesk {
  private static final int KEY_BYTES = 32;

  /// The longest common name of a certificate (RFC 5280, ub-common-name).
  private static final int LONGEST_COMMON_NAME = 64;

  private final KnownCredentials known;
  private final IdentityFiles files;
  private final Fleet fleet;
  private final PipelineAgent agent;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// @param fleet touched on the pipeline's thread only
  CredentialDesk(
      KnownCredentials known,
      IdentityFiles files,
      Fleet fleet,
      PipelineAgent agent,
      InstantSource clock) {
    this.known = known;
    this.files = files;
    this.fleet = fleet;
    this.agent = agent;
    this.clock = clock;
  }

  /// Gives a device its first credentials, and puts it into the registry, confirmed.
  public Credential add(NewDevice device, String who) {
    refuseIf(device.problem());
    String id = device.deviceId();
    Credential credential =
        new Credential(
            id,
            device.facilityId(),
            device.method(),
            true,
            device.gateway(),
            firstProof(device),
            device.method() == Method.KEYS ? freshKey(id) : null,
            clock.instant());
    return agent.change(batch -> {
      if (current(batch, id) != null) {
        throw new IllegalArgumentException(
            "%s has credentials already; `cryox device rotate` makes new ones.".formatted(id));
      }
      register(batch, device);
      return store(batch, credential, audit(who, "device.add", id, addWords(credential)));
    });
  }

  private @Nullable String firstProof(NewDevice device) {
    String written = device.thumbprint();
    return switch (device.method()) {
      case KEYS -> freshKey(device.deviceId());
      case AUTHORITY -> null;
      case THUMBPRINT -> written == null ? null : Credential.thumbprint(written);
    };
  }

  private static String addWords(Credential credential) {
    return "Got credentials (%s) in facility %s%s."
        .formatted(
            credential.method(),
            credential.facilityId(),
            credential.gateway() ? ", as its gateway" : "");
  }

  private void register(Batch batch, NewDevice device) {
    String profileId = device.profileId();
    if (profileId != null && fleet.profiles().byId(profileId).isEmpty()) {
      throw new IllegalArgumentException("There is no storage profile '%s'.".formatted(profileId));
    }
    DeviceState state = fleet.find(device.deviceId());
    if (state == null) {
      fleet.put(entry(device, batch.now()), batch.now());
    } else if (!state.device().facilityId().equals(device.facilityId())) {
      throw new IllegalArgumentException(
          "%s is registered in facility %s, not in %s."
              .formatted(device.deviceId(), state.device().facilityId(), device.facilityId()));
    }
    batch.deviceChanges.add(new DeviceChange(device.deviceId(), Device::withConfirmed));
  }

  private static Device entry(NewDevice device, Instant now) {
    return new Device(
        device.deviceId(),
        device.facilityId(),
        device.zone(),
        Objects.requireNonNullElse(device.name(), device.deviceId()),
        device.profileId(),
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        now);
  }

  /// Lets a device in: one that registered itself is confirmed, one that was disabled is enabled.
  public void confirm(String deviceId, String who) {
    agent.change(batch -> {
      Credential credential = current(batch, deviceId);
      if (fleet.find(deviceId) == null && credential == null) {
        throw new IllegalArgumentException("There is no device " + deviceId + ".");
      }
      batch.deviceChanges.add(new DeviceChange(deviceId, Device::withConfirmed));
      AuditEntry line = audit(who, "device.confirm", deviceId, "Confirmed and enabled.");
      if (credential == null) {
        batch.audit.add(line);
      } else {
        store(batch, credential.withEnabled(true, batch.now()), line);
      }
      return deviceId;
    });
  }

  /// Turns a device away from now on; a connection that it has ends.
  public void disable(String deviceId, String who) {
    agent.change(batch ->
        store(
            batch,
            require(batch, deviceId).withEnabled(false, batch.now()),
            audit(who, "device.disable", deviceId, "Disabled.")));
  }

  /// Replaces what a device proves itself with. Of two keys or thumbprints the older one goes, so
  /// that the device may go on with the other until it has the new one; all its certificates of the
  /// facility's authority are revoked.
  ///
  /// @param thumbprint of the new certificate, for a device that is known by one
  public Credential rotate(String deviceId, @Nullable String thumbprint, String who) {
    Credential before = require(null, deviceId);
    String next = nextProof(before, thumbprint);
    return agent.change(batch -> {
      Credential now = require(batch, deviceId);
      if (now.method() != Method.AUTHORITY) {
        return store(
            batch,
            now.rotated(next, batch.now()),
            audit(who, "device.rotate", deviceId, "Got a new primary proof."));
      }
      List<DeviceCertificate> revoked =
          known.certificates(deviceId).stream().map(one -> one.revoked(batch.now())).toList();
      String words = "%d certificates revoked.".formatted(revoked.size());
      return store(batch, now, revoked, audit(who, "device.rotate", deviceId, words));
    });
  }

  private @Nullable String nextProof(Credential before, @Nullable String thumbprint) {
    if (thumbprint != null && before.method() != Method.THUMBPRINT) {
      throw new IllegalArgumentException(
          "%s is not known by a thumbprint.".formatted(before.deviceId()));
    }
    return switch (before.method()) {
      case KEYS -> freshKey(before.deviceId());
      case AUTHORITY -> null;
      case THUMBPRINT -> {
        String next = thumbprint == null ? null : Credential.thumbprint(thumbprint);
        if (next == null) {
          throw new IllegalArgumentException(
              "The SHA-256 thumbprint of the new certificate is needed, 64 hexadecimal digits.");
        }
        yield next;
      }
    };
  }

  /// A token for a device that has keys, signed with the primary one.
  ///
  /// @param host what the device calls this server
  public String token(String deviceId, String host, Duration life, String who) {
    Credential credential = requireUsable(deviceId, Method.KEYS);
    Instant end = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    byte[] key = files.key().open(Objects.requireNonNull(credential.primary()), deviceId);
    note(audit(who, "device.token", deviceId, "Got a token until " + end + "."));
    return SasToken.make(host, deviceId, key, end);
  }

  /// A certificate of the facility's authority for a device; earlier ones stay good.
  Issued certify(String deviceId, Duration life, String who) {
    requireUsable(deviceId, Method.AUTHORITY);
    if (deviceId.length() > LONGEST_COMMON_NAME) {
      throw new IllegalArgumentException(
          "A certificate names at most %d characters, this device id has %d; use keys."
              .formatted(LONGEST_COMMON_NAME, deviceId.length()));
    }
    Issued issued = files.authority().issueFor(deviceId, clock.instant(), life);
    DeviceCertificate certificate =
        new DeviceCertificate(
            Certificates.serial(issued.certificate()),
            deviceId,
            clock.instant(),
            issued.certificate().getNotAfter().toInstant(),
            null);
    String words =
        "Got certificate %s until %s.".formatted(certificate.serial(), certificate.expiresAt());
    agent.change(batch ->
        store(
            batch,
            require(batch, deviceId),
            List.of(certificate),
            audit(who, "device.cert", deviceId, words)));
    return issued;
  }

  /// The two keys of a device, the primary one first, as they are.
  List<byte[]> keys(Credential credential) {
    return credential
        .proofs()
        .map(sealed -> files.key().open(sealed, credential.deviceId()))
        .toList();
  }

  private void note(AuditEntry line) {
    agent.change(batch -> batch.audit.add(line));
  }

  private Credential requireUsable(String deviceId, Method method) {
    Credential credential = require(null, deviceId);
    if (credential.method() != method) {
      throw new IllegalArgumentException(
          method == Method.KEYS
              ? "%s has no keys: it proves itself with a certificate.".formatted(deviceId)
              : "%s gets no certificates from the facility's authority; it was added for another method."
                  .formatted(deviceId));
    }
    if (!credential.enabled()) {
      throw new IllegalArgumentException(
          "%s is disabled; `cryox device confirm` lets it in again.".formatted(deviceId));
    }
    return credential;
  }

  private Credential require(@Nullable Batch batch, String deviceId) {
    Credential credential = batch == null ? known.find(deviceId) : current(batch, deviceId);
    if (credential == null) {
      throw new IllegalArgumentException(
          "%s has no credentials; `cryox device add` gives it some.".formatted(deviceId));
    }
    return credential;
  }

  /// As it is at this point of the batch.
  private @Nullable Credential current(Batch batch, String deviceId) {
    return batch.credentials.reversed().stream()
        .filter(one -> one.deviceId().equals(deviceId))
        .findFirst()
        .orElseGet(() -> known.find(deviceId));
  }

  private Credential store(Batch batch, Credential credential, AuditEntry line) {
    return store(batch, credential, List.of(), line);
  }

  private Credential store(
      Batch batch, Credential credential, List<DeviceCertificate> certificates, AuditEntry line) {
    batch.credentials.add(credential);
    batch.certificates.addAll(certificates);
    batch.audit.add(line);
    batch.whenDurable.add(() -> known.put(List.of(credential), certificates));
    return credential;
  }

  private String freshKey(String deviceId) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return files.key().seal(key, deviceId);
  }

  private AuditEntry audit(String who, String what, String deviceId, String detail) {
    return AuditEntry.done(clock.instant(), who, what, deviceId, detail);
  }

  private static void refuseIf(@Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }
}
