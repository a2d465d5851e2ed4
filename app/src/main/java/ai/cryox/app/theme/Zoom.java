package ai.cryox.app.theme;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows what it holds larger or smaller: text, signs, spaces and canvases alike, so that nothing
/// is cut that was not cut before; what it holds gets as much less room. FX thread only.
public final class Zoom extends Region {
  private final Parent content;
  private final Scale scale = new Scale(1, 1, 0, 0);

  /// @param factor how large, 1 being 100 %
  public Zoom(Parent content, ObservableDoubleValue factor) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    factor.addListener((_, _, now) -> zoom(now.doubleValue()));
    zoom(factor.get());
  }

  private void zoom(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  /// How large a node is shown on its scene, 1 being 100 %: canvases are drawn so much finer.
  public static double of(Node node) {
    return node.getLocalToSceneTransform().getMxx();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * scale.getX();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) * scale.getY();
  }
}
