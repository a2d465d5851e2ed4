package ai.cryox.backend.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The cross-reference stream at the end of a PDF. PDFBox says in it that there is one object more
/// than there is (ISO 32000-1, 7.5.8.2), which strict readers complain of.
final class CrossReferences {
  private static final Pattern START = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
  private static final Pattern SIZE = Pattern.compile("/Size (\\d+)\\s+/Index \\[([\\d\\s]+)]");
  private static final int END_BYTES = 64;
  private static final int DICTIONARY_BYTES = 2_048;

  private CrossReferences() {}

  /// Makes the number of objects that the file says the one that it has.
  ///
  /// @throws IOException if the file cannot be read or written, or does not end as it must
  static void mend(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Matcher start = START.matcher(read(channel, channel.size() - END_BYTES, END_BYTES));
      if (!start.find()) {
        throw new IOException("the pages do not end as a PDF does");
      }
      long offset = Long.parseLong(start.group(1));
      Matcher size = SIZE.matcher(read(channel, offset, DICTIONARY_BYTES));
      if (!size.find()) {
        return;
      }
      int room = size.group(1).length();
      String right = Long.toString(end(size.group(2)));
      if (right.length() <= room) {
        right += " ".repeat(room - right.length());
        channel.write(
            ByteBuffer.wrap(right.getBytes(StandardCharsets.US_ASCII)), offset + size.start(1));
      }
    }
  }

  /// One more than the highest number of those that are added, in pairs of the first and how many.
  /// Whatever is signed adds objects, so it is also the highest of all.
  private static long end(String pairs) {
    long end = 0;
    String[] numbers = pairs.strip().split("\\s+");
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      end = Math.max(end, Long.parseLong(numbers[i]) + Long.parseLong(numbers[i + 1]));
    }
    return end;
  }

  private static String read(FileChannel channel, long from, int most) throws IOException {
    long at = Math.max(0, from);
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - at));
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // Goes on until it is full.
    }
    return new String(bytes.array(), StandardCharsets.ISO_8859_1);
  }
}
