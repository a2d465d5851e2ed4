package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.Letterhead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks how a facility's reports look from now on; nothing can be typed before it is known how they
/// look so far. FX thread only.
final class LetterheadCard {
  private static final double WIDTH = 620;
  private static final double LOGO_WIDTH = 208;
  private static final double LOGO_HEIGHT = 64;
  private static final int ADDRESS_LINES = 3;

  /// More is refused anyway, and is not read into memory.
  private static final long LARGEST = 4L * 1024 * 1024;

  private final ScreenContext context;
  private final Messages messages;
  private final ComboBox<String> facility = new ComboBox<>();
  private final ComboBox<String> language = new ComboBox<>();
  private final TextField name = new TextField();
  private final TextArea address = new TextArea();
  private final Field<ZoneId> zone;
  private final ImageView picture = new ImageView();
  private final Label pictureName = Nodes.label("", "muted");
  private final Label trouble = Nodes.trouble();
  private final Button save;
  private final Button choose;
  private final Button none;
  private byte[] logo = new byte[0];
  private boolean waitsToType = true;

  LetterheadCard(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    zone =
        new Field<ZoneId>(
            messages.text("letterhead.zone"),
            LetterheadCard::zone,
            messages.text("letterhead.zoneHint"));
    zone.node().setId("letterhead-zone");
    name.setId("letterhead-name");
    name.setAccessibleText(messages.text("letterhead.name"));
    address.setId("letterhead-address");
    address.setAccessibleText(messages.text("letterhead.address"));
    address.setPrefRowCount(ADDRESS_LINES);
    choice(facility, "letterhead-facility", "reports.facility", PlaceName::of);
    choice(
        language,
        "letterhead-language",
        "letterhead.language",
        one -> messages.text("letterhead." + one));
    language.getItems().setAll("en", "de");
    picture.setFitWidth(LOGO_WIDTH);
    picture.setFitHeight(LOGO_HEIGHT);
    picture.setPreserveRatio(true);
    trouble.setId("letterhead-trouble");
    save = Nodes.button(messages.text("letterhead.save"), messages.key("Enter"), this::save);
    save.setId("letterhead-save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
    choose = Nodes.button(messages.text("letterhead.choose"), "", this::choose);
    none = Nodes.button(messages.text("letterhead.none"), "", () -> take(new byte[0], ""));
    none.setId("letterhead-no-logo");
  }

  private static @Nullable ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  private void choice(ComboBox<String> box, String id, String key, UnaryOperator<String> words) {
    box.setId(id);
    box.setAccessibleText(messages.text(key));
    box.setMinWidth(Nodes.CHOICE_WIDTH);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
  }

  /// Opens it.
  ///
  /// @param facilities those that may be changed here
  /// @param first one of them, or `null` for the first
  void open(List<String> facilities, @Nullable String first) {
    if (facilities.isEmpty()) {
      context.frame().say(messages.text("reports.noFacility"));
      return;
    }
    facility.getItems().setAll(facilities);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    StackPane paper = new StackPane(picture);
    paper.setMinSize(LOGO_WIDTH, LOGO_HEIGHT);
    paper.setMaxSize(LOGO_WIDTH, LOGO_HEIGHT);
    // A logo is made for white paper, whatever the theme.
    paper.setStyle("-fx-background-color: white;");
    Form form =
        new Form()
            .add(messages.text("reports.facility"), facility)
            .add(messages.text("letterhead.name"), name)
            .add(messages.text("letterhead.address"), address)
            .add(messages.text("letterhead.zone"), zone.node())
            .add(messages.text("letterhead.language"), language)
            .add(messages.text("letterhead.logo"), Nodes.row(12, paper, pictureName))
            .add("", Nodes.row(8, choose, none));
    Card card =
        new Card(messages.text("letterhead.title"), WIDTH)
            .add(form.node())
            .text(messages.text("letterhead.hint"))
            .add(trouble)
            .buttons(cancel, save);
    facility.valueProperty().addListener((_, _, chosen) -> read(chosen));
    context.frame().openCard(card.node(), facility);
    facility.setValue(first != null && facilities.contains(first) ? first : facilities.getFirst());
  }

  private void canType(boolean now) {
    List.of(name, address, zone.node(), language, choose, none, save)
        .forEach(one -> one.setDisable(!now));
  }

  private void read(String facilityId) {
    canType(false);
    Nodes.say(trouble, "");
    pictureName.setText(messages.text("screen.reading"));
    context
        .background()
        .call(
            () -> context.session().reports().letterhead(facilityId),
            found -> {
              if (facilityId.equals(facility.getValue())) {
                show(found);
              }
            },
            refused -> {
              if (facilityId.equals(facility.getValue())) {
                pictureName.setText("");
                context.frame().refuse(trouble, refused);
              }
            });
  }

  private void show(Letterhead found) {
    name.setText(found.facilityName());
    address.setText(found.address());
    zone.with(found.zone().getId());
    language.setValue(found.language());
    take(found.logo(), "");
    Nodes.say(trouble, "");
    canType(true);
    if (waitsToType && facility.isFocused()) {
      name.requestFocus();
    }
    waitsToType = false;
  }

  private void take(byte[] bytes, String fileName) {
    logo = bytes;
    pictureName.setText(fileName);
    Image image = bytes.length == 0 ? null : new Image(new ByteArrayInputStream(bytes));
    picture.setImage(image == null || image.isError() ? null : image);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("letterhead.choose"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter("PNG, JPEG, SVG", "*.png", "*.jpg", "*.jpeg", "*.svg"));
    var file = chooser.showOpenDialog(save.getScene().getWindow());
    if (file != null) {
      choose(file.toPath());
    }
  }

  private void choose(Path file) {
    String id = facility.getValue();
    context
        .background()
        .call(
            () -> bytes(file),
            bytes -> {
              if (id.equals(facility.getValue()) && !choose.isDisabled()) {
                take(bytes, file.getFileName().toString());
              }
            },
            refused -> Nodes.say(trouble, refused));
  }

  private byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new BackendException(messages.text("letterhead.tooLarge"));
      }
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new BackendException(
          messages.text("letterhead.notRead", file, String.valueOf(failed.getMessage())), failed);
    }
  }

  private void save() {
    ZoneId clock = zone.value();
    String id = facility.getValue();
    if (clock == null) {
      Nodes.say(trouble, zone.hint());
      return;
    }
    Letterhead wanted =
        new Letterhead(
            name.getText().strip(),
            address.getText().strip(),
            clock,
            language.getValue().toLowerCase(Locale.ROOT),
            logo);
    canType(false);
    context
        .background()
        .call(
            () -> context.session().reports().saveLetterhead(id, wanted),
            saved -> {
              context.frame().closeCard(save);
              context.frame().say(messages.text("letterhead.saved", saved.facilityName()));
            },
            refused -> {
              canType(true);
              context.frame().refuse(trouble, refused);
            });
  }
}
