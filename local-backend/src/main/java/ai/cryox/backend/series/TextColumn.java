package ai.cryox.backend.series;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Texts. Few different ones are written once each; many are compressed together. One thread.
final class TextColumn extends Column {
  private static final int FEW = 0;
  private static final int MANY = 1;

  private @Nullable String first;
  private @Nullable String @Nullable [] values;

  /// An array that was cleared, to be used again.
  private @Nullable String @Nullable [] spare;

  @Nullable String get(int row) {
    return row >= size ? null : values == null ? first : values[row];
  }

  /// Sets the value of a row, the next or a later one.
  void set(int row, @Nullable String value) {
    if (value != null) {
      pad(row);
      add(value);
    }
  }

  @Override
  void pad(int rows) {
    if (size < rows && values == null && (size == 0 || first == null)) {
      first = null;
      size = rows;
    }
    while (size < rows) {
      add(null);
    }
  }

  void add(@Nullable String value) {
    if (size == 0) {
      first = value;
      values = null;
    } else if (values == null && !Objects.equals(value, first)) {
      makeArray(size + 1);
    }
    if (values != null) {
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size] = value;
    }
    size++;
  }

  @Override
  void copy(int row, Column other, int otherRow) {
    if (other.size > otherRow) {
      set(row, ((TextColumn) other).get(otherRow));
    }
  }

  @Override
  void copyAll(int row, Column other, int[] rows) {
    TextColumn from = (TextColumn) other;
    int count = rows.length;
    boolean whole = count > 0 && rows[count - 1] < from.size;
    if (whole && from.values == null && from.first != null) {
      addSame(row, from.first, count);
    } else if (whole && from.values != null && values != null && size == row) {
      addEach(values, from.values, rows, count);
    } else {
      for (int at = 0; at < count; at++) {
        copy(row + at, from, rows[at]);
      }
    }
  }

  private void addSame(int row, @Nullable String value, int count) {
    pad(row);
    add(value);
    if (values == null) {
      size += count - 1;
    } else {
      for (int at = 1; at < count; at++) {
        add(value);
      }
    }
  }

  private void addEach(@Nullable String[] mine, @Nullable String[] theirs, int[] rows, int count) {
    @Nullable String[] into = mine;
    if (size + count > into.length) {
      into = Arrays.copyOf(into, grown(size + count));
      values = into;
    }
    for (int at = 0; at < count; at++) {
      into[size + at] = theirs[rows[at]];
    }
    size += count;
  }

  /// An array for all that were the same until now, and more.
  private void makeArray(int room) {
    @Nullable String[] made =
        spare != null && spare.length >= room ? spare : new String[Math.max(SPARE, grown(room))];
    spare = null;
    Arrays.fill(made, 0, size, first);
    values = made;
  }

  @Override
  void clear() {
    if (values != null) {
      Arrays.fill(values, 0, size, null);
      spare = values;
      values = null;
    }
    first = null;
    size = 0;
  }

  @Override
  boolean isUniform() {
    return values == null;
  }

  @Override
  Column slice(int from, int until) {
    TextColumn slice = new TextColumn();
    slice.size = Math.max(0, Math.min(until, size) - from);
    slice.first = slice.size == 0 ? null : get(from);
    if (values != null && slice.size > 0) {
      slice.values = Arrays.copyOfRange(values, from, from + slice.size + SPARE);
    }
    return slice;
  }

  @Override
  boolean isEmpty(int row) {
    return get(row) == null;
  }

  @Override
  void write(ByteWriter out) {
    int present = writePresence(out);
    if (present == 0) {
      return;
    }
    Map<String, Integer> different = new LinkedHashMap<>();
    for (int row = 0; row < (values == null ? 1 : size); row++) {
      String text = get(row);
      if (text != null) {
        different.putIfAbsent(text, different.size());
      }
    }
    if (different.size() <= 16 || different.size() <= present / 4) {
      out.put(FEW);
      out.varint(different.size());
      PackedTexts.write(out, different.keySet().toArray(String[]::new));
      writeIndices(out, different, present);
    } else {
      out.put(MANY);
      PackedTexts.write(out, texts(present));
    }
  }

  private String[] texts(int present) {
    String[] texts = new String[present];
    int at = 0;
    for (int row = 0; row < size; row++) {
      String text = get(row);
      if (text != null) {
        texts[at++] = text;
      }
    }
    return texts;
  }

  private void writeIndices(ByteWriter out, Map<String, Integer> different, int present) {
    if (different.size() == 1) {
      PackedLongs.writeConstant(out, 0);
      return;
    }
    long[] indices = out.scratch.numbers(present);
    int at = 0;
    for (int row = 0; row < size; row++) {
      String text = get(row);
      if (text != null) {
        indices[at++] = Objects.requireNonNull(different.get(text));
      }
    }
    PackedLongs.write(out, indices, present);
  }

  @Override
  void read(ByteReader in, int rows) throws DamagedException {
    boolean[] present = readPresence(in, rows);
    int count = count(present);
    @Nullable String[] texts = new String[0];
    long[] indices = new long[count];
    if (count > 0) {
      int how = in.get();
      if (how == FEW) {
        texts = PackedTexts.read(in, in.count(count));
        PackedLongs.read(in, indices, count);
      } else if (how == MANY) {
        texts = PackedTexts.read(in, count);
        Arrays.setAll(indices, i -> i);
      } else {
        throw new DamagedException("an unknown kind of texts " + how);
      }
    }
    int at = 0;
    for (int row = 0; row < rows; row++) {
      add(present[row] ? text(texts, indices[at++]) : null);
    }
  }

  private static @Nullable String text(@Nullable String[] texts, long index)
      throws DamagedException {
    if (index < 0 || index >= texts.length) {
      throw new DamagedException("a text that is not there");
    }
    return texts[(int) index];
  }
}
