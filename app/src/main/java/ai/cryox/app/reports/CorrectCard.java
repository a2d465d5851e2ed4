package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.report.StoredReport;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Asks why a report is corrected. FX thread only.
final class CorrectCard {
  private static final double WIDTH = 560;

  private final ScreenContext context;
  private final StoredReport report;
  private final Consumer<StoredReport> onMade;

  /// @param onMade told of the next version
  CorrectCard(ScreenContext context, StoredReport report, Consumer<StoredReport> onMade) {
    this.context = context;
    this.report = report;
    this.onMade = onMade;
  }

  void open() {
    Messages messages = context.messages();
    TextField why = new TextField();
    why.setId("correct-why");
    why.setAccessibleText(messages.text("reports.why"));
    why.setPromptText(messages.text("reports.why"));
    Button go =
        Nodes.button(
            messages.text("reports.correct"),
            messages.key("Enter"),
            () ->
                new MakingCard(context, onMade)
                    .run(watch ->
                        context
                            .session()
                            .reports()
                            .correct(report.reportId(), why.getText(), watch)));
    go.getStyleClass().add("primary");
    go.setDefaultButton(true);
    go.setId("correct-go");
    go.disableProperty().bind(why.textProperty().map(String::isBlank));
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Card card =
        new Card(messages.text("reports.correct") + ": " + report.reportId(), WIDTH)
            .text(messages.text("reports.correctText"))
            .add(why)
            .buttons(cancel, go);
    context.frame().openCard(card.node(), why);
  }
}
