package ai.cryox.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text with signatures under it, in the form of C2SP's signed-note.
///
/// @param text whole lines
/// @param signatures of any keys, in order
public record SignedNote(String text, List<Line> signatures) {
  private static final String DASH = "— ";
  private static final int ID_BYTES = 4;

  /// One signature.
  ///
  /// @param name of its key
  /// @param value Base64 of the key's id and the signature
  public record Line(String name, String value) {}

  /// @throws IllegalArgumentException if the text is not made of whole lines
  public SignedNote {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("A note's text ends with a line break.");
    }
    signatures = List.copyOf(signatures);
  }

  /// A text with one signature.
  ///
  /// @param signature by the private half of that key
  public static SignedNote of(String text, VerifierKey key, byte[] signature) {
    byte[] value = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
    System.arraycopy(signature, 0, value, ID_BYTES, signature.length);
    return new SignedNote(
        text, List.of(new Line(key.name(), Base64.getEncoder().encodeToString(value))));
  }

  /// Reads a note.
  ///
  /// @throws IllegalArgumentException if it is none, with a sentence
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException(
          "A signed note is a text, an empty line and signatures; this is none.");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(end + 2).lines().toList()) {
      String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : null;
      if (parts == null || parts.length != 2) {
        throw new IllegalArgumentException("'" + line + "' is no line of a signature.");
      }
      lines.add(new Line(parts[0], parts[1]));
    }
    return new SignedNote(note.substring(0, end + 1), lines);
  }

  /// Whether that key has signed it.
  public boolean isSignedBy(VerifierKey key) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    for (Line line : signatures) {
      if (line.name().equals(key.name())) {
        byte[] value = decoded(line.value());
        if (value.length > ID_BYTES
            && Arrays.equals(value, 0, ID_BYTES, key.id(), 0, ID_BYTES)
            && key.verifies(signed, Arrays.copyOfRange(value, ID_BYTES, value.length))) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] decoded(String value) {
    try {
      return Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException damaged) {
      return new byte[0];
    }
  }

  /// The note as it is written.
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(line ->
        note.append(DASH).append(line.name()).append(' ').append(line.value()).append('\n'));
    return note.toString();
  }
}
