package ai.cryox.app.audit;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.audit.AuditQuery;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.jspecify.annotations.Nullable;

/// Stands there while the trail is written to a file, says how far it is, and can break it off. FX
/// thread only.
final class ExportCard {
  private static final double WIDTH = 460;

  private final ScreenContext context;
  private final Messages messages;
  private final AuditQuery query;
  private final Path file;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicInteger soFar = new AtomicInteger();
  private final LiveView follower = (_, _) -> showProgress();
  private final Label lines = Nodes.label("", "card-text");

  ExportCard(ScreenContext context, AuditQuery query, Path file) {
    this.context = context;
    this.messages = context.messages();
    this.query = query;
    this.file = file;
  }

  void open() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("audit.exporting"));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", () -> cancelled.set(true));
    cancel.setCancelButton(true);
    Card card = new Card(messages.text("audit.exporting"), WIDTH);
    context.frame().openCard(card.add(lines).add(bar).buttons(cancel).node(), cancel);
    showProgress();
    context.pulse().attach(follower);
    context.background().call(this::write, this::done, this::end);
  }

  private void showProgress() {
    lines.setText(messages.text("audit.exported", soFar.get()));
  }

  private Result write() {
    try {
      int written = new AuditFile(context.session()).write(query, file, this::progress);
      return new Result(written, null);
    } catch (CancellationException _) {
      return new Result(0, messages.text("audit.exportCancelled"));
    } catch (UncheckedIOException failed) {
      String why = String.valueOf(failed.getMessage());
      return new Result(0, messages.text("audit.exportFailed", file.toString(), why));
    }
  }

  private record Result(int lines, @Nullable String trouble) {}

  private void progress(int written) {
    if (cancelled.get()) {
      throw new CancellationException("the person cancelled");
    }
    soFar.set(written);
  }

  private void done(Result result) {
    String trouble = result.trouble();
    end(
        trouble != null
            ? trouble
            : messages.text("audit.exportedTo", result.lines(), file.toString()));
  }

  private void end(String sentence) {
    context.pulse().detach(follower);
    context.frame().closeCard(lines);
    context.frame().say(sentence);
  }
}
