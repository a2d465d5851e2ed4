package ai.cryox.app.callouts;

import ai.cryox.app.screen.BeingRead;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.CalloutPlan;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who hears of alarms: people, rosters, policies and mutes, saved as one plan; channels; and what
/// was sent. There is no form before the plan is known, and an answer that comes late never takes
/// the place of what was typed meanwhile. FX thread only.
public final class CalloutsView implements Screen {
  private final ScreenContext context;
  private final Messages messages;
  private final PlanDraft draft;
  private final PlanForms forms;
  private final ChannelsPane channels;
  private final SentPane sent;
  private final Choice<Part> part;
  private final Button save;
  private final Button discard;
  private final Label trouble = Nodes.trouble();
  private final Label gaps = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final BeingRead being;
  private boolean known;
  private boolean saving;
  private int reading;

  /// A page not yet filled.
  public CalloutsView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    save = Nodes.button(messages.text("profile.save"), messages.key("Ctrl+S"), this::save);
    save.setId("callouts-save");
    save.getStyleClass().add("primary");
    discard = Nodes.button(messages.text("callouts.discard"), "", this::discard);
    discard.setId("callouts-discard");
    trouble.setId("callouts-trouble");
    gaps.setId("callouts-gaps");
    gaps.setWrapText(true);
    gaps.setMinHeight(Region.USE_PREF_SIZE);
    being = new BeingRead(messages, "callouts-reading", this::read);
    draft = new PlanDraft(CalloutPlan.DEFAULT, this::changed);
    forms = new PlanForms(context, draft);
    channels = new ChannelsPane(context);
    sent = new SentPane(context);
    part =
        new Choice<>("part", List.of(Part.values()), one -> messages.of("part", one), this::enter);
    root.getStyleClass().add("screen");
    root.setTop(bar());
    VBox below = new VBox(4, trouble, gaps);
    below.setPadding(new Insets(8, 0, 0, 0));
    root.setBottom(below);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    enter(Part.PEOPLE);
  }

  private Node bar() {
    Button drill =
        Nodes.button(messages.text("drill.open"), "D", () -> new DrillCard(context).open());
    drill.setId("drill");
    for (Button button : List.of(drill, discard, save)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region room = Nodes.spacer();
    var bar = Nodes.tools(8, part.node(), room, drill, discard, save);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      save.fire();
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown() || isTyping(event)) {
      return;
    }
    if (event.getCode() == KeyCode.D) {
      new DrillCard(context).open();
      event.consume();
    } else if (event.getCode() == KeyCode.N && known && part.chosen().isPlan()) {
      forms.add(part.chosen());
      event.consume();
    }
  }

  /// A box that can be typed in hands the keys on to its field only after this.
  private static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl
        || (event.getTarget() instanceof ComboBoxBase<?> box && box.isEditable());
  }

  private void enter(Part wanted) {
    draft.forgetNonsense();
    switch (wanted) {
      case PEOPLE, ROSTERS, POLICIES, MUTES ->
          root.setCenter(known ? forms.show(wanted) : being.node());
      case CHANNELS -> {
        root.setCenter(channels.node());
        channels.read();
      }
      case SENT -> {
        root.setCenter(sent.node());
        sent.read();
      }
    }
    changed();
  }

  private void changed() {
    if (part == null) {
      return;
    }
    boolean plan = known && part.chosen().isPlan();
    List<String> problems = plan ? draft.problems() : List.of();
    Nodes.say(trouble, String.join("\n", problems));
    List<String> holes = plan && problems.isEmpty() ? draft.plan().gaps() : List.of();
    Nodes.say(gaps, holes.isEmpty() ? "" : messages.text("callouts.gaps", String.join(" ", holes)));
    discard.setDisable(!plan || !draft.isChanged());
    boolean channel = part.chosen() == Part.CHANNELS;
    save.setDisable(!channel && (saving || !plan || !draft.isChanged() || !problems.isEmpty()));
  }

  private void save() {
    if (part.chosen() == Part.CHANNELS) {
      channels.save();
      return;
    }
    CalloutPlan wanted = draft.plan();
    saving = true;
    changed();
    context
        .background()
        .call(
            () -> context.session().callouts().savePlan(wanted),
            stored -> {
              saving = false;
              // What was asked for before is older than what is stored now.
              reading++;
              draft.saved(wanted, stored);
              context.frame().say(messages.text("callouts.saved"));
            },
            sentence -> {
              saving = false;
              changed();
              Nodes.say(trouble, sentence);
            });
  }

  private void discard() {
    draft.discard();
    enter(part.chosen());
    read();
  }

  private void read() {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> context.session().callouts().plan(),
            plan -> {
              if (mine == reading) {
                take(plan);
              }
            },
            sentence -> {
              being.failed(sentence);
              context.frame().say(sentence);
            });
  }

  /// Forms that show this plan already, or that somebody has begun to change, stay as they are.
  private void take(CalloutPlan plan) {
    if (known && (saving || draft.isChanged() || draft.plan().equals(plan))) {
      return;
    }
    known = true;
    draft.begin(plan);
    if (part.chosen().isPlan()) {
      enter(part.chosen());
    }
  }

  /// Lets somebody try out who is called.
  public static void drill(ScreenContext context) {
    new DrillCard(context).open();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    if (!draft.isChanged()) {
      being.begin();
      read();
    }
  }

  @Override
  public void detach() {
    // What was typed stays.
  }

  @Override
  public void focus() {
    part.focus();
  }
}
