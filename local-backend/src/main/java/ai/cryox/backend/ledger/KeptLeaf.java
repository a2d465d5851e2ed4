package ai.cryox.backend.ledger;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A leaf as the store keeps it.
///
/// @param number 0, 1, 2 …
/// @param key of the row it stands for; 0 = of none
/// @param data the leaf's words, or for a row its leaf hash and then what the row was, in words
///   that are only there to name it
public record KeptLeaf(long number, Kind kind, long key, byte[] data) {
  /// What it is.
  public enum Kind {
    /// Words of our own: see {@link Leaf}.
    WORDS(0),
    /// A transition of an alarm.
    ALARM(1),
    /// A line of the audit trail.
    AUDIT(2);

    private final int id;

    Kind(int id) {
      this.id = id;
    }

    /// Its number on disk.
    public int id() {
      return id;
    }

    /// The kind of a number on disk.
    ///
    /// @throws DamagedException if there is none
    public static Kind of(int id) throws DamagedException {
      for (Kind kind : values()) {
        if (kind.id == id) {
          return kind;
        }
      }
      throw new DamagedException("an unknown kind of leaf " + id);
    }
  }

  /// A leaf of our own words.
  public static KeptLeaf of(long number, Leaf leaf) {
    return new KeptLeaf(number, Kind.WORDS, 0, leaf.encode());
  }

  /// A leaf that stands for a row.
  public static KeptLeaf ofRow(long number, Kind kind, long key, Hash hash, String name) {
    byte[] words = name.getBytes(StandardCharsets.UTF_8);
    byte[] data = Arrays.copyOf(hash.bytes(), Hash.BYTES + words.length);
    System.arraycopy(words, 0, data, Hash.BYTES, words.length);
    return new KeptLeaf(number, kind, key, data);
  }

  /// Its hash in the tree.
  ///
  /// @throws DamagedException if it is too short to have one
  public Hash hash(TreeHash hashing) throws DamagedException {
    if (kind == Kind.WORDS) {
      return hashing.leaf(data);
    }
    if (data.length < Hash.BYTES) {
      throw new DamagedException("a leaf that is too short");
    }
    return Hash.of(Arrays.copyOf(data, Hash.BYTES));
  }

  /// What the row was, in words.
  public String rowName() {
    return data.length <= Hash.BYTES
        ? ""
        : new String(data, Hash.BYTES, data.length - Hash.BYTES, StandardCharsets.UTF_8);
  }
}
