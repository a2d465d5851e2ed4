package ai.cryox.app.overview;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.plan.PictureCheck;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/// Asks for the picture of a floor plan: a file's path, typed or looked for. FX thread only.
final class PlanPicture {
  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<byte[]> onChosen;
  private final TextField path = new TextField();
  private final Label trouble = Nodes.trouble();

  private PlanPicture(ScreenContext context, Consumer<byte[]> onChosen) {
    this.context = context;
    this.messages = context.messages();
    this.onChosen = onChosen;
  }

  /// Opens the card.
  ///
  /// @param onChosen given a picture that is taken; no bytes take away what is there
  static void ask(ScreenContext context, Consumer<byte[]> onChosen) {
    new PlanPicture(context, onChosen).open();
  }

  private void open() {
    path.setId("plan-path");
    trouble.setId("plan-trouble");
    path.setPromptText(messages.text("plan.path"));
    path.setAccessibleText(messages.text("plan.path"));
    HBox.setHgrow(path, Priority.ALWAYS);
    Button browse = Nodes.button(messages.text("plan.browse"), "", this::browse);
    Button none = Nodes.button(messages.text("plan.takeAway"), "", () -> done(new byte[0]));
    none.setId("plan-take-away");
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Button use = Nodes.button(messages.text("plan.use"), "", this::use);
    use.getStyleClass().add("primary");
    use.setId("plan-use");
    use.setDefaultButton(true);
    Card card =
        new Card(messages.text("plan.choose"), 640)
            .text(
                messages.text("plan.limits", PictureCheck.MOST_BYTES >> 20, PictureCheck.MOST_SIDE))
            .add(Nodes.row(12, path, browse))
            .add(trouble)
            .buttons(none, cancel, use);
    context.frame().openCard(card.node(), path);
  }

  private void browse() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("PNG, JPEG", "*.png", "*.jpg", "*.jpeg"));
    File file = chooser.showOpenDialog(path.getScene().getWindow());
    if (file != null) {
      path.setText(file.getPath());
    }
  }

  private void use() {
    Path file;
    try {
      file = Path.of(path.getText().trim());
    } catch (InvalidPathException wrong) {
      Nodes.say(trouble, messages.text("plan.unreadable", path.getText()));
      return;
    }
    context
        .background()
        .call(() -> read(file), this::done, sentence -> context.frame().refuse(trouble, sentence));
  }

  /// No more is read than is kept, whatever file that is.
  private byte[] read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(messages.text("plan.unreadable", file.toString()));
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes(PictureCheck.MOST_BYTES + 1);
      }
      String problem = PictureCheck.problem(bytes);
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      return bytes;
    } catch (IOException failed) {
      throw new IllegalArgumentException(messages.text("plan.unreadable", file.toString()), failed);
    }
  }

  private void done(byte[] picture) {
    if (path.getScene() != null) {
      context.frame().closeCard(path);
      onChosen.accept(picture);
    }
  }
}
