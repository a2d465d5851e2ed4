package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.people.Action;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What people wrote down about one device, newest first, and a line to write more. FX thread only.
final class NotesPane {
  private static final int SHOWN = 6;

  private final ScreenContext context;
  private final Messages messages;
  private final TextField field = new TextField();
  private final Button add;
  private final HBox line;
  private final Label trouble = Nodes.trouble();
  private final VBox notes = new VBox(8);
  private final VBox root;
  private @Nullable String deviceId;
  private @Nullable String typedFor;
  private int reading;

  NotesPane(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    field.setPromptText(messages.text("notes.prompt"));
    field.setAccessibleText(messages.text("notes.prompt"));
    field.setId("note-field");
    field.setOnAction(_ -> write());
    add = Nodes.button(messages.text("notes.add"), messages.key("Enter"), this::write);
    add.setId("note-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    line = Nodes.row(8, field, add);
    notes.setId("notes");
    root =
        new VBox(8, Nodes.label(messages.text("notes.title"), "panel-title"), line, trouble, notes);
    root.getStyleClass().add("panel");
    root.setMinWidth(0);
  }

  VBox node() {
    return root;
  }

  /// Shows another device's notes.
  ///
  /// @param facilityId where it stands: whoever may not write there is not asked to
  void open(String id, String facilityId) {
    if (id.equals(deviceId)) {
      return;
    }
    deviceId = id;
    boolean may = context.session().who().grants().may(Action.WRITE_NOTES, facilityId);
    line.setVisible(may);
    line.setManaged(may);
    // What was being typed of a device is still there when somebody comes back to it.
    if (!id.equals(typedFor)) {
      typedFor = id;
      field.clear();
    }
    Nodes.say(trouble, "");
    notes.getChildren().setAll(Nodes.label(messages.text("device.reading"), "muted"));
    read(id);
  }

  /// Shows no device's any more.
  void forget() {
    deviceId = null;
    notes.getChildren().clear();
  }

  private void read(String id) {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> context.session().notebook().notes(id),
            found -> {
              if (mine == reading && id.equals(deviceId)) {
                show(found);
              }
            },
            sentence -> {
              if (mine == reading && id.equals(deviceId)) {
                notes.getChildren().setAll(Nodes.label(sentence, "muted"));
              }
            });
  }

  private void show(List<DeviceNote> found) {
    notes.getChildren().clear();
    if (found.isEmpty()) {
      notes.getChildren().add(Nodes.label(messages.text("notes.none"), "muted"));
    }
    Instant now = context.clock().instant();
    for (DeviceNote note : found.subList(0, Math.min(SHOWN, found.size()))) {
      Label words = Nodes.label(note.words(), "fact");
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      String who =
          messages.text("notes.by", note.author(), context.units().timeSince(note.at(), now));
      notes.getChildren().add(new VBox(1, words, Nodes.label(who, "muted", "small")));
    }
    if (found.size() > SHOWN) {
      notes
          .getChildren()
          .add(Nodes.label(messages.text("notes.more", found.size() - SHOWN), "muted", "small"));
    }
  }

  private void write() {
    if (add.isDisabled()) {
      return;
    }
    String id = deviceId;
    String typed = field.getText();
    String words = typed.strip();
    String problem = DeviceNote.problem(words);
    if (id == null || !problem.isEmpty()) {
      Nodes.say(trouble, words.isEmpty() ? messages.text("notes.empty") : problem);
      return;
    }
    add.setDisable(true);
    context
        .background()
        .call(
            () -> context.session().notebook().addNote(id, words),
            _ -> {
              add.setDisable(false);
              if (id.equals(typedFor) && typed.equals(field.getText())) {
                field.clear();
              }
              if (id.equals(deviceId)) {
                Nodes.say(trouble, "");
                read(id);
              }
            },
            sentence -> {
              add.setDisable(false);
              if (id.equals(deviceId)) {
                Nodes.say(trouble, sentence);
              } else {
                context.frame().say(sentence);
              }
            });
  }
}
