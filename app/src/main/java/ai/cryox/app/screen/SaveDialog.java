package ai.cryox.app.screen;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person which file something is to be written to. FX thread only.
public final class SaveDialog {
  private final FileChooser chooser = new FileChooser();

  /// @param title already in words
  /// @param name what the file is called unless the person says otherwise
  public SaveDialog(String title, String name) {
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
  }

  /// Offers a kind of file; the first one is chosen already.
  ///
  /// @param kind for people: `CSV`
  /// @param ending without the dot
  public SaveDialog kind(String kind, String ending) {
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + ending));
    return this;
  }

  /// Waits for the person.
  ///
  /// @param over the window that waits too, or `null`
  /// @return `null` if the person does not want to
  public @Nullable Path ask(@Nullable Window over) {
    File file = chooser.showSaveDialog(over);
    return file == null ? null : file.toPath();
  }
}
