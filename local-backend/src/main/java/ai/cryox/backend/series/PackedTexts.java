package ai.cryox.backend.series;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Texts in few bytes: their lengths, then all of them as one, compressed if that helps.
final class PackedTexts {
  /// No honest texts of one block are longer: bounds what damaged bytes can make us allocate.
  private static final int LONGEST = 64 * 1024 * 1024;

  private PackedTexts() {}

  static void write(ByteWriter out, String[] texts) {
    long[] lengths = new long[texts.length];
    ByteWriter all = new ByteWriter();
    for (int i = 0; i < texts.length; i++) {
      byte[] bytes = texts[i].getBytes(StandardCharsets.UTF_8);
      lengths[i] = bytes.length;
      all.put(bytes, bytes.length);
    }
    PackedLongs.write(out, lengths, lengths.length);
    byte[] packed = new byte[all.size()];
    int packedLength = all.size() < 64 ? 0 : deflate(all, packed);
    if (packedLength > 0 && packedLength < all.size()) {
      out.varint(packedLength);
      out.put(packed, packedLength);
    } else {
      out.varint(0);
      out.put(all.bytes(), all.size());
    }
  }

  /// @return 0 if it does not get shorter
  private static int deflate(ByteWriter all, byte[] into) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(all.bytes(), 0, all.size());
      deflater.finish();
      int length = deflater.deflate(into);
      return deflater.finished() ? length : 0;
    }
  }

  static @Nullable String[] read(ByteReader in, int count) throws DamagedException {
    long[] lengths = new long[count];
    PackedLongs.read(in, lengths, count);
    long total = 0;
    for (long length : lengths) {
      total += length;
      if (length < 0 || length > LONGEST || total > LONGEST) {
        throw new DamagedException("texts of impossible length");
      }
    }
    int packed = in.count(in.left());
    byte[] bytes = packed == 0 ? in.get((int) total) : inflate(in.get(packed), (int) total);
    @Nullable String[] texts = new String[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      texts[i] = new String(bytes, at, (int) lengths[i], StandardCharsets.UTF_8);
      at += (int) lengths[i];
    }
    return texts;
  }

  private static byte[] inflate(byte[] packed, int length) throws DamagedException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      if (inflater.inflate(bytes) != length) {
        throw new DamagedException("compressed texts that end too early");
      }
      return bytes;
    } catch (DataFormatException garbled) {
      throw new DamagedException("garbled texts (" + garbled.getMessage() + ")");
    }
  }
}
