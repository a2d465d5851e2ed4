package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Room for a signature in a PDF: an object that the signature's field speaks of, made of blanks
/// when the pages are written, and written over in the file when all the rest of it is there. So a
/// report is one revision, all of it signed, and is not read again to be signed.
///
/// @param from where what is written over begins, in bytes
/// @param length of that, bytes
record SignatureRoom(Path file, long from, int length) {
  /// A signature with its certificates and a stamp, as hexadecimal digits, and its dictionary.
  private static final int SIGNATURE_BYTES = 24_000;

  private static final int ROOM = 2 * SIGNATURE_BYTES + 4_000;
  private static final int PIECE = 1 << 20;
  private static final byte[] MARK = ascii("%cryox: the signature goes here%");
  private static final byte[] OBJECT = ascii(" obj");
  private static final byte[] END = ascii("endobj");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Makes room in a document that is not saved yet. It is a stream, since those alone are never
  /// packed together with others.
  static COSStream in(PDDocument document) throws IOException {
    COSStream room = document.getDocument().createCOSStream();
    byte[] blanks = new byte[ROOM];
    Arrays.fill(blanks, (byte) ' ');
    System.arraycopy(MARK, 0, blanks, 0, MARK.length);
    try (OutputStream out = room.createRawOutputStream()) {
      out.write(blanks);
    }
    return room;
  }

  /// Finds the room in a document that was saved.
  ///
  /// @throws IOException if there is none
  static SignatureRoom find(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long mark = search(channel);
      long before = Math.max(0, mark - 200);
      byte[] head = read(channel, before, (int) (mark - before));
      byte[] rest = read(channel, mark, ROOM + 200);
      int start = lastIndexOf(head, OBJECT);
      int end = indexOf(rest, rest.length, END);
      if (start < 0 || end < 0) {
        throw new IOException("the room for the signature is broken");
      }
      long from = before + start + OBJECT.length;
      return new SignatureRoom(file, from, Math.toIntExact(mark + end - from));
    }
  }

  /// The data come before it and are large: it is looked for from the end.
  private static long search(FileChannel channel) throws IOException {
    for (long end = channel.size(); end > 0; end -= PIECE) {
      long from = Math.max(0, end - PIECE - MARK.length);
      byte[] piece = read(channel, from, (int) (end - from));
      int at = indexOf(piece, piece.length, MARK);
      if (at >= 0) {
        return from + at;
      }
    }
    throw new IOException("there is no room for the signature");
  }

  private static byte[] read(FileChannel channel, long from, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // Goes on until it is full.
    }
    return bytes.array();
  }

  private static int indexOf(byte[] in, int until, byte[] wanted) {
    for (int at = 0; at + wanted.length <= until; at++) {
      if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] in, byte[] wanted) {
    int found = -1;
    for (int at = 0; at + wanted.length <= in.length; at++) {
      if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        found = at;
      }
    }
    return found;
  }

  /// Writes the signature's dictionary, with zeros where the signature itself will stand.
  ///
  /// @param entries of the dictionary, but what says which bytes are signed
  /// @return what must be signed
  /// @throws IOException if it cannot be written
  SignedRanges write(String entries) throws IOException {
    String head = "\n<< " + entries + " /Contents ";
    int gap = head.length();
    int hole = 2 * SIGNATURE_BYTES + 2;
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) ' ');
    Arrays.fill(text, gap, gap + hole, (byte) '0');
    text[gap] = '<';
    text[gap + hole - 1] = '>';
    put(text, 0, head);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long afterHole = from + gap + hole;
      int[] ranges = {
        0,
        Math.toIntExact(from + gap),
        Math.toIntExact(afterHole),
        Math.toIntExact(channel.size() - afterHole)
      };
      String signed =
          " /ByteRange [%d %d %d %d] >>\n".formatted(ranges[0], ranges[1], ranges[2], ranges[3]);
      put(text, gap + hole, signed);
      text[length - 1] = '\n';
      writeAt(channel, from, text);
      return new SignedRanges(file, ranges);
    }
  }

  private static void put(byte[] into, int at, String text) {
    byte[] bytes = ascii(text);
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  /// Writes the signature itself.
  ///
  /// @throws IOException if it is too large, or cannot be written
  static void fill(SignedRanges ranges, String hexadecimal) throws IOException {
    if (hexadecimal.length() > 2 * SIGNATURE_BYTES) {
      throw new IOException("the signature is too large");
    }
    try (FileChannel channel = FileChannel.open(ranges.file(), StandardOpenOption.WRITE)) {
      writeAt(channel, ranges.ranges()[1] + 1L, ascii(hexadecimal));
    }
  }

  private static void writeAt(FileChannel channel, long at, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }
}
