package ai.cryox.app.profiles;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.app.text.Units;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.StorageProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A profile to be changed. It says at once what makes no sense, and which limits that is about. FX
/// thread only.
final class ProfileForm {
  private static final List<Level> FROM_THE_TOP =
      List.of(Level.HIGH_HIGH, Level.HIGH, Level.LOW, Level.LOW_LOW);

  private final Messages messages;
  private final StorageProfile original;
  private final Runnable onChange;
  private final TextField name = new TextField();
  private final List<LimitRow> rows = new ArrayList<>();
  private final BudgetRows budgets;
  private final CheckBox rated;
  private final Field<Double> perMinute;
  private final Field<Duration> over;
  private final Label trouble = Nodes.trouble();
  private final VBox root;

  /// @param onChange run after each change
  ProfileForm(Units units, StorageProfile profile, boolean changeable, Runnable onChange) {
    messages = units.messages();
    original = profile;
    this.onChange = onChange;
    name.setId("profile-name");
    name.setText(profile.name());
    name.textProperty().addListener((_, _, _) -> changed());
    trouble.setId("profile-trouble");
    budgets = new BudgetRows(units, profile.cumulative(), this::changed);
    RateLimit rate = profile.rate();
    rated = new CheckBox(messages.text("profile.rated"));
    rated.setSelected(rate != null);
    rated.selectedProperty().addListener((_, _, _) -> changed());
    String fast = messages.text("profile.perMinute");
    perMinute = new Field<>(fast, Typed::number, messages.text("profile.noNumber", fast));
    perMinute.with(units.decimal(rate == null ? 1 : rate.perMinute())).wide(84);
    String mean = messages.text("profile.over");
    over = new Field<>(mean, Typed::span, messages.text("profile.noSpan", mean));
    over.with(units.duration(rate == null ? Duration.ofMinutes(5) : rate.over())).wide(100);
    perMinute.onChange(_ -> changed());
    over.onChange(_ -> changed());
    root = new VBox(14, form(units).node(), trouble);
    root.setDisable(!changeable);
    say();
  }

  private Form form(Units units) {
    Form form = new Form().add(messages.text("profile.name"), name);
    form.add(messages.text("profile.id"), Nodes.label(original.id(), "mono"));
    form.heading(messages.text("profile.limits")).wide(limits(units));
    form.heading(messages.text("profile.budgets")).wide(budgets.node());
    form.heading(messages.text("profile.rate"));
    form.wide(
        Nodes.row(
            8,
            rated,
            perMinute.node(),
            Nodes.label(messages.text("profile.perMinute"), "muted"),
            over.node()));
    return form;
  }

  private Node limits(Units units) {
    GridPane grid = new GridPane(12, 8);
    grid.getStyleClass().add("limit-grid");
    int column = 1;
    for (String key : List.of("value", "inclusive", "deadband", "onDelay", "offDelay")) {
      Label title = Nodes.label(messages.text("profile." + key), "box-name");
      title.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(title, column++, 0);
    }
    for (Level level : FROM_THE_TOP) {
      LimitRow row = new LimitRow(level, units, original.limit(level), this::changed);
      rows.add(row);
      row.addTo(grid, rows.size());
    }
    return grid;
  }

  Node node() {
    return root;
  }

  TextField first() {
    return name;
  }

  private void changed() {
    say();
    onChange.run();
  }

  /// Whether it can be saved.
  boolean makesSense() {
    return trouble.getText().isEmpty();
  }

  /// The profile as it stands; call it only if it {@link #makesSense}.
  StorageProfile profile() {
    return profile(null);
  }

  private StorageProfile profile(@Nullable Level without) {
    Map<Level, Limit> limits = new EnumMap<>(Level.class);
    for (LimitRow row : rows) {
      if (row.isUsed() && row.level() != without) {
        limits.put(row.level(), row.limit());
      }
    }
    return new StorageProfile(
        original.id(), name.getText().trim(), limits, budgets.budgets(), rate());
  }

  private @Nullable RateLimit rate() {
    Double fast = perMinute.value();
    Duration mean = over.value();
    return rated.isSelected() && fast != null && mean != null ? new RateLimit(fast, mean) : null;
  }

  private void say() {
    String nonsense = nonsense();
    try {
      List<String> problems = nonsense == null ? profile().problems() : List.of(nonsense);
      Nodes.say(trouble, String.join("\n", problems));
      rows.forEach(row -> row.blame(nonsense == null && isAbout(row, problems)));
    } catch (IllegalArgumentException refused) {
      Nodes.say(trouble, String.valueOf(refused.getMessage()));
    }
  }

  private @Nullable String nonsense() {
    for (LimitRow row : rows) {
      String sentence = row.nonsense();
      if (sentence != null) {
        return sentence;
      }
    }
    if (rated.isSelected() && (perMinute.value() == null || over.value() == null)) {
      return perMinute.value() == null ? perMinute.hint() : over.hint();
    }
    return budgets.nonsense();
  }

  /// A sentence is about a limit if it is not said without it.
  private boolean isAbout(LimitRow row, List<String> problems) {
    return row.isUsed() && !profile(row.level()).problems().containsAll(problems);
  }
}
