package ai.cryox.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Against the reference vectors of certificate-transparency, and by law.
class TreeTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final TreeHash hashing = new TreeHash();
  private final ProofCheck check = new ProofCheck();

  /// All leaves in memory.
  private static final class WholeTree implements TreeNodes {
    private final TreeHash hashing = new TreeHash();
    private final List<Hash> leaves = new ArrayList<>();

    static WholeTree of(int size) {
      WholeTree tree = new WholeTree();
      for (int leaf = 0; leaf < size; leaf++) {
        tree.leaves.add(tree.hashing.leaf(new byte[] {(byte) leaf, (byte) (leaf >> 8)}));
      }
      return tree;
    }

    @Override
    public Hash node(int level, long index) {
      return level == 0
          ? leaves.get((int) index)
          : hashing.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
  }

  private WholeTree reference() {
    WholeTree tree = new WholeTree();
    LEAVES.forEach(hex -> tree.leaves.add(hashing.leaf(HexFormat.of().parseHex(hex))));
    return tree;
  }

  @Test
  void theReferenceLeavesHaveTheReferenceRoots() {
    WholeTree tree = reference();
    Frontier frontier = new Frontier();
    for (int size = 0; size <= LEAVES.size(); size++) {
      Hash expected = Hash.parseHex(ROOTS.get(size));
      assertEquals(expected, frontier.root());
      assertEquals(expected, new Proofs(tree).root(size));
      if (size < LEAVES.size()) {
        frontier.add(tree.leaves.get(size));
      }
    }
  }

  @Test
  void inclusionProofsAreThoseOfTheReference() {
    assertInclusion(0, 1);
    assertInclusion(
        0,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertInclusion(
        5,
        8,
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertInclusion(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assertInclusion(
        1,
        5,
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  private void assertInclusion(int leaf, int size, String... path) {
    assertEquals(
        List.of(path),
        new Proofs(reference()).inclusion(leaf, size).stream().map(Hash::hex).toList());
  }

  @Test
  void consistencyProofsAreThoseOfTheReference() {
    assertConsistency(1, 1);
    assertConsistency(
        1,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertConsistency(
        6,
        8,
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertConsistency(
        2,
        5,
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  private void assertConsistency(int older, int newer, String... path) {
    assertEquals(
        List.of(path),
        new Proofs(reference()).consistency(older, newer).stream().map(Hash::hex).toList());
  }

  @Property(tries = 300)
  void everyLeafIsProvenAndNoOtherIs(
      @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int at) {
    int leaf = at % size;
    WholeTree tree = WholeTree.of(size);
    Proofs proofs = new Proofs(tree);
    Hash root = proofs.root(size);
    List<Hash> proof = proofs.inclusion(leaf, size);
    assertTrue(check.isIncluded(tree.leaves.get(leaf), leaf, size, proof, root));
    assertFalse(check.isIncluded(hashing.leaf(new byte[] {7, 7, 7}), leaf, size, proof, root));
    assertFalse(check.isIncluded(tree.leaves.get(leaf), leaf, size, proof, hashing.of()));
    if (size > 1) {
      assertFalse(check.isIncluded(tree.leaves.get(leaf), (leaf + 1) % size, size, proof, root));
      assertFalse(
          check.isIncluded(
              tree.leaves.get(leaf), leaf, size, proof.subList(1, proof.size()), root));
    }
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(size, size));
  }

  @Property(tries = 300)
  void everyOlderTreeIsProvenAndNoOtherIs(
      @ForAll @IntRange(min = 1, max = 300) int newer, @ForAll @IntRange(max = 299) int at) {
    int older = 1 + at % newer;
    WholeTree tree = WholeTree.of(newer);
    Proofs proofs = new Proofs(tree);
    List<Hash> proof = proofs.consistency(older, newer);
    Hash before = proofs.root(older);
    Hash after = proofs.root(newer);
    assertTrue(check.isConsistent(older, before, newer, after, proof));
    assertFalse(check.isConsistent(older, hashing.of(), newer, after, proof));
    assertFalse(check.isConsistent(older, before, newer, hashing.of(), proof));
    assertFalse(check.isConsistent(older, before, older - 1, after, proof));
  }

  @Property(tries = 200)
  void aFrontierGrownByLeavesAndBySubtreesIsTheTree(
      @ForAll @IntRange(max = 400) int size, @ForAll @IntRange(max = 6) int level) {
    WholeTree tree = WholeTree.of(size);
    Frontier frontier = new Frontier();
    for (long leaf = 0; leaf < size; ) {
      int rise = leaf % (1L << level) == 0 && leaf + (1L << level) <= size ? level : 0;
      frontier.add(rise, tree.node(rise, leaf >> rise));
      leaf += 1L << rise;
    }
    assertEquals(size, frontier.size());
    assertEquals(new Proofs(tree).root(size), frontier.root());
    assertEquals(frontier.root(), new Frontier(frontier).root());
  }

  @Test
  void aSubtreeGoesOnlyWhereItFits() {
    Frontier frontier = new Frontier();
    frontier.add(hashing.leaf(new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> frontier.add(1, TreeHash.EMPTY));
  }
}
