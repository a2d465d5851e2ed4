package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// The reports that are made by themselves: what comes next, what became of those so far, and what
/// can be done with each. FX thread only.
final class ScheduleCard {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 190;

  private final ScreenContext context;
  private final Messages messages;
  private final ScheduleWords words;
  private final Schedules schedules;
  private final Label placeholder = Nodes.empty("");
  private final WordTable<Scheduled> table;
  private final Label trouble = Nodes.trouble();
  private final Consumer<StoredReport> opened;
  private final ScheduleRuns runs;
  private final Button pause;
  private final Button run;
  private final Button remove;
  private final Refilled<Scheduled> list;
  private @Nullable String toSelect;
  private int reading;

  private ScheduleCard(ScreenContext context, Schedules schedules, Consumer<StoredReport> opened) {
    this.context = context;
    this.opened = opened;
    this.runs = new ScheduleRuns(context, this::look);
    this.messages = context.messages();
    this.words = new ScheduleWords(context.units());
    this.schedules = schedules;
    pause = button("schedule-pause", "", this::pause);
    run = button("schedule-run", messages.text("schedule.run"), this::run);
    remove = button("schedule-remove", messages.text("schedule.remove"), this::remove);
    trouble.setId("schedule-trouble");
    table = new WordTable<>(messages, "schedules", "schedule.title", placeholder);
    table.setPrefHeight(HEIGHT);
    table.column("schedule.what", 310, one -> words.what(one, context.session().live().latest()));
    table.column("schedule.when", 180, words::when);
    table.column("schedule.next", 140, one -> words.next(one, context.clock().instant()));
    table.column("schedule.last", 290, words::last);
    list = new Refilled<>(table, one -> one.schedule().scheduleId(), this::offer);
  }

  /// Shows them, where the backend makes reports by itself.
  ///
  /// @param opened is told which report is to be looked at
  static void open(ScreenContext context, Consumer<StoredReport> opened) {
    Optional<Schedules> schedules = context.session().reports().schedules();
    schedules.ifPresent(all -> new ScheduleCard(context, all, opened).open());
  }

  /// Whether there is anything to show.
  static boolean isThere(ScreenContext context) {
    return context.session().reports().schedules().isPresent();
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = Nodes.button(text, "", action);
    button.setId(id);
    return button;
  }

  private void open() {
    Button add = button("schedule-add", messages.text("schedule.add"), this::add);
    add.setVisible(context.session().who().grants().maySomewhere(Action.SET_UP_REPORTS));
    add.setManaged(add.isVisible());
    Button close = Nodes.button(messages.text("action.close"), "Esc", context.frame()::closeCard);
    close.setCancelButton(true);
    Card card =
        new Card(messages.text("schedule.title"), WIDTH)
            .text(messages.text("schedule.text"))
            .add(table)
            .add(trouble)
            .add(runs.node())
            .buttons(runs.button(), run, pause, remove, Nodes.spacer(), add, close);
    context.frame().openCard(card.node(), table);
    offer(table.selected());
    read();
  }

  private void look(StoredReport report) {
    context.frame().closeCard();
    opened.accept(report);
  }

  private void add() {
    new NewScheduleCard(
            context,
            schedules,
            added -> {
              toSelect = added.scheduleId();
              open();
            })
        .open();
  }

  private void read() {
    int mine = ++reading;
    placeholder.setText(messages.text("schedule.reading"));
    context
        .background()
        .call(
            schedules::list,
            all -> {
              if (mine == reading) {
                show(all);
              }
            },
            sentence -> {
              placeholder.setText(messages.text("screen.notRead"));
              refused(sentence);
            });
  }

  private void show(List<Scheduled> all) {
    String wanted = toSelect;
    toSelect = null;
    placeholder.setText(messages.text("schedule.none"));
    if (wanted == null) {
      list.fill(all);
    } else {
      list.fill(all, wanted);
    }
  }

  private void refused(String sentence) {
    context.frame().refuse(trouble, sentence);
  }

  private void offer(@Nullable Scheduled row) {
    boolean mayChange = row != null && may(row, Action.SET_UP_REPORTS);
    boolean isActive = row != null && row.schedule().state() == State.ACTIVE;
    pause.setText(messages.text(row != null && !isActive ? "schedule.resume" : "schedule.pause"));
    pause.setDisable(!mayChange);
    remove.setDisable(!mayChange);
    run.setDisable(row == null || !isActive || !may(row, Action.MAKE_REPORT));
    Nodes.say(trouble, row == null ? "" : words.trouble(row));
    runs.show(row);
  }

  private boolean may(Scheduled row, Action action) {
    return context.session().who().grants().may(action, row.schedule().order().facilityId());
  }

  private void pause() {
    Scheduled row = table.selected();
    if (row != null) {
      boolean isActive = row.schedule().state() == State.ACTIVE;
      move(
          row,
          isActive ? State.PAUSED : State.ACTIVE,
          isActive ? "schedule.paused" : "schedule.resumed");
    }
  }

  private void remove() {
    Scheduled row = table.selected();
    if (row != null) {
      move(row, State.REMOVED, "schedule.removed");
    }
  }

  /// Each has its way back.
  private void move(Scheduled row, State to, String said) {
    State before = row.schedule().state();
    String id = row.schedule().scheduleId();
    context
        .background()
        .call(
            () -> schedules.move(id, to),
            moved -> {
              context.frame().offerUndo(messages.text(said, id), () -> moveBack(id, before));
              read();
            },
            this::refused);
  }

  private void moveBack(String id, State to) {
    toSelect = id;
    context.background().call(() -> schedules.move(id, to), moved -> read(), context.frame()::say);
  }

  private void run() {
    Scheduled row = table.selected();
    if (row == null) {
      return;
    }
    String id = row.schedule().scheduleId();
    context
        .background()
        .call(
            () -> schedules.run(id),
            begun -> {
              context.frame().say(messages.text("schedule.begun", id));
              read();
            },
            this::refused);
  }
}
