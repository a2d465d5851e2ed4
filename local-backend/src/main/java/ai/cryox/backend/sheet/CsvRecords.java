package ai.cryox.backend.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads comma-separated values, RFC 4180, record by record, without an object for each. One
/// thread.
final class CsvRecords {
  private static final int FIRST_SIZE = 256 * 1024;
  private static final int LARGEST_RECORD = 16 * 1024 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int at;
  private int end;
  private int fields;
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  CsvRecords(InputStream in) {
    this.in = in;
  }

  /// Goes to the next record.
  ///
  /// @return whether there is one
  /// @throws IOException if it cannot be read, or is no record
  boolean next() throws IOException {
    int i = at;
    boolean quoted = false;
    while (true) {
      for (; i < end; i++) {
        byte one = bytes[i];
        if (one == '"') {
          quoted = !quoted;
        } else if (one == '\n' && !quoted) {
          split(at, i > at && bytes[i - 1] == '\r' ? i - 1 : i);
          at = i + 1;
          return true;
        }
      }
      i -= at;
      if (!fill()) {
        if (quoted) {
          throw new IOException("the last record's quotation mark is never closed");
        }
        boolean rest = end > at;
        if (rest) {
          split(at, end);
        }
        at = end;
        return rest;
      }
    }
  }

  private boolean fill() throws IOException {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
    if (end == bytes.length) {
      if (end >= LARGEST_RECORD) {
        throw new IOException("a record is longer than any is");
      }
      bytes = Arrays.copyOf(bytes, end * 2);
    }
    int count = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  private void split(int from, int until) {
    fields = 0;
    int i = from;
    while (true) {
      int start = i;
      int stop;
      if (i < until && bytes[i] == '"') {
        start = i + 1;
        int to = start;
        for (i = start; i < until; i++) {
          if (bytes[i] == '"') {
            i++;
            if (i >= until || bytes[i] != '"') {
              break;
            }
          }
          bytes[to++] = bytes[i];
        }
        stop = to;
        while (i < until && bytes[i] != ',') {
          i++;
        }
      } else {
        while (i < until && bytes[i] != ',') {
          i++;
        }
        stop = i;
      }
      add(start, stop);
      if (i >= until) {
        return;
      }
      i++;
    }
  }

  private void add(int start, int stop) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, fields * 2);
      ends = Arrays.copyOf(ends, fields * 2);
    }
    starts[fields] = start;
    ends[fields] = stop;
    fields++;
  }

  /// How many fields the record has.
  int fields() {
    return fields;
  }

  /// Where the fields lie; good until the next record.
  byte[] bytes() {
    return bytes;
  }

  /// Where a field begins.
  int from(int field) {
    return starts[field];
  }

  /// Where a field ends.
  int until(int field) {
    return ends[field];
  }

  /// A field as text.
  String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }
}
