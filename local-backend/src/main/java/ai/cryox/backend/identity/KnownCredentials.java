package ai.cryox.backend.identity;

import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.CredentialStore;
import ai.cryox.core.identity.DeviceCertificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// All credentials that are stored, in memory: a CONNECT is answered without asking the disk.
/// Changed after the commit only. Thread-safe.
final class KnownCredentials {
  private final Map<String, Credential> byDevice = new ConcurrentHashMap<>();
  private final Map<String, DeviceCertificate> bySerial = new ConcurrentHashMap<>();
  private final List<Runnable> whenChanged = new CopyOnWriteArrayList<>();

  KnownCredentials(CredentialStore store) {
    store.credentials().forEach(credential -> byDevice.put(credential.deviceId(), credential));
    store.certificates().forEach(certificate -> bySerial.put(certificate.serial(), certificate));
  }

  @Nullable Credential find(String deviceId) {
    return byDevice.get(deviceId);
  }

  Collection<Credential> all() {
    return Collections.unmodifiableCollection(byDevice.values());
  }

  /// The certificates of a device that are not revoked.
  List<DeviceCertificate> certificates(String deviceId) {
    return bySerial.values().stream()
        .filter(one -> one.deviceId().equals(deviceId) && one.revokedAt() == null)
        .toList();
  }

  boolean isRevoked(String serial) {
    DeviceCertificate certificate = bySerial.get(serial);
    return certificate != null && certificate.revokedAt() != null;
  }

  void put(Collection<Credential> credentials, Collection<DeviceCertificate> certificates) {
    credentials.forEach(credential -> byDevice.put(credential.deviceId(), credential));
    certificates.forEach(certificate -> bySerial.put(certificate.serial(), certificate));
    whenChanged.forEach(Runnable::run);
  }

  void whenChanged(Runnable action) {
    whenChanged.add(action);
  }
}
