package ai.cryox.app.device;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does something to alarms in the background, says so, and offers the way back. FX thread only.
///
/// @param said when it is done
/// @param wayBack of the alarms that changed; blocks
record ServiceDeed(ScreenContext context, String said, Function<List<Alarm>, List<Alarm>> wayBack) {
  /// @param deed blocks
  /// @param onDone run before it is said
  void send(Supplier<List<Alarm>> deed, Runnable onDone, Consumer<String> onTrouble) {
    context
        .background()
        .call(
            deed,
            changed -> {
              onDone.run();
              context.pulse().beatNow();
              if (changed.isEmpty()) {
                context.frame().say(context.messages().text("deed.nothingChanged"));
              } else {
                context.frame().offerUndo(said, () -> takeBack(changed));
              }
            },
            onTrouble);
  }

  private void takeBack(List<Alarm> changed) {
    context
        .background()
        .call(
            () -> wayBack.apply(changed),
            back -> {
              String key = back.isEmpty() ? "deed.nothingChanged" : "done.undone";
              context.frame().say(context.messages().text(key));
              context.pulse().beatNow();
            },
            context.frame()::say);
  }
}
