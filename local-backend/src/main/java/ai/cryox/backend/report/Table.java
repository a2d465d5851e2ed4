package ai.cryox.backend.report;

/// Writes one table, row by row. One thread.
final class Table {
  private final Html html;
  private final boolean[] numbers;
  private int column;

  /// Opens it.
  ///
  /// @param headings of its columns; those that begin with `>` hold numbers
  Table(Html html, String... headings) {
    this("rows", html, headings);
  }

  private Table(String styles, Html html, String... headings) {
    this.html = html;
    this.numbers = new boolean[headings.length];
    html.open("table", "class", styles).open("thead").open("tr");
    for (int i = 0; i < headings.length; i++) {
      numbers[i] = headings[i].startsWith(">");
      String text = numbers[i] ? headings[i].substring(1) : headings[i];
      html.leaf("th", text, "scope", "col", "class", numbers[i] ? "number" : "text");
    }
    html.close().close().open("tbody");
  }

  /// Opens one that the style sheet knows by name.
  static Table named(Html html, String name, String... headings) {
    return new Table("rows " + name, html, headings);
  }

  Table row() {
    html.open("tr");
    column = 0;
    return this;
  }

  Table cell(String text) {
    return cell(text, "");
  }

  /// A cell with a line of less weight below.
  Table cell(String text, String quiet) {
    open();
    html.text(text);
    if (!quiet.isEmpty()) {
      html.empty("br").leaf("span", quiet, "class", "quiet");
    }
    html.close();
    return this;
  }

  /// A cell of which nobody must miss the end.
  Table strong(String text, String bold) {
    open();
    html.text(text);
    if (!bold.isEmpty()) {
      html.text(" ").leaf("strong", bold);
    }
    html.close();
    return this;
  }

  Table mono(String text) {
    open();
    html.leaf("span", text, "class", "mono").close();
    return this;
  }

  private void open() {
    html.open("td", "class", numbers[column] ? "number" : "text");
    column++;
  }

  Table end() {
    html.close();
    return this;
  }

  void close() {
    html.close().close();
  }

  /// A table of facts: a name and what there is to say of it, row by row.
  static void facts(Html html, String... namesAndTexts) {
    html.open("table", "class", "rows facts").open("tbody");
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      html.open("tr")
          .leaf("th", namesAndTexts[i], "scope", "row", "class", "row")
          .leaf("td", namesAndTexts[i + 1])
          .close();
    }
    html.close().close();
  }
}
