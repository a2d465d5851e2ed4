package ai.cryox.app.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colours of one theme, by token: the one source of what canvases draw with and of what style
/// sheets look up as `-cx-…` ({@link TokenSheet} writes those). No colour stands anywhere else.
///
/// @param ground behind everything
/// @param panel bars and side panels
/// @param tile tiles, cards, tables
/// @param line hairlines
/// @param band the allowed range behind a trend; what is current
/// @param text what is read first
/// @param muted names, units, what is read second
/// @param faint never for what one must read
/// @param pen a normal trend
/// @param pen2 a second trend beside it, as calm
/// @param pen3 a third
/// @param pen4 a fourth
/// @param accent focus, selection, the one primary action; never a state
/// @param onAccent text on accent
/// @param critical goods come to harm now
/// @param criticalGround behind a critical tile
/// @param onCritical text on critical
/// @param warning goods may come to harm
/// @param warningGround behind a warning tile
/// @param shelved shelved and suppressed
/// @param stale the hatch of what is no longer live
/// @param shade over the screens while a card waits for an answer
public record Palette(
    Color ground,
    Color panel,
    Color tile,
    Color line,
    Color band,
    Color text,
    Color muted,
    Color faint,
    Color pen,
    Color pen2,
    Color pen3,
    Color pen4,
    Color accent,
    Color onAccent,
    Color critical,
    Color criticalGround,
    Color onCritical,
    Color warning,
    Color warningGround,
    Color shelved,
    Color stale,
    Color shade) {
  /// For a dark room.
  public static final Palette DARK =
      new Palette(
          Color.web("#14171b"),
          Color.web("#1b1f24"),
          Color.web("#1f242a"),
          Color.web("#2e353d"),
          Color.web("#242b33"),
          Color.web("#dfe4e9"),
          Color.web("#93a0ad"),
          Color.web("#6a7683"),
          Color.web("#9fb4c7"),
          Color.web("#c2ae84"),
          Color.web("#8fbcae"),
          Color.web("#c5a0c0"),
          Color.web("#6fb1e8"),
          Color.web("#0d1a26"),
          Color.web("#ff6257"),
          Color.web("#3a1d1c"),
          Color.web("#1d0806"),
          Color.web("#f2b53c"),
          Color.web("#352a15"),
          Color.web("#b99cff"),
          Color.web("#39414a"),
          Color.web("#0000008c"));

  /// For a bright room.
  public static final Palette LIGHT =
      new Palette(
          Color.web("#e7e9ec"),
          Color.web("#f2f3f5"),
          Color.web("#fafbfb"),
          Color.web("#cfd4da"),
          Color.web("#eceff2"),
          Color.web("#1d242b"),
          Color.web("#56616d"),
          Color.web("#808a95"),
          Color.web("#4d6478"),
          Color.web("#7a6320"),
          Color.web("#2d6e62"),
          Color.web("#84498a"),
          Color.web("#1f6fb2"),
          Color.web("#ffffff"),
          Color.web("#c4241c"),
          Color.web("#fbe3e1"),
          Color.web("#ffffff"),
          Color.web("#8f5a00"),
          Color.web("#f8ecd3"),
          Color.web("#6a45c2"),
          Color.web("#d4d9df"),
          Color.web("#1d242b73"));

  /// For whoever needs edges rather than shades: seven to one at least for every text.
  public static final Palette HIGH_CONTRAST =
      new Palette(
          Color.web("#000000"),
          Color.web("#000000"),
          Color.web("#0a0a0a"),
          Color.web("#9aa3ac"),
          Color.web("#1f2429"),
          Color.web("#ffffff"),
          Color.web("#e2e6ea"),
          Color.web("#b4bcc4"),
          Color.web("#ffffff"),
          Color.web("#ffe08a"),
          Color.web("#8af0dc"),
          Color.web("#ffb8f4"),
          Color.web("#5ccfff"),
          Color.web("#000000"),
          Color.web("#ff8a80"),
          Color.web("#2b0000"),
          Color.web("#000000"),
          Color.web("#ffd24d"),
          Color.web("#241900"),
          Color.web("#dcc8ff"),
          Color.web("#5c6670"),
          Color.web("#000000b3"));

  /// Trends side by side, the first the usual one. Whoever draws more tells them apart by dashes.
  public List<Color> pens() {
    return List.of(pen, pen2, pen3, pen4);
  }

  /// Every colour by the name of its style sheet token, without the `-cx-` before it.
  public Map<String, Color> byToken() {
    Map<String, Color> tokens = new LinkedHashMap<>();
    tokens.put("ground", ground);
    tokens.put("panel", panel);
    tokens.put("tile", tile);
    tokens.put("line", line);
    tokens.put("band", band);
    tokens.put("text", text);
    tokens.put("muted", muted);
    tokens.put("faint", faint);
    tokens.put("pen", pen);
    tokens.put("pen2", pen2);
    tokens.put("pen3", pen3);
    tokens.put("pen4", pen4);
    tokens.put("accent", accent);
    tokens.put("on-accent", onAccent);
    tokens.put("critical", critical);
    tokens.put("critical-ground", criticalGround);
    tokens.put("on-critical", onCritical);
    tokens.put("warning", warning);
    tokens.put("warning-ground", warningGround);
    tokens.put("shelved", shelved);
    tokens.put("stale", stale);
    tokens.put("shade", shade);
    return tokens;
  }
}
