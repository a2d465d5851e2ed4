package ai.cryox.backend.ledger;

import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.VerifierKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The proof that a record is in the ledger, as a file that needs nothing but itself: the record,
/// the words of its leaf, the way from the leaf to the root, and the checkpoint that signs the
/// root.
///
/// @param kind what the record is: `chunk`, `tail`, `alarm_change` or `audit`
/// @param time of the reading that was asked about, epoch milliseconds; 0 = none was
/// @param key who signs
/// @param leaf its number
/// @param content the leaf's words; of a row the row's own
/// @param facts of a chunk or tail: what stands before its bytes in its hash
/// @param data of a chunk or tail: its bytes
/// @param path from the leaf up
/// @param note the signed checkpoint
public record ProofText(
    String kind,
    long time,
    VerifierKey key,
    long leaf,
    byte[] content,
    byte[] facts,
    byte[] data,
    List<Hash> path,
    SignedNote note) {
  private static final String TITLE = "cryox.ledger-proof/1";

  /// The file's text.
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder();
    StringBuilder text = new StringBuilder();
    line(text, TITLE, "");
    line(text, "kind", kind);
    line(text, "time", Long.toString(time));
    line(text, "key", key.toString());
    line(text, "leaf", Long.toString(leaf));
    line(text, "content", base64.encodeToString(content));
    line(text, "facts", base64.encodeToString(facts));
    line(text, "data", base64.encodeToString(data));
    path.forEach(hash -> line(text, "hash", hash.toString()));
    return text.append('\n').append(note).toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(value.isEmpty() ? "" : " ").append(value).append('\n');
  }

  /// Reads the file's text.
  ///
  /// @throws IllegalArgumentException if it is no proof, with a sentence
  public static ProofText parse(String text) {
    int end = text.indexOf("\n\n");
    if (!text.startsWith(TITLE + "\n") || end < 0) {
      throw new IllegalArgumentException("This is no proof of a ledger: it does not say " + TITLE);
    }
    Lines lines = new Lines(text.substring(0, end).split("\n", -1));
    Base64.Decoder base64 = Base64.getDecoder();
    return new ProofText(
        lines.next("kind"),
        lines.number("time"),
        VerifierKey.parse(lines.next("key")),
        lines.number("leaf"),
        base64.decode(lines.next("content")),
        base64.decode(lines.next("facts")),
        base64.decode(lines.next("data")),
        lines.hashes(),
        SignedNote.parse(text.substring(end + 2)));
  }

  private static final class Lines {
    private final String[] lines;
    private int at = 1;

    Lines(String[] lines) {
      this.lines = lines;
    }

    String next(String name) {
      String line = at < lines.length ? lines[at++] : "";
      if (!line.equals(name) && !line.startsWith(name + " ")) {
        throw new IllegalArgumentException("The proof does not say its " + name + ".");
      }
      return line.substring(name.length()).strip();
    }

    long number(String name) {
      try {
        return Long.parseLong(next(name));
      } catch (NumberFormatException none) {
        throw new IllegalArgumentException("The proof's " + name + " is no number.", none);
      }
    }

    List<Hash> hashes() {
      List<Hash> hashes = new ArrayList<>();
      while (at < lines.length) {
        hashes.add(Hash.parse(next("hash")));
      }
      return hashes;
    }
  }
}
