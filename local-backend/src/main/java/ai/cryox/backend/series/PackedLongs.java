package ai.cryox.backend.series;

import java.util.Arrays;

/// Whole numbers in few bits. Blocks of 128 numbers share a smallest value and a width; the rare
/// number that needs more bits is patched. Applied to the numbers themselves, to their differences
/// or to the differences of those, whichever is shortest: a clock that ticks evenly costs next to
/// nothing.
final class PackedLongs {
  private static final int BLOCK = 128;
  private static final int CONSTANT = 0;
  private static final int PLAIN = 1;
  private static final int DIFFERENCES = 2;
  private static final int SECOND_DIFFERENCES = 3;

  /// Set in the width's byte where a block has patches.
  private static final int PATCHED = 0x80;

  private PackedLongs() {}

  static void write(ByteWriter out, long[] values, int count) {
    if (count == 0) {
      return;
    }
    if (isConstant(values, count)) {
      writeConstant(out, values[0]);
      return;
    }
    long[] first = out.scratch.first(count);
    differences(values, count, first);
    long[] second = out.scratch.second(count);
    long plain = cost(values, count);
    long once = cost(first, count - 1);
    long twice = once;
    if (once > 0) {
      differences(first, count - 1, second);
      twice = cost(second, count - 2);
    }
    if (plain <= once && plain <= twice) {
      out.put(PLAIN);
      writeBlocks(out, values, count);
    } else if (once <= twice) {
      out.put(DIFFERENCES);
      out.zigzag(values[0]);
      writeBlocks(out, first, count - 1);
    } else {
      out.put(SECOND_DIFFERENCES);
      out.zigzag(values[0]);
      out.zigzag(first[0]);
      writeBlocks(out, second, count - 2);
    }
  }

  /// Writes any number of values that are all the same, at least one.
  static void writeConstant(ByteWriter out, long value) {
    out.put(CONSTANT);
    out.zigzag(value);
  }

  static void read(ByteReader in, long[] values, int count) throws DamagedException {
    if (count == 0) {
      return;
    }
    int how = in.get();
    switch (how) {
      case CONSTANT -> Arrays.fill(values, 0, count, in.zigzag());
      case PLAIN -> readBlocks(in, values, 0, count);
      case DIFFERENCES -> {
        values[0] = in.zigzag();
        readBlocks(in, values, 1, count);
        sum(values, 1, count);
      }
      case SECOND_DIFFERENCES -> {
        values[0] = in.zigzag();
        values[1] = in.zigzag();
        readBlocks(in, values, 2, count);
        sum(values, 2, count);
        sum(values, 1, count);
      }
      default -> throw new DamagedException("an unknown packing " + how);
    }
  }

