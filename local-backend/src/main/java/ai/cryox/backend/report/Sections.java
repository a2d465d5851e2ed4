package ai.cryox.backend.report;

import java.util.ArrayList;
import java.util.List;

/// Begins the sections of a report, which its bookmarks lead to. One thread.
final class Sections {
  private record Section(String id, String title) {}

  private final Html body;
  private final List<Section> all = new ArrayList<>();

  /// @param body where they are written
  Sections(Html body) {
    this.body = body;
  }

  void begin(String id, String title) {
    body.leaf("h2", title, "id", id);
    all.add(new Section(id, title));
  }

  /// Writes a bookmark for each that was begun.
  void bookmarks(Html head) {
    for (Section one : all) {
      head.empty("bookmark", "name", one.title(), "href", "#" + one.id());
    }
  }
}
