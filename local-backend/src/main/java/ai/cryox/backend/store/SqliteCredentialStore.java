package ai.cryox.backend.store;

import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.CredentialStore;
import ai.cryox.core.identity.DeviceCertificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The devices' credentials and certificates.
public final class SqliteCredentialStore implements CredentialStore {
  private final SqliteDatabase database;

  /// The credentials of this database.
  public SqliteCredentialStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(Credential credential) {
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO credential (device_id, facility_id, method, enabled, gateway,
              primary_proof, secondary_proof, changed_ms)
            VALUES (:device, :facility, :method, :enabled, :gateway, :primary, :secondary, :changed)
            ON CONFLICT (device_id) DO UPDATE SET facility_id = excluded.facility_id,
              method = excluded.method, enabled = excluded.enabled, gateway = excluded.gateway,
              primary_proof = excluded.primary_proof, secondary_proof = excluded.secondary_proof,
              changed_ms = excluded.changed_ms\
            """)
        .bind("device", credential.deviceId())
        .bind("facility", credential.facilityId())
        .bind("method", credential.method().name())
        .bind("enabled", credential.enabled())
        .bind("gateway", credential.gateway())
        .bind("primary", credential.primary())
        .bind("secondary", credential.secondary())
        .bind("changed", credential.changedAt().toEpochMilli())
        .execute();
  }

  @Override
  public void save(DeviceCertificate certificate) {
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO device_certificate (serial, device_id, issued_ms, expires_ms, revoked_ms)
            VALUES (:serial, :device, :issued, :expires, :revoked)
            ON CONFLICT (serial) DO UPDATE SET revoked_ms = excluded.revoked_ms\
            """)
        .bind("serial", certificate.serial())
        .bind("device", certificate.deviceId())
        .bind("issued", certificate.issuedAt().toEpochMilli())
        .bind("expires", certificate.expiresAt().toEpochMilli())
        .bind("revoked", Columns.millis(certificate.revokedAt()))
        .execute();
  }

  @Override
  public List<Credential> credentials() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM credential")
            .map((row, context) -> credential(row))
            .list());
  }

  @Override
  public List<DeviceCertificate> certificates() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM device_certificate")
            .map((row, context) -> certificate(row))
            .list());
  }

  private static Credential credential(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new Credential(
        row.getString("device_id"),
        row.getString("facility_id"),
        Credential.Method.valueOf(row.getString("method")),
        row.getBoolean("enabled"),
        row.getBoolean("gateway"),
        columns.text("primary_proof"),
        columns.text("secondary_proof"),
        Instant.ofEpochMilli(row.getLong("changed_ms")));
  }

  private static DeviceCertificate certificate(ResultSet row) throws SQLException {
    return new DeviceCertificate(
        row.getString("serial"),
        row.getString("device_id"),
        Instant.ofEpochMilli(row.getLong("issued_ms")),
        Instant.ofEpochMilli(row.getLong("expires_ms")),
        new Columns(row).instant("revoked_ms"));
  }
}
