package ai.cryox.app.preferences;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Everything that can be chosen, with a search over all of it. FX thread only.
public final class SettingsView implements Screen {
  private static final double WIDEST = 980;

  private final ScreenContext context;
  private final Map<String, List<SettingRow>> sections = new LinkedHashMap<>();
  private final TextField search;
  private final VBox content = new VBox(20);
  private final BorderPane root = new BorderPane();

  /// @param choices what chooses
  public SettingsView(ScreenContext context, Choices choices) {
    this.context = context;
    var messages = context.messages();
    sections.put(messages.text("settings.appearance"), choices.appearance());
    sections.put(messages.text("settings.reading"), choices.reading());
    sections.put(messages.text("settings.sound"), choices.sound());
    sections.put(messages.text("settings.monitoring"), choices.monitoring());
    sections.put(messages.text("settings.developers"), choices.developers());
    search = SearchField.of(messages, "settings-search", messages.text("settings.search"));
    search.setPrefWidth(280);
    search.textProperty().addListener((_, _, words) -> show(words));
    var bar =
        Nodes.tools(
            12, Nodes.label(messages.text("nav.settings"), "page-title"), Nodes.spacer(), search);
    bar.setPadding(new Insets(0, 0, 12, 0));
    bar.setMaxWidth(WIDEST);
    content.setMaxWidth(WIDEST);
    content.setId("settings");
    root.getStyleClass().add("screen");
    root.setTop(bar);
    root.setCenter(Nodes.scroll(content));
    show("");
  }

  private void show(String words) {
    content.getChildren().clear();
    sections.forEach((section, rows) -> {
      List<SettingRow> wanted = rows.stream().filter(row -> row.says(section, words)).toList();
      if (!wanted.isEmpty()) {
        content.getChildren().add(panel(section, wanted));
      }
    });
    if (content.getChildren().isEmpty()) {
      Label nothing = Nodes.empty(context.messages().text("settings.nothing"));
      content.getChildren().add(nothing);
    }
  }

  private static Node panel(String section, List<SettingRow> rows) {
    VBox panel = new VBox(16);
    panel.getStyleClass().add("panel");
    rows.forEach(row -> panel.getChildren().add(row.node()));
    return new VBox(8, Nodes.label(section, "panel-title"), panel);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    // Nothing here follows what is live.
  }

  @Override
  public void detach() {
    search.clear();
  }

  @Override
  public void focus() {
    search.requestFocus();
  }
}
