package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.StoredReport;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/// Says what a signature will mean, and asks for the password. FX thread only.
final class SignCard {
  private static final double WIDTH = 560;

  private final ScreenContext context;
  private final Messages messages;
  private final StoredReport report;
  private final ReportStep step;
  private final Consumer<StoredReport> onSigned;
  private final PasswordField password = new PasswordField();
  private final TextField comment = new TextField();
  private final Label trouble = Nodes.trouble();
  private final Button sign;

  /// @param onSigned told what became of it
  SignCard(
      ScreenContext context,
      StoredReport report,
      ReportStep step,
      Consumer<StoredReport> onSigned) {
    this.context = context;
    this.messages = context.messages();
    this.report = report;
    this.step = step;
    this.onSigned = onSigned;
    sign = Nodes.button(messages.of("reportstep", step), messages.key("Enter"), this::sign);
    sign.getStyleClass().add("primary");
    sign.setDefaultButton(true);
    sign.setId("sign-go");
    trouble.setId("sign-trouble");
    password.setId("sign-password");
    password.setAccessibleText(messages.text("reports.password"));
    comment.setId("sign-comment");
    comment.setAccessibleText(messages.text("reports.comment"));
  }

  void open() {
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form =
        new Form()
            .add(messages.text("reports.signer"), Nodes.label(context.session().userName()))
            .add(messages.text("reports.comment"), comment)
            .add(messages.text("reports.password"), password);
    Card card =
        new Card(messages.of("reportstep", step) + ": " + report.reportId(), WIDTH)
            .text(messages.of("reportmeans", step))
            .add(form.node())
            .text(messages.text("reports.signs", report.document()))
            .add(trouble)
            .buttons(cancel, sign);
    boolean why = step == ReportStep.REJECT || step == ReportStep.WITHDRAW;
    context.frame().openCard(card.node(), why ? comment : password);
  }

  private void sign() {
    char[] secret = password.getText().toCharArray();
    String words = comment.getText();
    sign.setDisable(true);
    Nodes.say(trouble, "");
    password.clear();
    context
        .background()
        .call(
            () -> context.session().reports().sign(report.reportId(), step, secret, words),
            signed -> {
              context.frame().closeCard(sign);
              onSigned.accept(signed);
            },
            refused -> {
              sign.setDisable(false);
              context.frame().refuse(trouble, refused);
              password.requestFocus();
            });
  }
}
