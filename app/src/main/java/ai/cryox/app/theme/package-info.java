/// Colours, type and shapes of the console. The same tokens stand in the style sheets, for
/// controls, and in [ai.cryox.app.theme.Palette], for canvases; a test holds them together.
/// Saturated colour is kept for what is abnormal, and never says anything that a shape or a word
/// does not say too.
@NullMarked
package ai.cryox.app.theme;

import org.jspecify.annotations.NullMarked;
