package ai.cryox.app.alarms;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What a person can do to the alarms selected: buttons, each with its key, of which those are to
/// be seen that make sense in this part of the list. FX thread only.
final class Deeds {
  private final ScreenContext context;
  private final Runnable afterwards;
  private final HBox row = Nodes.row(8);
  private final Map<Deed, Button> buttons = new EnumMap<>(Deed.class);
  private final Supplier<List<Alarm>> selected;

  /// @param selected the alarms that are selected at that moment
  /// @param afterwards run when something was done
  Deeds(ScreenContext context, Supplier<List<Alarm>> selected, Runnable afterwards) {
    this.context = context;
    this.selected = selected;
    this.afterwards = afterwards;
    for (Deed deed : Deed.values()) {
      String name = context.messages().of("deed", deed);
      Button button = Nodes.button(name, deed.key().getName(), () -> run(deed));
      button.setId("deed-" + deed.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      button.setMinWidth(Region.USE_PREF_SIZE);
      String why = context.messages().of("deedwhy", deed);
      button.setTooltip(new Tooltip(why));
      button.setAccessibleHelp(why);
      buttons.put(deed, button);
    }
  }

  HBox node() {
    return row;
  }

  /// Shows what can be done in a part of the list.
  void segment(Segment segment) {
    row.getChildren()
        .setAll(
            buttons.entrySet().stream()
                .filter(entry -> entry.getKey().isIn(segment))
                .map(Map.Entry::getValue)
                .toList());
  }

  /// A deed that fits nothing selected cannot be done.
  void refresh() {
    List<Alarm> alarms = selected.get();
    buttons.forEach((deed, button) -> button.setDisable(alarms.stream().noneMatch(deed::fits)));
  }

  /// Does what the key stands for.
  ///
  /// @return whether it stands for anything here
  boolean key(KeyCode code) {
    for (var entry : buttons.entrySet()) {
      if (entry.getKey().key() == code && row.getChildren().contains(entry.getValue())) {
        run(entry.getKey());
        return true;
      }
    }
    return false;
  }

  private void run(Deed deed) {
    List<Alarm> fitting = selected.get().stream().filter(deed::fits).toList();
    if (fitting.isEmpty()) {
      context.frame().say(context.messages().of("nothingTo", deed));
      return;
    }
    List<String> ids = fitting.stream().map(Alarm::alarmId).toList();
    List<AlarmKey> keys = fitting.stream().map(Alarm::key).toList();
    var session = context.session();
    DeedCard card =
        new DeedCard(
            context,
            afterwards,
            Undo.of(deed, fitting, session.alarmActions(), context.clock()::instant),
            context.messages().of("done", deed));
    switch (deed) {
      case ACKNOWLEDGE -> card.send(() -> session.alarmActions().acknowledge(ids, ""));
      case COMMENT -> card.comment(ids);
      case RESET -> card.send(() -> session.alarmActions().reset(ids, ""));
      case UNSHELVE -> card.send(() -> session.alarmActions().unshelve(keys, ""));
      case RETURN_TO_SERVICE -> card.send(() -> session.alarmActions().returnToService(keys, ""));
      case SHELVE -> card.shelve(keys);
      case TAKE_OUT_OF_SERVICE -> card.outOfService(keys);
    }
  }
}
