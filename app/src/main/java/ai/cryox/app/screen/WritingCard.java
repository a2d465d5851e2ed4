package ai.cryox.app.screen;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;

/// Stands there while something is written to a file, and can break it off. FX thread only.
public final class WritingCard {
  private static final double WIDTH = 460;

  private final ScreenContext context;
  private final String title;
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /// @param title already in words
  public WritingCard(ScreenContext context, String title) {
    this.context = context;
    this.title = title;
    bar.setMaxWidth(Double.MAX_VALUE);
  }

  /// Shows the card until it is written.
  ///
  /// @param work run beside the FX thread, may block; is told whether the person broke it off, and
  ///   returns a sentence that says how it ended
  public void open(Function<BooleanSupplier, String> work) {
    Button cancel =
        Nodes.button(context.messages().text("action.cancel"), "Esc", () -> cancelled.set(true));
    cancel.setCancelButton(true);
    Card card = new Card(title, WIDTH);
    context.frame().openCard(card.add(bar).buttons(cancel).node(), cancel);
    context.background().call(() -> work.apply(cancelled::get), this::end, this::end);
  }

  private void end(String sentence) {
    context.frame().closeCard(bar);
    context.frame().say(sentence);
  }
}
