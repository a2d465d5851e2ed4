package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.theme.Contrast;
import ai.cryox.app.theme.ThemePreference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every control in every state, looked at.
final class GalleryTest {
  /// WCAG 2.2, 1.4.3 level AA, for text of normal size. What is out of use is free of it.
  private static final double AA = 4.5;

  /// The same for text of at least 18 pt, which is 24 px.
  private static final double AA_LARGE = 3;

  private static final double LARGE_PX = 24;

  private static final int LEAST_TEXTS = 120;

  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.go(new Destination.Gallery());
    console.await("the gallery", () -> console.isThere("#gallery"));
    console.await("its words", () -> halls().lookup(".text") != null);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemePreference.class,
      names = {"DARK", "LIGHT", "HIGH_CONTRAST"})
  void everyTextStandsOut(ThemePreference theme) throws Exception {
    Set<String> weak =
        ConsoleFixture.onFx(() -> {
          console.window().wear(theme, 100);
          Region halls = halls();
          halls.applyCss();
          halls.layout();
          List<Text> texts = new ArrayList<>();
          collect(halls, texts);
          assertTrue(texts.size() >= LEAST_TEXTS, () -> texts.size() + " texts");
          SnapshotParameters ground = new SnapshotParameters();
          ground.setFill(Color.TRANSPARENT);
          WritableImage picture = halls.snapshot(ground, null);
          Set<String> found = new TreeSet<>();
          for (Text text : texts) {
            double contrast = contrast(picture, halls, text);
            if (contrast < (text.getFont().getSize() >= LARGE_PX ? AA_LARGE : AA)) {
              found.add("%s: %.2f".formatted(text.getText(), contrast));
            }
          }
          return found;
        });
    assertEquals(Set.of(), weak);
  }

  @Test
  void theKeyboardReachesItAndGoesThroughTheThemes() throws Exception {
    console.await(
        "the keyboard is on the theme", () -> console.find("#gallery-theme-dark").isFocused());
    console.click("#gallery-theme-light");
    console.await(
        "it is light",
        () ->
            console.window().scene().getRoot().lookup(".pill") != null
                && console.text("#gallery-theme-light").equals("Light"));
    console.press(KeyCode.TAB);
    assertTrue(ConsoleFixture.onFx(() -> console.window().scene().getFocusOwner() != null));
  }

  @Test
  void aButtonLooksOtherwiseUnderTheMouseWithTheKeyboardAndPressed() throws Exception {
    Set<String> looks =
        ConsoleFixture.onFx(() -> {
          Parent rows = (Parent) console.find("#gallery-looks");
          Set<String> seen = new TreeSet<>();
          for (String words :
              List.of("At rest", "Under the mouse", "With the keyboard", "Pressed")) {
            for (Node row : rows.getChildrenUnmodifiable()) {
              List<Node> parts = ((Parent) row).getChildrenUnmodifiable();
              if (((Label) parts.getFirst()).getText().equals(words)) {
                Button button = (Button) parts.get(1);
                button.applyCss();
                seen.add(fill(button) + " " + edge(button));
              }
            }
          }
          return seen;
        });
    assertEquals(4, looks.size(), looks::toString);
  }

  private static String fill(Region control) {
    return control.getBackground().getFills().stream().map(BackgroundFill::getFill).toList() + "";
  }

  private static String edge(Region control) {
    return control.getBorder() == null
        ? "none"
        : control.getBorder().getStrokes().stream().map(BorderStroke::getTopStroke).toList() + "";
  }

  private Region halls() {
    return (Region) ((ScrollPane) console.find("#gallery")).getContent();
  }

  private static void collect(Node node, List<Text> into) {
    boolean there = node.isVisible() && node.getOpacity() > 0 && !node.isDisabled();
    if (there && node instanceof Text text && !text.getText().isBlank()) {
      // What a gauge writes in no colour is not written.
      if (!Color.TRANSPARENT.equals(text.getFill())) {
        into.add(text);
      }
    } else if (there && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  /// Of the part of a text that is on the picture; what is cut away by a list stands out.
  private static double contrast(WritableImage picture, Region halls, Text text) {
    Bounds own = halls.sceneToLocal(text.localToScene(text.getLayoutBounds()));
    int left = Math.max(0, (int) own.getMinX());
    int top = Math.max(0, (int) own.getMinY());
    int right = Math.min((int) picture.getWidth(), (int) Math.ceil(own.getMaxX()));
    int bottom = Math.min((int) picture.getHeight(), (int) Math.ceil(own.getMaxY()));
    return right - left < 2 || bottom - top < 2
        ? Contrast.between(Color.WHITE, Color.BLACK)
        : Contrast.in(picture, left, top, right - left, bottom - top);
  }
}
