package ai.cryox.app.reports;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.StoredReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What can be done with the report that is selected, by whoever is signed in. FX thread only.
final class ReportDeeds {
  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<StoredReport> onChange;

  /// @param onChange told what became of a report
  ReportDeeds(ScreenContext context, Consumer<StoredReport> onChange) {
    this.context = context;
    this.messages = context.messages();
    this.onChange = onChange;
  }

  /// Whether the step can be taken now by who is signed in.
  boolean can(StoredReport report, ReportStep step) {
    SignedIn who = context.session().who();
    return who.grants().may(step.action(report.state()), report.facilityId())
        && report.problem(step, who.userId()) == null;
  }

  private boolean canCorrect(StoredReport report) {
    return report.isMade()
        && report.state() != ReportState.DRAFT
        && context.session().who().grants().may(Action.MAKE_REPORT, report.facilityId());
  }

  /// The buttons for it.
  Node[] buttons(StoredReport report) {
    List<Node> buttons = new ArrayList<>();
    for (ReportStep step : ReportStep.values()) {
      if (can(report, step)) {
        Button button =
            Nodes.button(messages.of("reportstep", step), key(step), () -> sign(report, step));
        button.setId("report-" + step.wireName());
        buttons.add(button);
      }
    }
    if (canCorrect(report)) {
      buttons.add(Nodes.button(messages.text("reports.correct"), "C", () -> correct(report)));
    }
    if (report.isMade()) {
      Button export = Nodes.button(messages.text("reports.export"), "X", () -> export(report));
      export.setId("report-export");
      buttons.add(export);
    }
    return new Node[] {Nodes.flow(buttons.toArray(Node[]::new))};
  }

  private static String key(ReportStep step) {
    return switch (step) {
      case REVIEW -> "R";
      case APPROVE -> "A";
      case REJECT -> "J";
      case WITHDRAW -> "W";
    };
  }

  /// Asks for a signature, if it can be given.
  void sign(StoredReport report, ReportStep step) {
    if (can(report, step)) {
      new SignCard(context, report, step, onChange).open();
    } else {
      context.frame().say(whyNot(report, step, context.session().who().userId()));
    }
  }

  private String whyNot(StoredReport report, ReportStep step, String userId) {
    String why = report.problem(step, userId);
    if (why == null) {
      return messages.text("reports.mayNot");
    }
    if (!step.leadsFrom(report.state())) {
      return messages.text("reports.notNow", messages.of("reportstate", report.state()));
    }
    if (step == ReportStep.WITHDRAW) {
      return messages.text("reports.onlyMaker", report.maker().name());
    }
    return messages.text(
        userId.equals(report.maker().userId()) ? "reports.notOwn" : "reports.notTwice");
  }

  /// Makes the next version, if that can be.
  void correct(StoredReport report) {
    if (canCorrect(report)) {
      new CorrectCard(context, report, onChange).open();
    }
  }

  /// Asks where to write it.
  void export(StoredReport report) {
    if (!report.isMade()) {
      return;
    }
    SaveDialog dialog = new SaveDialog(messages.text("reports.export"), report.reportId() + ".pdf");
    for (ReportForm form : ReportForm.values()) {
      dialog.kind(form.name(), form.ending());
    }
    Path file = dialog.ask(null);
    if (file != null) {
      export(report, file);
    }
  }

  /// Writes it to a file whose name says in which form.
  void export(StoredReport report, Path file) {
    ReportForm wanted = ReportForm.of(file.getFileName().toString());
    context
        .background()
        .call(
            () -> ExportFile.write(context.session().reports(), report.reportId(), wanted, file),
            written -> context.frame().say(messages.text("reports.exported", written.toString())),
            context.frame()::say);
  }
}
