package ai.cryox.app.alarms;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Asks how long: one of a few spans, or until a time of day. FX thread only, except {@link
/// #lasting}.
final class ShelfTime {
  private static final List<Duration> SPANS =
      List.of(
          Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8));
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final Messages messages;
  private final ZoneId zone;
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> spans = new ArrayList<>();
  private final ToggleButton until;
  private final TextField at = new TextField();
  private final HBox root;
  private volatile Choice chosen = new Choice(SPANS.getFirst(), "");

  /// What is chosen: a span, or words that should be a time of day where the span is zero.
  private record Choice(Duration span, String until) {}

  ShelfTime(ScreenContext context) {
    messages = context.messages();
    zone = context.units().zone();
    for (Duration span : SPANS) {
      spans.add(toggle(context.units().duration(span), "shelf-" + span.toMinutes()));
    }
    until = toggle(messages.text("shelve.until"), "shelf-until");
    at.setId("shelf-at");
    at.setPrefWidth(76);
    at.setPromptText("21:30");
    at.setAccessibleText(messages.text("shelve.until"));
    at.textProperty().addListener((_, _, _) -> until.setSelected(true));
    at.textProperty().addListener((_, _, _) -> choose());
    group.selectedToggleProperty().addListener((_, before, now) -> keepOne(before, now));
    spans.getFirst().setSelected(true);
    root = Nodes.row(6);
    root.getChildren().addAll(spans);
    root.getChildren().addAll(until, at);
  }

  private ToggleButton toggle(String text, String id) {
    ToggleButton toggle = new ToggleButton(text);
    toggle.getStyleClass().add("flat-button");
    toggle.setId(id);
    toggle.setToggleGroup(group);
    toggle.setAccessibleText(text);
    toggle.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return toggle;
  }

  private void keepOne(Toggle before, Toggle now) {
    if (now == null) {
      group.selectToggle(before);
    }
    choose();
  }

  private void choose() {
    int index = spans.indexOf(group.getSelectedToggle());
    chosen =
        index >= 0
            ? new Choice(SPANS.get(index), "")
            : new Choice(Duration.ZERO, at.getText().trim());
  }

  Node node() {
    return root;
  }

  /// Where the keyboard goes first.
  Node first() {
    return spans.getFirst();
  }

  /// How long from now; any thread.
  ///
  /// @throws IllegalArgumentException if what was typed is no time of day, with a sentence
  Duration lasting(Instant now) {
    Choice choice = chosen;
    return choice.span().isZero() ? until(choice.until(), now) : choice.span();
  }

  /// The time of day that comes next, which may be tomorrow's.
  private Duration until(String words, Instant now) {
    try {
      ZonedDateTime here = now.atZone(zone);
      ZonedDateTime end = here.with(LocalTime.parse(words, TIME));
      return Duration.between(here, end.isAfter(here) ? end : end.plusDays(1));
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException(messages.text("shelve.noTime", words), noTime);
    }
  }
}
