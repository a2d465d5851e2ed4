package ai.cryox.backend.secret;

import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Secrets in the PKCS#12 file `secrets/secrets.p12`, which a {@link Passphrase} opens.
/// Thread-safe.
public final class KeyStoreSecrets implements Secrets {
  /// Its name in the folder `secrets`.
  static final String FILE = "secrets.p12";

  private static final String ALGORITHM = "HmacSHA256";

  private final Path folder;
  private final Path file;
  private final Passphrase passphrase;

  /// @param data the data folder
  public KeyStoreSecrets(Path data, Passphrase passphrase) {
    this.folder = data.resolve("secrets");
    this.file = folder.resolve(FILE);
    this.passphrase = passphrase;
  }

  @Override
  public synchronized char @Nullable [] read(SecretName name) {
    if (!Files.exists(file)) {
      return null;
    }
    char[] opener = opener();
    try {
      Key key = open(opener).getKey(name.wireName(), opener);
      return key == null ? null : chars(key.getEncoded());
    } catch (IOException | GeneralSecurityException failed) {
      throw broken(failed);
    } finally {
      Arrays.fill(opener, '\0');
    }
  }

  @Override
  public synchronized void write(SecretName name, char[] secret) {
    char[] opener = opener();
    try {
      KeyStore store = open(opener);
      if (secret.length == 0) {
        store.deleteEntry(name.wireName());
      } else {
        SecretKeySpec key = new SecretKeySpec(bytes(secret), ALGORITHM);
        store.setKeyEntry(name.wireName(), key, opener, null);
      }
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      store.store(content, opener);
      OwnerOnlyFile.makeFolder(folder);
      OwnerOnlyFile.write(file, content.toByteArray());
    } catch (IOException | GeneralSecurityException failed) {
      throw broken(failed);
    } finally {
      Arrays.fill(opener, '\0');
    }
  }

  @Override
  public synchronized Set<SecretName> names() {
    Set<SecretName> names = EnumSet.noneOf(SecretName.class);
    if (!Files.exists(file)) {
      return names;
    }
    char[] opener = opener();
    try {
      KeyStore store = open(opener);
      for (SecretName name : SecretName.values()) {
        if (store.containsAlias(name.wireName())) {
          names.add(name);
        }
      }
      return names;
    } catch (IOException | GeneralSecurityException failed) {
      throw broken(failed);
    } finally {
      Arrays.fill(opener, '\0');
    }
  }

  private KeyStore open(char[] opener) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    if (!Files.exists(file)) {
      store.load(null, opener);
      return store;
    }
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, opener);
    }
    return store;
  }

  private char[] opener() {
    try {
      return passphrase.get().toCharArray();
    } catch (IOException failed) {
      throw new BackendException(
          "The passphrase of the secrets in %s cannot be had: %s. Unlock the key store, or give it with %s."
              .formatted(folder, failed.getMessage(), Passphrase.FILE_VARIABLE),
          failed);
    }
  }

  /// The cause is left out of the sentence: it may quote what must not be seen.
  private BackendException broken(Exception failed) {
    return new BackendException(
        "The secrets in %s cannot be used: the file is damaged or cannot be read, or its passphrase is another one. Set %s or %s as it was, or delete the folder and enter the secrets again."
            .formatted(folder, Passphrase.VARIABLE, Passphrase.FILE_VARIABLE),
        failed);
  }

  private static byte[] bytes(char[] secret) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static char[] chars(byte[] bytes) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    return chars;
  }
}
