package ai.cryox.app.trends;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is above a trend: how far back, whether it moves on with the time, what it is compared
/// with, and the ways out of the window. FX thread only.
final class TrendsBar {
  private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");

  /// Days back, by the buttons' order: nothing, yesterday, a week ago.
  static final List<Integer> COMPARED_DAYS = List.of(0, 1, 7);

  private final ScreenContext context;
  private final Messages messages;
  private final Map<TrendSpan, ToggleButton> spans = new EnumMap<>(TrendSpan.class);
  private final Button live;
  private final Label period = Nodes.label("", "muted");
  private final Choice<Integer> compared;
  private final DayPick day;
  private final VBox root;

  /// What the bar asks for.
  interface Wishes {
    void lookBack(TrendSpan span);

    void toggleLive();

    void compare(int days);

    void compareWith(LocalDate day);

    void savePicture();

    void copyPicture();

    void saveNumbers();
  }

  TrendsBar(ScreenContext context, Wishes wishes, Node progress) {
    this.context = context;
    messages = context.messages();
    var row = Nodes.flow(Nodes.label(messages.text("nav.trends"), "page-title"));
    for (TrendSpan span : TrendSpan.values()) {
      ToggleButton button = new ToggleButton(messages.of("trendSpan", span));
      button.getStyleClass().add("flat-button");
      button.setId("trend-" + span.name().toLowerCase(Locale.ROOT));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setAccessibleText(
          messages.text("trends.lastSpan", button.getText()) + ", " + span.key());
      button.setOnAction(_ -> wishes.lookBack(span));
      spans.put(span, button);
      row.getChildren().add(button);
    }
    live = Nodes.button(messages.text("trends.live"), "L", wishes::toggleLive);
    live.setId("trend-live");
    live.getStyleClass().add("live-button");
    compared = new Choice<>("trend-compare", COMPARED_DAYS, this::comparedWords, wishes::compare);
    day = new DayPick(context.units(), wishes::compareWith);
    row.getChildren().addAll(live, compared.node(), day.node());
    period.setId("trend-period");
    Region second =
        Nodes.tools(
            8,
            period,
            Nodes.spacer(),
            progress,
            button("trends.picture", "I", wishes::savePicture),
            button("trends.copy", messages.key("Ctrl+C"), wishes::copyPicture),
            button("trends.numbers", "X", wishes::saveNumbers));
    root = new VBox(8, row, second);
    root.setPadding(new Insets(0, 0, 12, 0));
  }

  private Button button(String key, String shortcut, Runnable action) {
    Button button = Nodes.button(messages.text(key), shortcut, action);
    button.setId(key.replace('.', '-'));
    return button;
  }

  private String comparedWords(int days) {
    return switch (days) {
      case 0 -> messages.text("trends.compare0");
      case 1 -> messages.text("trends.compare1");
      default -> messages.text("trends.compare7");
    };
  }

  Node node() {
    return root;
  }

  /// Says what is shown.
  void show(TrendsModel model) {
    TimeWindow view = model.view();
    spans.forEach((span, button) ->
        button.setSelected(model.isLive() && view.span() == span.length().toMillis()));
    String text = messages.text(model.isLive() ? "trends.live" : "trends.fixed");
    if (!text.equals(live.getText())) {
      live.setText(text);
      live.setAccessibleText(
          messages.text(model.isLive() ? "trends.liveWhat" : "trends.fixedWhat") + ", L");
    }
    live.pseudoClassStateChanged(FIXED, !model.isLive());
    String words =
        messages.text(
            "trends.period",
            context.units().dayTime(view.start()),
            context.units().dayTime(view.end()),
            context.units().zoneName(view.end()),
            context.units().duration(Duration.ofMillis(view.span())));
    if (!words.equals(period.getText())) {
      period.setText(words);
    }
    if (COMPARED_DAYS.contains(model.comparedDays())) {
      compared.choose(model.comparedDays());
      day.show(null);
    } else {
      compared.chooseNone();
      day.show(
          view.end().atZone(context.units().zone()).toLocalDate().minusDays(model.comparedDays()));
    }
  }

  /// Puts the keyboard where the day to compare with is chosen.
  void askDay() {
    day.ask();
  }
}
