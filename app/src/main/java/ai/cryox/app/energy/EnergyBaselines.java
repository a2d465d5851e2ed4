package ai.cryox.app.energy;

import ai.cryox.app.screen.ScreenContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides what a unit is compared with, and says so. FX thread only; the backend answers beside
/// it.
final class EnergyBaselines {
  private final ScreenContext context;
  private final EnergyWords words;
  private final Runnable onChange;

  /// @param onChange run when the backend has taken a decision over
  EnergyBaselines(ScreenContext context, EnergyWords words, Runnable onChange) {
    this.context = context;
    this.words = words;
    this.onChange = onChange;
  }

  /// What a unit drew in this period becomes what it is compared with.
  ///
  /// @param row `null` if no unit is selected
  void choose(@Nullable EnergyRow row, Instant from, Instant until) {
    if (row == null) {
      context.frame().say(context.messages().text("energy.selectFirst"));
      return;
    }
    String id = row.device().deviceId();
    context
        .background()
        .call(
            () -> context.session().energy().chooseBaseline(id, from, until),
            chosen -> {
              String watts = words.watts(chosen.watts());
              context
                  .frame()
                  .say(context.messages().text("energy.chosen", row.device().name(), watts));
              onChange.run();
            },
            context.frame()::say);
  }

  /// A unit is compared with nothing any more.
  ///
  /// @param row `null` if no unit is selected
  void remove(@Nullable EnergyRow row) {
    if (row == null) {
      context.frame().say(context.messages().text("energy.selectToRemove"));
      return;
    }
    String name = row.device().name();
    if (row.baseline() == null) {
      context.frame().say(context.messages().text("energy.hasNone", name));
      return;
    }
    context
        .background()
        .call(
            () -> {
              context.session().energy().removeBaseline(row.device().deviceId());
              return true;
            },
            _ -> {
              context.frame().say(context.messages().text("energy.removed", name));
              onChange.run();
            },
            context.frame()::say);
  }
}
