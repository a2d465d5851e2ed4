package ai.cryox.app.cli;

import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.core.backend.BackendException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The files that a device with a certificate needs. Nobody but their owner may read them.
///
/// @param certificate PEM
/// @param key PEM, PKCS#8, not encrypted
/// @param keyStore both, PKCS#12
/// @param authority what tells this server from others, PEM
record CertificateFiles(Path certificate, Path key, Path keyStore, Path authority) {
  /// The files of a device in a folder.
  ///
  /// @throws BackendException if one of them is there already, or the folder cannot be made
  static CertificateFiles in(Path folder, String deviceId) {
    Path whole = folder.toAbsolutePath().normalize();
    String name = deviceId.replaceAll("[^A-Za-z0-9._-]", "_");
    CertificateFiles files =
        new CertificateFiles(
            whole.resolve(name + ".pem"),
            whole.resolve(name + ".key"),
            whole.resolve(name + ".p12"),
            whole.resolve("authority.pem"));
    for (Path file : List.of(files.certificate, files.key, files.keyStore)) {
      if (Files.exists(file)) {
        throw new BackendException(
            "%s is there already; move it away or choose another folder with --out."
                .formatted(file));
      }
    }
    try {
      Files.createDirectories(whole);
    } catch (IOException failed) {
      throw new BackendException("The folder %s cannot be made.".formatted(whole), failed);
    }
    return files;
  }

  /// @param row with the PEM texts and the key store
  /// @throws BackendException if they cannot be written
  void write(Map<String, String> row) {
    try {
      OwnerOnlyFile.write(key, utf8(row, "keyPem"));
      OwnerOnlyFile.write(certificate, utf8(row, "certificatePem"));
      OwnerOnlyFile.write(keyStore, Base64.getDecoder().decode(utf8(row, "pkcs12")));
      OwnerOnlyFile.write(authority, utf8(row, "authorityPem"));
    } catch (IOException failed) {
      throw new BackendException(
          "The certificate was made but its files cannot be written (%s). Make another one where there is room; `cryox device rotate` revokes this one."
              .formatted(failed.getMessage()),
          failed);
    }
  }

  private static byte[] utf8(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), name).getBytes(StandardCharsets.UTF_8);
  }
}
