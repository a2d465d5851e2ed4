package ai.cryox.backend.ledger;

import ai.cryox.core.ledger.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes leaves: numbers as varints, signed ones zigzag, texts with their length. One thread.
final class LeafWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  LeafWriter one(int value) {
    out.write(value);
    return this;
  }

  LeafWriter number(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  LeafWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  LeafWriter hash(Hash hash) {
    out.writeBytes(hash.bytes());
    return this;
  }

  LeafWriter bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  LeafWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
