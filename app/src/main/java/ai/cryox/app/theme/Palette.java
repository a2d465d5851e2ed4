package ai.cryox.app.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colours of one theme, by token: what a canvas draws with. The style sheets hold the same
/// values as `-cx-…`.
///
/// @param ground behind everything
/// @param panel bars and side panels
/// @param tile tiles, cards, tables
/// @param line hairlines
/// @param band the allowed range behind a trend
/// @param text what is read first
/// @param muted names, units, what is read second
/// @param faint never for what one must read
/// @param pen a normal trend
/// @param accent focus, selection, the one primary action; never a state
/// @param onAccent text on accent
/// @param critical goods come to harm now
/// @param criticalGround behind a critical tile
/// @param onCritical text on critical
/// @param warning goods may come to harm
/// @param warningGround behind a warning tile
/// @param shelved shelved and suppressed
/// @param stale the hatch of what is no longer live
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
    Color accent,
    Color onAccent,
    Color critical,
    Color criticalGround,
    Color onCritical,
    Color warning,
    Color warningGround,
    Color shelved,
    Color stale) {
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
          Color.web("#5d6873"),
          Color.web("#9fb4c7"),
          Color.web("#6fb1e8"),
          Color.web("#0d1a26"),
          Color.web("#ff6257"),
          Color.web("#3a1d1c"),
          Color.web("#1d0806"),
          Color.web("#f2b53c"),
          Color.web("#352a15"),
          Color.web("#b99cff"),
          Color.web("#39414a"));

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
          Color.web("#8c96a1"),
          Color.web("#4d6478"),
          Color.web("#1f6fb2"),
          Color.web("#ffffff"),
          Color.web("#c4241c"),
          Color.web("#fbe3e1"),
          Color.web("#ffffff"),
          Color.web("#8f5a00"),
          Color.web("#f8ecd3"),
          Color.web("#6a45c2"),
          Color.web("#d4d9df"));

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
    tokens.put("accent", accent);
    tokens.put("on-accent", onAccent);
    tokens.put("critical", critical);
    tokens.put("critical-ground", criticalGround);
    tokens.put("on-critical", onCritical);
    tokens.put("warning", warning);
    tokens.put("warning-ground", warningGround);
    tokens.put("shelved", shelved);
    tokens.put("stale", stale);
    return tokens;
  }
}
