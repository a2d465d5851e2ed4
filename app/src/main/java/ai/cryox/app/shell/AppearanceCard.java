package ai.cryox.app.shell;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Motion;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.ThemePreference;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How the console shall look: colours, size, flashing. Every choice shows at once and is kept. FX
/// thread only.
final class AppearanceCard {
  private static final List<ThemePreference> THEMES =
      List.of(
          ThemePreference.SYSTEM,
          ThemePreference.DARK,
          ThemePreference.LIGHT,
          ThemePreference.HIGH_CONTRAST);
  private static final List<Motion> MOTIONS = List.of(Motion.SYSTEM, Motion.FLASHING, Motion.STILL);

  private final ScreenContext context;
  private final Theme theme;
  private final Runnable onChange;
  private final Label size = Nodes.label("", "bold");

  /// @param onChange told after every choice
  AppearanceCard(ScreenContext context, Theme theme, Runnable onChange) {
    this.context = context;
    this.theme = theme;
    this.onChange = onChange;
  }

  void open() {
    Messages messages = context.messages();
    Appearance now = theme.appearance().get();
    Choice<ThemePreference> colours =
        new Choice<>(
            "theme",
            THEMES,
            one -> messages.of("theme", one),
            one -> prefer(theme.appearance().get().with(one)));
    colours.choose(now.theme());
    Choice<Motion> motion =
        new Choice<>(
            "motion",
            MOTIONS,
            one -> messages.of("motion", one),
            one -> prefer(theme.appearance().get().with(one)));
    motion.choose(now.motion());
    size.setId("text-size");
    showSize();
    Button close = Nodes.button(messages.text("action.close"), "Esc", context.frame()::closeCard);
    Card card =
        new Card(messages.text("appearance.title"), 640)
            .add(Nodes.label(messages.text("appearance.colours"), "muted"))
            .add(colours.node())
            .add(Nodes.label(messages.text("appearance.large"), "muted"))
            .add(sizes(messages))
            .add(Nodes.label(messages.text("appearance.flash"), "muted"))
            .add(motion.node())
            .text(messages.text("appearance.kept"))
            .buttons(close);
    context.frame().openCard(card.node(), close);
  }

  private HBox sizes(Messages messages) {
    Button smaller = Nodes.button(messages.text("appearance.smaller"), "Ctrl+−", () -> enlarge(-1));
    smaller.setId("text-smaller");
    Button larger = Nodes.button(messages.text("appearance.larger"), "Ctrl++", () -> enlarge(1));
    larger.setId("text-larger");
    return Nodes.row(12, smaller, size, larger);
  }

  private void enlarge(int steps) {
    prefer(theme.appearance().get().larger(steps));
  }

  private void prefer(Appearance wish) {
    theme.prefer(wish);
    showSize();
    onChange.run();
  }

  private void showSize() {
    int percent = theme.appearance().get().percent();
    size.setText(context.messages().text("appearance.size", context.units().count(percent)));
  }
}
