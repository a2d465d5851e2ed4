package ai.cryox.app.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.scene.paint.Color;

/// A palette as a style sheet: the `-cx-…` tokens, and the look-ups of the toolkit's, AtlantaFX's
/// and ControlsFX's own sheets turned to them, so that no control is dark on dark. Pure.
final class TokenSheet {
  /// What AtlantaFX's controls look up. Good news is grey here as everything normal is.
  private static final String ATLANTA =
      """
        -color-dark: -cx-ground;
        -color-light: -cx-text;
        -color-bg-default: -cx-tile;
        -color-bg-subtle: -cx-panel;
        -color-bg-inset: -cx-ground;
        -color-bg-overlay: -cx-tile;
        -color-fg-default: -cx-text;
        -color-fg-muted: -cx-muted;
        -color-fg-subtle: -cx-muted;
        -color-fg-emphasis: -cx-on-accent;
        -color-border-default: -cx-line;
        -color-border-muted: -cx-line;
        -color-border-subtle: -cx-line;
        -color-shadow-default: transparent;
        -color-neutral-emphasis-plus: -cx-text;
        -color-neutral-emphasis: -cx-muted;
        -color-neutral-muted: -cx-line;
        -color-neutral-subtle: -cx-band;
        -color-accent-fg: -cx-accent;
        -color-accent-emphasis: -cx-accent;
        -color-accent-muted: -cx-accent;
        -color-accent-subtle: -cx-band;
        -color-success-fg: -cx-text;
        -color-success-emphasis: -cx-muted;
        -color-success-muted: -cx-line;
        -color-success-subtle: -cx-band;
        -color-warning-fg: -cx-warning;
        -color-warning-emphasis: -cx-warning;
        -color-warning-muted: -cx-warning;
        -color-warning-subtle: -cx-warning-ground;
        -color-danger-fg: -cx-critical;
        -color-danger-emphasis: -cx-critical;
        -color-danger-muted: -cx-critical;
        -color-danger-subtle: -cx-critical-ground;
      """;

  /// What sheets written for Modena look up, ControlsFX's and TilesFX's among them.
  private static final String MODENA =
      """
        -fx-base: -cx-tile;
        -fx-background: -cx-ground;
        -fx-color: -cx-tile;
        -fx-hover-base: -cx-band;
        -fx-pressed-base: -cx-line;
        -fx-control-inner-background: -cx-tile;
        -fx-control-inner-background-alt: -cx-panel;
        -fx-accent: -cx-accent;
        -fx-default-button: -cx-accent;
        -fx-focus-color: -cx-accent;
        -fx-faint-focus-color: transparent;
        -fx-text-base-color: -cx-text;
        -fx-text-background-color: -cx-text;
        -fx-text-inner-color: -cx-text;
        -fx-light-text-color: -cx-text;
        -fx-dark-text-color: -cx-text;
        -fx-mid-text-color: -cx-muted;
        -fx-mark-color: -cx-muted;
        -fx-mark-highlight-color: transparent;
        -fx-box-border: -cx-line;
        -fx-text-box-border: -cx-line;
        -fx-outer-border: -cx-line;
        -fx-inner-border: -cx-tile;
        -fx-inner-border-horizontal: -cx-tile;
        -fx-inner-border-bottomup: -cx-tile;
        -fx-body-color: -cx-tile;
        -fx-shadow-highlight-color: transparent;
        -fx-selection-bar: -cx-accent;
        -fx-selection-bar-non-focused: -cx-band;
        -fx-selection-bar-text: -cx-on-accent;
        -fx-cell-focus-inner-border: -cx-accent;
        -fx-cell-hover-color: -cx-band;
        -fx-cell-border-color: -cx-line;
        -fx-table-cell-border-color: -cx-line;
        -fx-table-header-border-color: -cx-line;
      """;

  private TokenSheet() {}

  /// The sheet in words.
  static String of(Palette palette) {
    StringBuilder sheet = new StringBuilder(".root {\n");
    palette
        .byToken()
        .forEach((token, colour) ->
            sheet.append("  -cx-").append(token).append(": ").append(css(colour)).append(";\n"));
    return sheet.append(ATLANTA).append(MODENA).append("}\n").toString();
  }

  /// Text of windows that pop up: they have a scene of their own, which no zoom reaches.
  static String popups(double zoom) {
    return """
    .tooltip { -fx-font-size: %1$spx; }
    .context-menu, .combo-box-popup { -fx-font-size: %2$spx; }
    """
        .formatted(px(Type.SMALL.px() * zoom), px(Type.BODY.px() * zoom));
  }

  /// The sheet as an address that a scene takes.
  static String address(String sheet) {
    return "data:text/css;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
  }

  private static String px(double size) {
    return String.format(Locale.ROOT, "%.2f", size);
  }

  private static String css(Color colour) {
    int red = (int) Math.round(colour.getRed() * 255);
    int green = (int) Math.round(colour.getGreen() * 255);
    int blue = (int) Math.round(colour.getBlue() * 255);
    return colour.isOpaque()
        ? "#%02x%02x%02x".formatted(red, green, blue)
        : String.format(
            Locale.ROOT, "rgba(%d, %d, %d, %.3f)", red, green, blue, colour.getOpacity());
  }
}
