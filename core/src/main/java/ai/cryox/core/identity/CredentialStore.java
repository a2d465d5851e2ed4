package ai.cryox.core.identity;

import java.util.List;

/// Credentials on disk. Port. The `save` methods belong to the writer's open transaction, the
/// others to any thread.
public interface CredentialStore {
  /// Adds the credential or replaces the one of its device.
  void save(Credential credential);

  /// Adds the certificate or replaces the one of its serial number.
  void save(DeviceCertificate certificate);

  /// All credentials, in no order.
  List<Credential> credentials();

  /// All certificates ever signed, in no order.
  List<DeviceCertificate> certificates();
}