  private static boolean isConstant(long[] values, int count) {
    for (int i = 1; i < count; i++) {
      if (values[i] != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static void differences(long[] values, int count, long[] differences) {
    for (int i = 0; i < count - 1; i++) {
      differences[i] = values[i + 1] - values[i];
    }
  }

  private static void sum(long[] values, int from, int count) {
    for (int i = from; i < count; i++) {
      values[i] += values[i - 1];
    }
  }

  /// About how many bits it takes to pack them: good enough to choose by, and cheap.
  private static long cost(long[] values, int count) {
    long bits = 0;
    for (int from = 0; from < count; from += BLOCK) {
      int until = Math.min(from + BLOCK, count);
      long smallest = smallest(values, from, until);
      for (int i = from; i < until; i++) {
        bits += Width.bitsOf(values[i] - smallest);
      }
    }
    return bits;
  }

  private static void writeBlocks(ByteWriter out, long[] values, int count) {
    for (int from = 0; from < count; from += BLOCK) {
      writeBlock(out, values, from, Math.min(from + BLOCK, count));
    }
  }

  private static void writeBlock(ByteWriter out, long[] values, int from, int until) {
    long smallest = smallest(values, from, until);
    Width width = Width.of(values, from, until, smallest);
    out.zigzag(smallest);
    out.put(width.bits() | (width.patches() > 0 ? PATCHED : 0));
    pack(out, values, from, until, smallest, width.bits());
    if (width.patches() > 0) {
      out.varint(width.patches());
      for (int i = from; i < until; i++) {
        long above = values[i] - smallest;
        if (Width.bitsOf(above) > width.bits()) {
          out.put(i - from);
          out.varint(above >>> width.bits());
        }
      }
    }
  }

  private static void readBlocks(ByteReader in, long[] values, int first, int count)
      throws DamagedException {
    for (int from = first; from < count; from += BLOCK) {
      readBlock(in, values, from, Math.min(from + BLOCK, count));
    }
  }

  private static void readBlock(ByteReader in, long[] values, int from, int until)
      throws DamagedException {
    long smallest = in.zigzag();
    int head = in.get();
    int bits = head & ~PATCHED;
    if (bits > Long.SIZE) {
      throw new DamagedException("a width of %d bits".formatted(bits));
    }
    unpack(in, values, from, until, bits);
    if ((head & PATCHED) != 0) {
      for (int patches = in.count(BLOCK); patches > 0; patches--) {
        int at = from + in.get();
        if (at >= until || bits >= Long.SIZE) {
          throw new DamagedException("a patch outside its block");
        }
        values[at] |= in.varint() << bits;
      }
    }
    for (int i = from; i < until; i++) {
      values[i] += smallest;
    }
  }

  private static long smallest(long[] values, int from, int until) {
    long smallest = values[from];
    for (int i = from + 1; i < until; i++) {
      smallest = Math.min(smallest, values[i]);
    }
    return smallest;
  }

  private static void pack(
      ByteWriter out, long[] values, int from, int until, long smallest, int bits) {
    if (bits == 0) {
      return;
    }
    long mask = -1L >>> (Long.SIZE - bits);
    long word = 0;
    int filled = 0;
    for (int i = from; i < until; i++) {
      long value = (values[i] - smallest) & mask;
      word |= value << filled;
      filled += bits;
      if (filled >= Long.SIZE) {
        out.putLong(word, Long.BYTES);
        filled -= Long.SIZE;
        word = filled == 0 ? 0 : value >>> (bits - filled);
      }
    }
    if (filled > 0) {
      out.putLong(word, (filled + 7) / 8);
    }
  }

  private static void unpack(ByteReader in, long[] values, int from, int until, int bits)
      throws DamagedException {
    if (bits == 0) {
      Arrays.fill(values, from, until, 0);
      return;
    }
    long mask = -1L >>> (Long.SIZE - bits);
    int bytes = ((until - from) * bits + 7) / 8;
    long word = 0;
    int held = 0;
    for (int i = from; i < until; i++) {
      long value = word;
      if (held < bits) {
        int take = Math.min(Long.BYTES, bytes);
        word = in.getLong(take);
        bytes -= take;
        value |= word << held;
        int used = bits - held;
        word = used == Long.SIZE ? 0 : word >>> used;
        held = take * 8 - used;
      } else {
        word = bits == Long.SIZE ? 0 : word >>> bits;
        held -= bits;
      }
      values[i] = value & mask;
    }
  }

  /// How wide a block's numbers are packed, and how many of them are patched.
  private record Width(int bits, int patches) {
    /// What one patch costs beside its bits: its place and its length.
    private static final int PATCH_BITS = 14;

    static int bitsOf(long above) {
      return Long.SIZE - Long.numberOfLeadingZeros(above);
    }

    static Width of(long[] values, int from, int until, long smallest) {
      int[] histogram = new int[Long.SIZE + 1];
      int widest = 0;
      for (int i = from; i < until; i++) {
        int bits = bitsOf(values[i] - smallest);
        histogram[bits]++;
        widest = Math.max(widest, bits);
      }
      int count = until - from;
      int bestBits = widest;
      int bestPatches = 0;
      long best = (long) widest * count;
      int patches = 0;
      for (int bits = widest - 1; bits >= 0; bits--) {
        patches += histogram[bits + 1];
        long cost = (long) bits * count + (long) patches * (PATCH_BITS + widest - bits);
        if (cost < best) {
          best = cost;
          bestBits = bits;
          bestPatches = patches;
        }
      }
      return new Width(bestBits, bestPatches);
    }
  }
}
