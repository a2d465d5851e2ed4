package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.alarm.Severity;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Which alarms a person wants to see: of a facility, of a severity, with a word in them. FX thread
/// only.
final class AlarmFilter {
  private final Messages messages;
  private final Runnable onChange;
  private final MenuButton facilities = menu("facility");
  private final MenuButton severities = menu("severity");
  private final TextField words;
  private final Node root;
  private List<String> offered = List.of();
  private @Nullable String facility;
  private @Nullable Severity severity;

  /// @param onChange run when something else is wanted
  AlarmFilter(Messages messages, Runnable onChange) {
    this.messages = messages;
    this.onChange = onChange;
    words = SearchField.of(messages, "alarm-filter", messages.text("alarms.filter"));
    words.setPrefWidth(220);
    words.setMinWidth(110);
    words.textProperty().addListener((_, _, _) -> onChange.run());
    offer(
        severities,
        "alarms.severity",
        List.of(Severity.CRITICAL, Severity.WARNING),
        choice -> messages.of("severity", choice),
        choice -> severity = choice);
    offerFacilities(List.of());
    root = Nodes.row(8, facilities, severities);
  }

  private static MenuButton menu(String name) {
    MenuButton menu = new MenuButton();
    menu.setId("filter-" + name);
    menu.getStyleClass().add("flat-button");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  /// The choices of facility and severity.
  Node menus() {
    return root;
  }

  /// The field for words.
  Node words() {
    return words;
  }

  /// Offers the facilities there are.
  void facilities(Stream<String> present) {
    List<String> ids = List.copyOf(present.collect(Collectors.toCollection(TreeSet::new)));
    if (!ids.equals(offered)) {
      offered = ids;
      facility = null;
      offerFacilities(ids);
      onChange.run();
    }
  }

  private void offerFacilities(List<String> ids) {
    offer(facilities, "alarms.facility", ids, PlaceName::of, choice -> facility = choice);
  }

  private <C> void offer(
      MenuButton menu,
      String key,
      List<C> choices,
      Function<C, String> name,
      Consumer<@Nullable C> choose) {
    ToggleGroup one = new ToggleGroup();
    String all = messages.text("alarms.all");
    RadioMenuItem any = item(menu, one, key, all, () -> choose.accept(null));
    menu.getItems().setAll(any);
    for (C choice : choices) {
      menu.getItems().add(item(menu, one, key, name.apply(choice), () -> choose.accept(choice)));
    }
    any.setSelected(true);
    label(menu, key, all);
  }

  private RadioMenuItem item(
      MenuButton menu, ToggleGroup one, String key, String name, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setToggleGroup(one);
    item.setOnAction(_ -> {
      label(menu, key, name);
      choose.run();
      onChange.run();
    });
    return item;
  }

  private void label(MenuButton menu, String key, String name) {
    menu.setText(messages.text(key, name));
    menu.setAccessibleText(menu.getText());
  }

  /// Whether this row is wanted.
  boolean wants(AlarmRow row, AlarmWords in) {
    Locale locale = messages.locale();
    return (facility == null || facility.equals(row.alarm().facilityId()))
        && (severity == null || severity == row.alarm().severity())
        && row.holds(words.getText().trim().toLowerCase(locale), in);
  }
}
