package ai.cryox.app.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/// What stands above a screen: nodes side by side, each as wide as its words, those after a spacer
/// at the right. Where there is too little room they go on in the next line, and no word is cut. FX
/// thread only.
final class ToolRow extends Pane {
  private final double gap;

  /// @param gap between two nodes, px, and between two lines
  ToolRow(double gap, Node... nodes) {
    super(nodes);
    this.gap = gap;
  }

  /// Some of the nodes, and how high the highest is.
  private record Line(List<Node> nodes, double width, double height) {}

  /// Whether it takes up what is left of a row.
  static boolean isSpacer(Node node) {
    return HBox.getHgrow(node) == Priority.ALWAYS;
  }

  private double wide(Node node) {
    return isSpacer(node) ? 0 : snapSizeX(Math.max(node.minWidth(-1), node.prefWidth(-1)));
  }

  /// What wraps its words says how high it is only to whom says how wide.
  private double high(Node node, double room) {
    double wide = room < 0 ? wide(node) : Math.min(wide(node), room);
    double width = node.getContentBias() == Orientation.HORIZONTAL ? wide : -1;
    return snapSizeY(Math.max(node.minHeight(width), node.prefHeight(width)));
  }

  /// @param room px inside the padding; negative is without end
  private List<Line> lines(double room) {
    List<Line> lines = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    double width = 0;
    double height = 0;
    for (Node node : getManagedChildren()) {
      double wide = wide(node);
      boolean full = room >= 0 && !isSpacer(node) && width + gap + wide > room;
      if (full && nodes.stream().anyMatch(one -> !isSpacer(one))) {
        lines.add(new Line(nodes, width, height));
        nodes = new ArrayList<>();
        width = 0;
        height = 0;
      }
      width += nodes.isEmpty() ? wide : gap + wide;
      height = Math.max(height, high(node, room));
      nodes.add(node);
    }
    lines.add(new Line(nodes, width, height));
    return lines;
  }

  private double beside() {
    Insets inside = getInsets();
    return inside.getLeft() + inside.getRight();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return beside() + getManagedChildren().stream().mapToDouble(this::wide).max().orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return beside() + lines(-1).getFirst().width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Line> lines = lines(width < 0 ? -1 : Math.max(0, width - beside()));
    double high = lines.stream().mapToDouble(Line::height).sum() + gap * (lines.size() - 1);
    return getInsets().getTop() + high + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - beside();
    double y = getInsets().getTop();
    for (Line line : lines(room)) {
      long spacers = line.nodes().stream().filter(ToolRow::isSpacer).count();
      double each = spacers == 0 ? 0 : Math.max(0, room - line.width()) / spacers;
      double x = getInsets().getLeft();
      for (Node node : line.nodes()) {
        double wide = isSpacer(node) ? each : Math.min(wide(node), room);
        double high = high(node, room);
        node.resizeRelocate(
            snapPositionX(x), snapPositionY(y + (line.height() - high) / 2), wide, high);
        x += wide + gap;
      }
      y += line.height() + gap;
    }
  }
}
