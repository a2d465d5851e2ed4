package ai.cryox.app.excursions;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Asks for the next version of what is known of an excursion. FX thread only.
final class CapaCard {
  private static final double WIDTH = 680;
  private static final double DATE_WIDTH = 130;
  private static final int LINES = 3;

  private final ScreenContext context;
  private final Messages messages;
  private final Excursion excursion;
  private final int after;
  private final Consumer<CapaNote> onWritten;
  private final TextArea cause;
  private final TextArea corrective;
  private final TextArea preventive;
  private final TextField responsible = new TextField();
  private final Field<Due> dueOn;
  private final CheckBox done;
  private final Label trouble = Nodes.trouble();
  private final Button save;

  /// What was typed.
  ///
  /// @param on `null` = nothing
  private record Due(@Nullable LocalDate on) {}

  /// @param versions as they were seen, the newest last
  /// @param onWritten told of the next one
  CapaCard(
      ScreenContext context,
      Excursion excursion,
      List<CapaNote> versions,
      Consumer<CapaNote> onWritten) {
    this.context = context;
    this.messages = context.messages();
    this.excursion = excursion;
    this.onWritten = onWritten;
    CapaNote newest = versions.isEmpty() ? null : versions.getLast();
    after = newest == null ? 0 : newest.version();
    cause = area("capa-cause", "capa.cause", newest == null ? "" : newest.cause());
    corrective =
        area("capa-corrective", "capa.corrective", newest == null ? "" : newest.corrective());
    preventive =
        area("capa-preventive", "capa.preventive", newest == null ? "" : newest.preventive());
    responsible.setId("capa-responsible");
    responsible.setAccessibleText(messages.text("capa.responsible"));
    responsible.setText(newest == null ? "" : newest.responsible());
    LocalDate due = newest == null ? null : newest.dueOn();
    dueOn =
        new Field<Due>(
                messages.text("capa.dueOn"), CapaCard::date, messages.text("reports.dateHint"))
            .wide(DATE_WIDTH)
            .with(due == null ? "" : due.toString());
    dueOn.node().setId("capa-due");
    done = new CheckBox(messages.text("capa.isDone"));
    done.setId("capa-done");
    done.setSelected(newest != null && newest.done());
    trouble.setId("capa-trouble");
    save = Nodes.button(messages.text("capa.save"), messages.key("Ctrl+S"), this::save);
    save.getStyleClass().add("primary");
    save.setId("capa-save");
    dueOn.onChange(_ -> save.setDisable(dueOn.value() == null));
  }

  private static @Nullable Due date(String text) {
    try {
      return new Due(text.isBlank() ? null : LocalDate.parse(text.strip()));
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  private TextArea area(String id, String key, String text) {
    TextArea area = new TextArea(text);
    area.setId(id);
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    area.setAccessibleText(messages.text(key));
    // As in every other field, the key goes on; a tab would be no use on a page.
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            area.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
    return area;
  }

  void open() {
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form =
        new Form()
            .add(messages.text("capa.cause"), cause)
            .add(messages.text("capa.corrective"), corrective)
            .add(messages.text("capa.preventive"), preventive)
            .add(messages.text("capa.responsible"), responsible)
            .add(messages.text("capa.dueOn"), dueOn.node())
            .add("", done);
    Card card =
        new Card(messages.text("capa.title"), WIDTH)
            .text(messages.text("capa.text", after + 1))
            .add(form.node())
            .add(trouble)
            .buttons(cancel, save);
    card.node()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.isShortcutDown() && event.getCode() == KeyCode.S && !save.isDisabled()) {
                save();
                event.consume();
              }
            });
    context.frame().openCard(card.node(), cause);
  }

  private void save() {
    Due due = dueOn.value();
    if (due == null) {
      return;
    }
    CapaDraft draft =
        new CapaDraft(
            excursion.deviceId(),
            excursion.condition(),
            excursion.start(),
            after,
            cause.getText(),
            corrective.getText(),
            preventive.getText(),
            responsible.getText(),
            due.on(),
            done.isSelected());
    save.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> context.session().notebook().writeCapa(draft),
            written -> {
              context.frame().closeCard(save);
              onWritten.accept(written);
            },
            refused -> {
              save.setDisable(false);
              context.frame().refuse(trouble, refused);
            });
  }
}
