package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.people.Action;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// What one device looks like and where it hangs. Pictures are decoded in the background and never
/// larger than they are shown. FX thread only.
final class PhotoPane {
  private static final double WIDTH = 264;
  private static final double HEIGHT = 176;

  private final ScreenContext context;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final Label words = Nodes.label("", "muted", "small");
  private final Button choose;
  private final Button remove;
  private final HBox buttons;
  private final VBox root;
  private @Nullable String deviceId;
  private boolean may;
  private int reading;

  /// A picture and its decoded form.
  private record Shown(DevicePhoto photo, Image image) {}

  PhotoPane(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    picture.setPreserveRatio(true);
    picture.setFitWidth(WIDTH);
    picture.setFitHeight(HEIGHT);
    words.setWrapText(true);
    words.setId("photo-words");
    choose = Nodes.button(messages.text("photo.choose"), "P", this::ask);
    choose.setId("photo-choose");
    choose.setTooltip(new Tooltip(messages.text("photo.whyChoose")));
    remove = Nodes.button(messages.text("action.remove"), "", this::remove);
    remove.setId("photo-remove");
    buttons = Nodes.row(8, choose, remove);
    root =
        new VBox(
            8, Nodes.label(messages.text("photo.title"), "panel-title"), picture, words, buttons);
    root.getStyleClass().add("panel");
    root.setMinWidth(0);
  }

  VBox node() {
    return root;
  }

  /// Shows another device's picture.
  void open(String id, String facilityId) {
    if (!id.equals(deviceId)) {
      deviceId = id;
      may = context.session().who().grants().may(Action.WRITE_NOTES, facilityId);
      show(null, messages.text("device.reading"));
      read(id);
    }
  }

  /// Shows no device's any more.
  void forget() {
    deviceId = null;
    show(null, "");
  }

  private void read(String id) {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> context.session().notebook().photo(id).map(PhotoPane::decode),
            (Optional<Shown> found) -> {
              if (mine == reading && id.equals(deviceId)) {
                show(found.orElse(null), messages.text("photo.none"));
              }
            },
            sentence -> {
              if (mine == reading && id.equals(deviceId)) {
                show(null, sentence);
              }
            });
  }

  private static Shown decode(DevicePhoto photo) {
    return new Shown(
        photo,
        new Image(new ByteArrayInputStream(photo.data()), WIDTH * 2, HEIGHT * 2, true, true));
  }

  private void show(@Nullable Shown shown, String otherwise) {
    boolean broken = shown != null && shown.image().isError();
    picture.setImage(shown == null || broken ? null : shown.image());
    picture.setVisible(picture.getImage() != null);
    picture.setManaged(picture.isVisible());
    if (shown == null) {
      words.setText(otherwise);
    } else {
      String by =
          messages.text(
              "notes.by", shown.photo().author(), context.units().dayTime(shown.photo().at()));
      words.setText(broken ? messages.text("photo.broken") : by);
    }
    remove.setVisible(shown != null);
    remove.setManaged(shown != null);
    buttons.setVisible(may);
    buttons.setManaged(may);
  }

  /// Lets somebody who may choose a picture do so.
  void ask() {
    if (deviceId == null || !may) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("photo.choose"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("JPEG, PNG", "*.jpg", "*.jpeg", "*.png"));
    var file = chooser.showOpenDialog(root.getScene().getWindow());
    if (file != null) {
      save(file.toPath());
    }
  }

  /// Puts the picture in a file in place of the one there is.
  void save(Path file) {
    String id = deviceId;
    if (id == null) {
      return;
    }
    words.setText(messages.text("photo.saving"));
    context
        .background()
        .call(
            () -> context.session().notebook().savePhoto(id, bytes(file)),
            _ -> read(id),
            sentence -> {
              context.frame().say(sentence);
              read(id);
            });
  }

  /// A picture of a telephone is made smaller; one that fits stays as it is.
  private byte[] bytes(Path file) {
    try {
      if (Files.size(file) <= DevicePhoto.LONGEST) {
        return Files.readAllBytes(file);
      }
      return SmallerPicture.of(file);
    } catch (IOException failed) {
      throw new IllegalArgumentException(
          messages.text("photo.unreadable", file.toString(), String.valueOf(failed.getMessage())),
          failed);
    }
  }

  private void remove() {
    String id = deviceId;
    if (id == null) {
      return;
    }
    context
        .background()
        .call(
            () -> {
              context.session().notebook().removePhoto(id);
              return true;
            },
            _ -> read(id),
            context.frame()::say);
  }
}
