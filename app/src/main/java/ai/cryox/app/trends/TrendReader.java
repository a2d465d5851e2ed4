package ai.cryox.app.trends;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Has what a trend needs read in the background, and says how far that is when it takes long. What
/// was overtaken by something newer is not read any more. FX thread only.
final class TrendReader {
  private static final Duration UNNOTICED = Duration.ofMillis(300);

  private final ScreenContext context;
  private final TrendsModel model;
  private final Runnable onNews;
  private final Label words = Nodes.label("", "muted", "small");
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox node;
  private @Nullable Instant waitingSince;
  private int most;

  /// Nothing, or why there was no answer.
  private record Answer(@Nullable PenSheet sheet, @Nullable Marks marks) {}

  /// @param onNews told when something was read, or could not be
  TrendReader(ScreenContext context, TrendsModel model, Runnable onNews) {
    this.context = context;
    this.model = model;
    this.onNews = onNews;
    Button cancel = Nodes.button(context.messages().text("action.cancel"), "", this::cancel);
    cancel.setId("trend-cancel");
    bar.setPrefWidth(120);
    bar.setAccessibleText(context.messages().text("trends.reading"));
    node = Nodes.row(8, words, bar, cancel);
    node.setId("trend-progress");
    node.setVisible(false);
    // Unseen it takes no room from the ways out beside it.
    node.managedProperty().bind(node.visibleProperty());
  }

  HBox node() {
    return node;
  }

  private void cancel() {
    model.cancel();
    onNews.run();
  }

  /// Asks for what is wanted now.
  void tick(Instant now) {
    for (Wanted wanted : model.wanted(now)) {
      context
          .background()
          .call(
              () -> read(wanted),
              answer -> accept(wanted, answer),
              trouble -> {
                if (model.failed(wanted, context.clock().instant())) {
                  context.frame().say(trouble);
                  onNews.run();
                }
              });
    }
    progress(now);
  }

  private Answer read(Wanted wanted) {
    if (!model.isWanted(wanted)) {
      return new Answer(null, null);
    }
    try {
      return wanted.slot() == null
          ? new Answer(null, Marks.read(context.session(), wanted.deviceId(), wanted.period()))
          : new Answer(model.read(context.session(), wanted), null);
    } catch (CancellationException overtaken) {
      return new Answer(null, null);
    }
  }

  private void accept(Wanted wanted, Answer answer) {
    PenSheet sheet = answer.sheet();
    Marks marks = answer.marks();
    boolean news =
        (sheet != null && model.accept(wanted, sheet))
            || (marks != null && model.accept(wanted, marks));
    if (news) {
      onNews.run();
    }
  }

  private void progress(Instant now) {
    int waiting = model.waiting();
    if (waiting == 0) {
      waitingSince = null;
      most = 0;
      node.setVisible(false);
      return;
    }
    Instant since = waitingSince == null ? now : waitingSince;
    waitingSince = since;
    most = Math.max(most, waiting);
    words.setText(context.messages().text("trends.readingSome", most - waiting, most));
    bar.setProgress((most - waiting) / (double) most);
    node.setVisible(Duration.between(since, now).compareTo(UNNOTICED) > 0);
  }
}
