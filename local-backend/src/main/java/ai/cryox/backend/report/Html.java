package ai.cryox.backend.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XHTML. Texts are escaped; what XML cannot hold becomes a question mark. One thread.
final class Html {
  private final StringBuilder text = new StringBuilder(64 * 1024);
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes name, value, name, value …
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    text.append('>');
    open.push(tag);
    return this;
  }

  /// An element without content.
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    text.append("/>");
    return this;
  }

  /// An element with nothing but a text.
  Html leaf(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close();
  }

  private void start(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      text.append('"');
    }
  }

  /// Closes the element opened last.
  Html close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /// A text, its line breaks kept.
  Html text(String content) {
    boolean first = true;
    for (String line : content.split("\n", -1)) {
      if (!first) {
        text.append("<br/>");
      }
      first = false;
      escape(line);
    }
    return this;
  }

  private void escape(String content) {
    for (int i = 0; i < content.length(); ) {
      int at = content.codePointAt(i);
      i += Character.charCount(at);
      switch (at) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        default -> text.appendCodePoint(isXml(at) ? at : '?');
      }
    }
  }

  private static boolean isXml(int at) {
    return at >= 0x20
        && !(at >= 0x7F && at < 0xA0)
        && !(at >= 0xD800 && at < 0xE000)
        && at != 0xFFFE
        && at != 0xFFFF;
  }

  /// What was made before, as it is.
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
