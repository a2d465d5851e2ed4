package ai.cryox.backend.identity;

import ai.cryox.core.backend.Control;
import ai.cryox.core.device.Device;
import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.Credential.Method;
import ai.cryox.core.identity.DeviceCertificate;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The calls `device/…`: texts in, texts out, what they mean is {@link CredentialDesk}'s.
final class DeviceControl implements Control {
  private static final int MOST_HOURS = 10 * 366 * 24;
  private static final int MOST_DAYS = 10 * 366;
  private static final int PASSWORD_BYTES = 15;

  private final CredentialDesk desk;
  private final PlaceDesk places;
  private final KnownCredentials known;
  private final IdentityFiles files;
  private final LiveFeed live;
  private final Entrance entrance;
  private final String who;

  DeviceControl(
      CredentialDesk desk,
      PlaceDesk places,
      KnownCredentials known,
      IdentityFiles files,
      LiveFeed live,
      Entrance entrance,
      String who) {
    this.desk = desk;
    this.places = places;
    this.known = known;
    this.files = files;
    this.live = live;
    this.entrance = entrance;
    this.who = who;
  }

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    Parameters given = new Parameters(with);
    return switch (call) {
      case "device/add" -> List.of(shown(desk.add(newDevice(given), who)));
      case "device/list" -> list();
      case "device/confirm" -> {
        desk.confirm(given.text("deviceId"), who);
        yield List.of(Map.of());
      }
      case "device/place" -> {
        places.place(given.text("deviceId"), given.orEmpty("zone"), given.orEmpty("name"), who);
        yield List.of(Map.of());
      }
      case "device/disable" -> {
        desk.disable(given.text("deviceId"), who);
        yield List.of(Map.of());
      }
      case "device/rotate" ->
          List.of(shown(desk.rotate(given.text("deviceId"), given.optional("thumbprint"), who)));
      case "device/token" -> List.of(token(given));
      case "device/cert" -> List.of(certificate(given));
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private static NewDevice newDevice(Parameters given) {
    return new NewDevice(
        given.text("deviceId"),
        given.text("facilityId"),
        given.method(),
        given.flag("gateway"),
        given.optional("thumbprint"),
        given.optional("name"),
        Objects.requireNonNullElse(given.optional("zone"), ""),
        given.optional("profile"));
  }

  /// The one time that keys are shown.
  private Map<String, String> shown(Credential credential) {
    Map<String, String> row = row(credential);
    if (credential.method() == Method.KEYS) {
      List<byte[]> keys = desk.keys(credential);
      row.put("primaryKey", Base64.getEncoder().encodeToString(keys.get(0)));
      row.put("secondaryKey", Base64.getEncoder().encodeToString(keys.get(1)));
    }
    return withEntrance(row);
  }

  private Map<String, String> withEntrance(Map<String, String> row) {
    row.put("host", entrance.host());
    if (entrance.port() > 0) {
      row.put("port", Integer.toString(entrance.port()));
    }
    if (entrance.plainPort() > 0) {
      row.put("plainPort", Integer.toString(entrance.plainPort()));
    }
    files.authority();
    row.put("authority", files.certificateFile().toString());
    return row;
  }

  private Map<String, String> token(Parameters given) {
    String deviceId = given.text("deviceId");
    int hours = given.number("hours", MOST_HOURS);
    String host = Objects.requireNonNullElse(given.optional("host"), entrance.host());
    String token = desk.token(deviceId, host, Duration.ofHours(hours), who);
    Map<String, String> row = row(Objects.requireNonNull(known.find(deviceId)));
    row.put("token", token);
    return withEntrance(row);
  }

  private Map<String, String> certificate(Parameters given) {
    String deviceId = given.text("deviceId");
    Duration life = Duration.ofDays(given.number("days", MOST_DAYS));
    Issued issued = desk.certify(deviceId, life, who);
    FacilityAuthority authority = files.authority();
    String password = password();
    Map<String, String> row = row(Objects.requireNonNull(known.find(deviceId)));
    row.put("certificatePem", Pem.of(issued.certificate()));
    row.put("keyPem", Pem.of(issued.privateKey()));
    row.put("authorityPem", authority.pem());
    row.put("pkcs12", keyStore(deviceId, issued, authority, password));
    row.put("pkcs12Password", password);
    row.put("expires", issued.certificate().getNotAfter().toInstant().toString());
    return withEntrance(row);
  }

  private static String keyStore(
      String deviceId, Issued issued, FacilityAuthority authority, String password) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              FacilityAuthority.keyStore(
                  deviceId, issued, List.of(authority.certificate()), password.toCharArray()));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IdentityException(
          "The PKCS#12 file of %s could not be made (%s).".formatted(deviceId, failed.getMessage()),
          failed);
    }
  }

  private static String password() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().encodeToString(random);
  }

  /// All devices: registered, with credentials, or both.
  private List<Map<String, String>> list() {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (DeviceLive one : live.latest().devices()) {
      Device device = one.device();
      Map<String, String> row = new LinkedHashMap<>();
      row.put("deviceId", device.deviceId());
      row.put("facilityId", device.facilityId());
      row.put("name", device.name());
      row.put("confirmed", Boolean.toString(device.confirmed()));
      rows.put(device.deviceId(), row);
    }
    for (Credential credential : known.all()) {
      rows.computeIfAbsent(credential.deviceId(), id -> new LinkedHashMap<>())
          .putAll(row(credential));
    }
    return new ArrayList<>(rows.values());
  }

  private Map<String, String> row(Credential credential) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("deviceId", credential.deviceId());
    row.put("facilityId", credential.facilityId());
    row.put("method", credential.method().name());
    row.put("enabled", Boolean.toString(credential.enabled()));
    row.put("gateway", Boolean.toString(credential.gateway()));
    Instant end = lastEnd(credential);
    if (end != null) {
      row.put("expires", end.toString());
    }
    return row;
  }

  private @Nullable Instant lastEnd(Credential credential) {
    return known.certificates(credential.deviceId()).stream()
        .map(DeviceCertificate::expiresAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
