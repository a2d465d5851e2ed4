package ai.cryox.app.reports;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The pages of a report, one at a time, drawn in the background. FX thread only.
final class PagePreview {
  private static final double LEAST_WIDTH = 264;
  private static final int WIDE = 1_000;

  private final ScreenContext context;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final ScrollPane scroll = new ScrollPane(picture);
  private final Label where = Nodes.label("", "muted");
  private final Button before;
  private final Button next;
  private final BorderPane root = new BorderPane();
  private String document = "";
  private String reportId = "";
  private int page;
  private int drawing;
  private boolean busy;
  private int pages;
  private @Nullable PassingFile file;

  PagePreview(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    before =
        Nodes.button(
            messages.text("reports.pageBefore"), messages.text("keycap.pgup"), () -> turn(-1));
    next =
        Nodes.button(
            messages.text("reports.pageNext"), messages.text("keycap.pgdn"), () -> turn(1));
    before.setMinWidth(Region.USE_PREF_SIZE);
    next.setMinWidth(Region.USE_PREF_SIZE);
    where.setId("report-page");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setId("report-picture");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    scroll
        .viewportBoundsProperty()
        .addListener((_, _, bounds) -> picture.setFitWidth(bounds.getWidth()));
    root.setCenter(scroll);
    root.setBottom(Nodes.flow(before, next, where));
    root.setMinWidth(LEAST_WIDTH);
    clear("");
  }

  Node node() {
    return root;
  }

  /// Shows nothing but a sentence.
  void clear(String sentence) {
    document = "";
    pages = 0;
    drawing++;
    busy = false;
    picture.setImage(null);
    where.setText(sentence);
    showPaging(false);
    discard();
  }

  /// Shows the first page of a report; where it is the one that is shown, nothing changes.
  void show(StoredReport report) {
    if (report.document().equals(document)) {
      return;
    }
    clear(messages.text("reports.drawing"));
    document = report.document();
    reportId = report.reportId();
    page = 0;
    draw();
  }

  /// Goes to another page.
  void turn(int by) {
    if (page + by >= 0 && page + by < pages) {
      page += by;
      draw();
    }
  }

  private record Drawn(PassingFile file, PageImage image) {}

  private void draw() {
    int mine = ++drawing;
    int number = page;
    String of = reportId;
    PassingFile known = file;
    busy = true;
    context
        .background()
        .call(
            () -> drawn(of, known, number),
            drawn -> {
              if (mine == drawing) {
                busy = false;
                take(drawn);
              } else if (!drawn.file().equals(file)) {
                drawn.file().discard();
              }
            },
            trouble -> {
              if (mine == drawing) {
                clear(trouble);
              }
            });
  }

  private Drawn drawn(String of, @Nullable PassingFile known, int number) {
    try {
      if (known != null) {
        return new Drawn(known, PageImage.of(known.path(), number, WIDE));
      }
      PassingFile copy = PassingFile.of("cryox-report-", ".pdf");
      try {
        ExportFile.write(context.session().reports(), of, ReportForm.PDF, copy.path());
        return new Drawn(copy, PageImage.of(copy.path(), number, WIDE));
      } catch (BackendException | IOException failed) {
        copy.discard();
        throw failed;
      }
    } catch (IOException failed) {
      throw new BackendException(
          "The pages cannot be shown: %s.".formatted(failed.getMessage()), failed);
    }
  }

  private void take(Drawn drawn) {
    PageImage image = drawn.image();
    WritableImage pixels = new WritableImage(image.width(), image.height());
    pixels
        .getPixelWriter()
        .setPixels(
            0,
            0,
            image.width(),
            image.height(),
            PixelFormat.getIntArgbInstance(),
            image.argb(),
            0,
            image.width());
    file = drawn.file();
    pages = image.pages();
    picture.setImage(pixels);
    scroll.setVvalue(0);
    String words = messages.text("reports.page", page + 1, pages);
    where.setText(words);
    picture.setAccessibleText(words);
    showPaging(pages > 1);
    before.setDisable(page == 0);
    next.setDisable(page + 1 >= pages);
  }

  private void showPaging(boolean wanted) {
    before.setVisible(wanted);
    next.setVisible(wanted);
  }

  /// Lets the copy of the document go, unless it is being read: the page stays, and another one
  /// fetches it again.
  void rest() {
    if (!busy) {
      discard();
    }
  }

  private void discard() {
    PassingFile old = file;
    file = null;
    if (old != null) {
      old.discard();
    }
  }
}
