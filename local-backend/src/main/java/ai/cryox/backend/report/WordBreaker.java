package ai.cryox.backend.report;

import com.openhtmltopdf.extend.FSTextBreaker;

/// Breaks lines after blanks only: a unit stays with its sign, a time is never cut. One thread.
final class WordBreaker implements FSTextBreaker {
  private static final int DONE = -1;

  private String text = "";
  private int at;

  @Override
  public void setText(String newText) {
    text = newText;
    at = 0;
  }

  @Override
  public int next() {
    if (at >= text.length()) {
      return DONE;
    }
    do {
      at++;
    } while (at < text.length() && !(text.charAt(at - 1) == ' ' && text.charAt(at) != ' '));
    return at;
  }
}
