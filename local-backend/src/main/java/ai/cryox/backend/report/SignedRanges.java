package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedData;

/// The parts of a file that a signature covers, read in pieces.
///
/// @param ranges offset, length, offset, length
record SignedRanges(Path file, int[] ranges) implements CMSTypedData {
  private static final int PIECE = 256 * 1024;

  /// Whether they are all of the file but the signature itself.
  boolean areWhole() throws IOException {
    if (ranges.length != 4 || ranges[0] != 0 || ranges[1] < 1 || ranges[2] <= ranges[1]) {
      return false;
    }
    return (long) ranges[2] + ranges[3] == Files.size(file) && isHexadecimal(gap());
  }

  /// Whether they are the beginning of the file up to some place, but for the signature itself.
  boolean areBeginning() throws IOException {
    return ranges.length == 4
        && ranges[0] == 0
        && ranges[1] >= 1
        && ranges[2] > ranges[1]
        && (long) ranges[2] + ranges[3] <= Files.size(file)
        && isHexadecimal(gap());
  }

  private byte[] gap() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer gap = ByteBuffer.allocate(ranges[2] - ranges[1]);
      for (int at = 0; at >= 0 && gap.hasRemaining(); ) {
        at = channel.read(gap, ranges[1] + (long) gap.position());
      }
      return gap.array();
    }
  }

  private static boolean isHexadecimal(byte[] gap) {
    if (gap.length < 2 || gap[0] != '<' || gap[gap.length - 1] != '>') {
      return false;
    }
    for (int i = 1; i < gap.length - 1; i++) {
      if (Character.digit(gap[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void write(OutputStream out) throws IOException, CMSException {
    try (FileChannel channel = FileChannel.open(file)) {
      for (int i = 0; i + 1 < ranges.length; i += 2) {
        write(channel, ranges[i], ranges[i + 1], out);
      }
    }
  }

  private static void write(FileChannel channel, long from, long length, OutputStream out)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (long done = 0; done < length; ) {
      piece.clear().limit((int) Math.min(PIECE, length - done));
      int count = channel.read(piece, from + done);
      if (count < 0) {
        return;
      }
      out.write(piece.array(), 0, count);
      done += count;
    }
  }

  @Override
  public ASN1ObjectIdentifier getContentType() {
    return CMSObjectIdentifiers.data;
  }

  @Override
  public Object getContent() {
    return file;
  }
}
