package ai.cryox.app.rules;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// For how many days what devices say is kept: a number for each facility of which somebody has
/// said one, and one for all others. To keep less deletes for good, so that must be said once more.
/// FX thread only.
final class KeepingForm implements RuleForm<Map<String, Integer>> {
  /// Stands for all facilities of which nobody has said anything.
  static final String ALL_OTHERS = "";

  /// What they keep until somebody says otherwise: five years.
  private static final int USUAL = 1_826;

  private static final int MOST = 36_525;
  private static final int DAYS_A_YEAR = 365;
  private static final double NUMBER = 90;
  private static final double HIGHEST = 300;

  private final Units units;
  private final Messages messages;
  private final Map<String, Integer> before;
  private final Map<String, Field<Integer>> fields = new LinkedHashMap<>();
  private final CheckBox less = new CheckBox();
  private final VBox root;

  /// @param facilities ids of those there are
  KeepingForm(Units units, List<String> facilities, Map<String, Integer> before) {
    this.units = units;
    this.messages = units.messages();
    this.before = Map.copyOf(before);
    Form form = new Form();
    add(form, ALL_OTHERS, messages.text("rules.keepingOthers"));
    Map<String, Integer> all = new TreeMap<>(before);
    facilities.forEach(id -> all.putIfAbsent(id, 0));
    all.keySet().stream().filter(id -> !id.isEmpty()).forEach(id -> add(form, id, units.place(id)));
    less.setText(messages.text("rules.keepingLess"));
    less.setId("keeping-less");
    less.managedProperty().bind(less.visibleProperty());
    VBox rows = new VBox(form.node());
    ScrollPane scroll = Nodes.scroll(rows);
    scroll.setMaxHeight(HIGHEST);
    root = new VBox(12, scroll, less);
    root.setId("keeping");
    check();
  }

  private void add(Form form, String id, String place) {
    String hint = messages.text("rules.keepingNoDays", place);
    Field<Integer> field = new Field<>(place, typed -> days(id, typed), hint);
    Label years = Nodes.label("", "muted");
    field.wide(NUMBER).node().setId("keep-" + (id.isEmpty() ? "others" : id));
    field.onChange(days -> {
      years.setText(words(days));
      check();
    });
    fields.put(id, field);
    int now = before.getOrDefault(id, id.isEmpty() ? USUAL : 0);
    field.with(now == 0 ? "" : Integer.toString(now));
    years.setText(words(now));
    form.add(place, Nodes.row(8, field.node(), Nodes.label(messages.text("rules.days")), years));
  }

  /// Nothing typed is 0, where nobody has said anything yet.
  private @Nullable Integer days(String id, String typed) {
    String plain = typed.strip();
    if (plain.isEmpty()) {
      return id.isEmpty() || before.containsKey(id) ? null : 0;
    }
    if (!plain.matches("\\d{1,5}")) {
      return null;
    }
    int days = Integer.parseInt(plain);
    return days >= 1 && days <= MOST ? days : null;
  }

  private String words(@Nullable Integer days) {
    if (days == null) {
      return "";
    }
    return days == 0
        ? messages.text("rules.keepingAsOthers")
        : messages.text("rules.years", units.decimal(Math.floor(10.0 * days / DAYS_A_YEAR) / 10));
  }

  private void check() {
    less.setVisible(isLess());
    if (!isLess()) {
      less.setSelected(false);
    }
  }

  /// Whether anything would be kept for a shorter time than now.
  private boolean isLess() {
    return fields.entrySet().stream()
        .anyMatch(one -> {
          Integer days = one.getValue().value();
          return days != null && days > 0 && days < heldNow(one.getKey());
        });
  }

  private int heldNow(String id) {
    return before.getOrDefault(id, before.getOrDefault(ALL_OTHERS, USUAL));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Node first() {
    return fields.values().iterator().next().node();
  }

  @Override
  public void freeze() {
    fields.values().forEach(field -> field.node().setEditable(false));
  }

  @Override
  public Map<String, Integer> typed() {
    Map<String, Integer> wanted = new TreeMap<>(before);
    fields.forEach((id, field) -> {
      Integer days = field.value();
      if (days == null) {
        throw new IllegalArgumentException(field.hint());
      }
      boolean isUsual = id.isEmpty() && days == USUAL && !before.containsKey(id);
      if (days > 0 && !isUsual) {
        wanted.put(id, days);
      }
    });
    if (isLess() && !less.isSelected()) {
      throw new IllegalArgumentException(messages.text("rules.keepingSayLess"));
    }
    return wanted;
  }
}
