package ai.cryox.app.alarms;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// Fits the columns of a table that changes its width while it is empty. The toolkit gives the
/// rows' room its new width only if there are rows, and later takes the columns for fitting
/// although the last of them stand out of sight. FX thread only.
final class FittingSkin extends TableViewSkin<AlarmRow> {
  FittingSkin(TableView<AlarmRow> table) {
    super(table);
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    for (Node child : getChildren()) {
      if (child instanceof VirtualFlow<?> rows) {
        rows.resize(width, rows.getHeight());
      }
    }
    super.layoutChildren(x, y, width, height);
  }
}
