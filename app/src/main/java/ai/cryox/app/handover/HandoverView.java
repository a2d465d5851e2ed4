package ai.cryox.app.handover;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.theme.Fonts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What the next shift must know, written anew each time that the page opens; words can be added
/// before it is printed or copied, and stay until somebody wants it written anew. While it is being
/// written nothing can be added: it would be gone. FX thread only.
public final class HandoverView implements Screen {
  private static final List<Duration> SHIFTS =
      List.of(Duration.ofHours(8), Duration.ofHours(12), Duration.ofHours(24));

  /// Long lines wrap, so this is fewer than would fit.
  private static final int LINES_A_PAGE = 48;

  private final ScreenContext context;
  private final Messages messages;
  private final Choice<Duration> shift;
  private final TextArea sheet = new TextArea();
  private final Button copy;
  private final Button print;
  private String written = "";
  private int writing;
  private final BorderPane root = new BorderPane();

  /// A sheet not yet written.
  public HandoverView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    shift =
        new Choice<>(
            "shift",
            SHIFTS,
            span -> messages.text("handover.last", span.toHours() + " h"),
            _ -> write());
    copy = Nodes.button(messages.text("handover.copy"), "C", this::copy);
    copy.setId("handover-copy");
    print = Nodes.button(messages.text("handover.print"), "P", this::print);
    sheet.setId("handover-sheet");
    sheet.setPromptText(messages.text("handover.writing"));
    sheet.getStyleClass().add("sheet");
    sheet.setWrapText(true);
    sheet.setAccessibleText(messages.text("nav.handover"));
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setCenter(sheet);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node bar() {
    Button anew = Nodes.button(messages.text("handover.anew"), "N", this::write);
    anew.setId("handover-anew");
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("nav.handover"), "page-title"),
            shift.node(),
            Nodes.spacer(),
            anew,
            copy,
            print);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.N) {
      write();
    } else if (code == KeyCode.C) {
      copy.fire();
    } else if (code == KeyCode.P) {
      print.fire();
    } else {
      return;
    }
    event.consume();
  }

  private void canAdd(boolean now) {
    sheet.setEditable(now);
    copy.setDisable(!now);
    print.setDisable(!now);
  }

  private void write() {
    int mine = ++writing;
    Duration span = shift.chosen();
    String before = sheet.getText();
    sheet.clear();
    canAdd(false);
    context
        .background()
        .call(
            () -> ShiftRecord.read(context.session(), span, context.clock().instant()),
            read -> {
              if (mine == writing) {
                written = new HandoverSheet(context.units()).of(read);
                sheet.setText(written);
                canAdd(true);
              }
            },
            sentence -> {
              context.frame().say(sentence);
              if (mine == writing) {
                sheet.setText(before);
                canAdd(true);
              }
            });
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(sheet.getText());
    Clipboard.getSystemClipboard().setContent(content);
    written = sheet.getText();
    context.frame().say(messages.text("handover.copied"));
  }

  private void print() {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      context.frame().say(messages.text("handover.noPrinter"));
      return;
    }
    if (job.showPrintDialog(root.getScene().getWindow())) {
      boolean printed = pages().stream().allMatch(page -> print(job, page)) && job.endJob();
      written = printed ? sheet.getText() : written;
      context.frame().say(messages.text(printed ? "handover.printed" : "handover.notPrinted"));
    }
  }

  private static boolean print(PrinterJob job, String page) {
    Text text = new Text(page);
    text.setFont(Fonts.regular(9));
    TextFlow flow = new TextFlow(text);
    flow.setPrefWidth(job.getJobSettings().getPageLayout().getPrintableWidth());
    return job.printPage(flow);
  }

  /// The sheet cut into what fits on one side of paper.
  private List<String> pages() {
    List<String> lines = sheet.getText().lines().toList();
    List<String> pages = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
      int until = Math.min(lines.size(), from + LINES_A_PAGE);
      pages.add(String.join("\n", lines.subList(from, until)));
    }
    return pages;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    if (sheet.getText().equals(written)) {
      write();
    } else if (sheet.isEditable()) {
      context.frame().say(messages.text("handover.kept"));
    }
  }

  @Override
  public void detach() {
    // It follows nothing: a sheet is of one moment.
  }

  @Override
  public void focus() {
    shift.focus();
  }
}
