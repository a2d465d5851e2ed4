package ai.cryox.app.reports;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/// Stands there while a report is made, says how far it is, and can break it off. FX thread only.
final class MakingCard {
  private static final double WIDTH = 460;

  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<StoredReport> onMade;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger of = new AtomicInteger();
  private final LiveView follower = (_, _) -> showProgress();
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Label words = Nodes.label("", "card-text");

  /// @param onMade told what was made
  MakingCard(ScreenContext context, Consumer<StoredReport> onMade) {
    this.context = context;
    this.messages = context.messages();
    this.onMade = onMade;
  }

  /// Makes a report while the card is there.
  ///
  /// @param work makes it; called in the background
  void run(Function<ReportWatch, StoredReport> work) {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("reports.making"));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", this::breakOff);
    cancel.setCancelButton(true);
    cancel.setId("report-cancel");
    Card card = new Card(messages.text("reports.making"), WIDTH);
    context.frame().openCard(card.add(words).add(bar).buttons(cancel).node(), cancel);
    showProgress();
    context.pulse().attach(follower);
    context.background().call(() -> made(work), this::end, this::fail);
  }

  /// Work ends at its next step, which may be seconds away; the card says at once that it was
  /// heard.
  private void breakOff() {
    cancelled.set(true);
    showProgress();
  }

  private Optional<StoredReport> made(Function<ReportWatch, StoredReport> work) {
    try {
      return Optional.of(work.apply(this::progress));
    } catch (CancellationException broken) {
      return Optional.empty();
    }
  }

  private boolean progress(int units, int all) {
    done.set(units);
    of.set(all);
    return !cancelled.get();
  }

  private void showProgress() {
    int all = cancelled.get() ? 0 : of.get();
    words.setText(
        all == 0
            ? messages.text(cancelled.get() ? "reports.breakingOff" : "reports.waiting")
            : messages.text("reports.progress", done.get(), all));
    bar.setProgress(all == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done.get() / all);
  }

  private void end(Optional<StoredReport> report) {
    close();
    report.ifPresentOrElse(onMade, () -> context.frame().say(messages.text("reports.cancelled")));
  }

  private void fail(String trouble) {
    close();
    context.frame().say(trouble);
  }

  private void close() {
    context.pulse().detach(follower);
    context.frame().closeCard(bar);
  }
}
