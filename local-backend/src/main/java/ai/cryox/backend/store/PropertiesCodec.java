package ai.cryox.backend.store;

import ai.cryox.backend.relay.PublicationProperties;
import ai.cryox.backend.relay.PublicationProperties.UserProperty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A publication's properties as bytes: nothing for none, else a version and the members in their
/// order, each text or blob with its length, −1 for one that is not there.
final class PropertiesCodec {
  private static final int VERSION = 1;
  private static final int ABSENT = -1;

  private PropertiesCodec() {}

  static byte[] write(PublicationProperties properties) {
    if (properties.equals(PublicationProperties.NONE)) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      Boolean text = properties.text();
      out.writeByte(text == null ? ABSENT : text ? 1 : 0);
      writeText(out, properties.contentType());
      writeText(out, properties.responseTopic());
      writeBlob(out, properties.correlation());
      out.writeInt(properties.user().size());
      for (UserProperty property : properties.user()) {
        writeText(out, property.name());
        writeText(out, property.value());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    writeBlob(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBlob(DataOutputStream out, byte @Nullable [] blob) throws IOException {
    out.writeInt(blob == null ? ABSENT : blob.length);
    if (blob != null) {
      out.write(blob);
    }
  }

  /// @throws StoreException if the bytes are none of ours
  static PublicationProperties read(byte[] bytes) {
    if (bytes.length == 0) {
      return PublicationProperties.NONE;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IOException("unknown version");
      }
      int text = in.readByte();
      return new PublicationProperties(
          text == ABSENT ? null : text == 1,
          readText(in),
          readText(in),
          readBlob(in),
          readUser(in));
    } catch (IOException broken) {
      throw new StoreException(
          "The properties of a stored MQTT message cannot be read: %s."
              .formatted(broken.getMessage()),
          broken);
    }
  }

  private static List<UserProperty> readUser(DataInputStream in) throws IOException {
    List<UserProperty> user = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = readText(in);
      String value = readText(in);
      user.add(new UserProperty(name == null ? "" : name, value == null ? "" : value));
    }
    return user;
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    byte[] blob = readBlob(in);
    return blob == null ? null : new String(blob, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] readBlob(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length > in.available()) {
      throw new IOException("a length beyond the end");
    }
    return length == ABSENT ? null : in.readNBytes(length);
  }
}
