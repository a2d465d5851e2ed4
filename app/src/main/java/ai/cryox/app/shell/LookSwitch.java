package ai.cryox.app.shell;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Theme;

/// Changes how the window looks, and remembers it on this machine. FX thread only.
final class LookSwitch {
  private final ScreenContext context;
  private final Theme theme;

  LookSwitch(ScreenContext context, Theme theme) {
    this.context = context;
    this.theme = theme;
  }

  /// From dark to light and back.
  void toggle() {
    theme.toggle();
    remember();
  }

  /// Makes everything so many steps larger, or smaller if negative; none brings the usual size.
  void enlarge(int steps) {
    Appearance now = theme.appearance().get();
    theme.prefer(steps == 0 ? now.at(Appearance.USUAL.percent()) : now.larger(steps));
    remember();
    String percent = context.units().count(theme.appearance().get().percent());
    context.frame().say(context.messages().text("appearance.size", percent));
  }

  private void remember() {
    theme.appearance().get().keep(context.remembered());
  }
}
