package ai.cryox.core.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How a tree is hashed: RFC 9162, section 2.1.1. A leaf and a node begin with different bytes, so
/// that neither can be passed off as the other. One thread for each.
public final class TreeHash {
  /// The root of a tree without leaves.
  public static final Hash EMPTY = new TreeHash().of();

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();

  /// The hash of a leaf with this content.
  public Hash leaf(byte[] content) {
    digest.update(LEAF);
    return Hash.owned(digest.digest(content));
  }

  /// The hash of a node with these children.
  public Hash node(Hash left, Hash right) {
    digest.update(NODE);
    digest.update(left.raw());
    return Hash.owned(digest.digest(right.raw()));
  }

  /// The plain hash of these parts, one after the other.
  public Hash of(byte[]... parts) {
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash.owned(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
