package ai.cryox.app.rejected;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes as a person can read them. Pure.
final class RawBytes {
  private static final int SHOWN = 8_192;
  private static final int PER_LINE = 16;

  private RawBytes() {}

  /// Text where the bytes are printable UTF-8, else hexadecimal; at most the first 8 KiB.
  static String shown(byte[] raw) {
    int length = Math.min(raw.length, SHOWN);
    String rest = raw.length > SHOWN ? "\n…" : "";
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, 0, length)).toString();
      if (text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
        return text + rest;
      }
    } catch (CharacterCodingException notText) {
      return hex(raw, length) + rest;
    }
    return hex(raw, length) + rest;
  }

  private static String hex(byte[] raw, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int value = raw[i] & 0xff;
      out.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
      out.append(i % PER_LINE == PER_LINE - 1 ? '\n' : ' ');
    }
    return out.toString();
  }
}
