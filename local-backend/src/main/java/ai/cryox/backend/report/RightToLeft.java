package ai.cryox.backend.report;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/// Sets Hebrew and Arabic from right to left within other texts. One thread.
final class RightToLeft implements BidiReorderer {
  private static final String OPENING = "([{<\u00ab\u2039";
  private static final String CLOSING = ")]}>\u00bb\u203a";

  @Override
  public String reorderRTLTextToLTR(String text) {
    int[] letters = text.codePoints().toArray();
    StringBuilder turned = new StringBuilder(text.length());
    for (int end = letters.length; end > 0; ) {
      // Marks stay after the letter that they belong to.
      int from = end - 1;
      while (from > 0 && Character.getType(letters[from]) == Character.NON_SPACING_MARK) {
        from--;
      }
      for (int at = from; at < end; at++) {
        turned.appendCodePoint(mirrored(letters[at]));
      }
      end = from;
    }
    return turned.toString();
  }

  private static int mirrored(int letter) {
    int opening = OPENING.indexOf(letter);
    int closing = CLOSING.indexOf(letter);
    return opening >= 0 ? CLOSING.charAt(opening) : closing >= 0 ? OPENING.charAt(closing) : letter;
  }

  @Override
  public String shapeText(String text) {
    return ArabicLetters.joined(text);
  }

  @Override
  public String deshapeText(String text) {
    return ArabicLetters.plain(text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /// Finds the stretches of one direction.
  static final class Splitter implements BidiSplitter {
    private Bidi runs = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte direction) {
      runs =
          new Bidi(
              paragraph,
              direction == BidiSplitter.RTL
                  ? Bidi.DIRECTION_RIGHT_TO_LEFT
                  : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
      return runs.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
      int from = runs.getRunStart(run);
      byte direction = runs.getRunLevel(run) % 2 == 0 ? BidiSplitter.LTR : BidiSplitter.RTL;
      return new BidiTextRun(from, runs.getRunLimit(run) - from, direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
          ? BidiSplitter.LTR
          : BidiSplitter.RTL;
    }
  }
}
