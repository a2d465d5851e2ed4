package ai.cryox.app.preferences;

import ai.cryox.app.finder.Command;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.sound.Siren;
import ai.cryox.app.text.Degrees;
import ai.cryox.app.text.Language;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Wording;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Motion;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.alarm.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// What can be chosen, and what a choice does: it shows at once and is remembered on this machine.
/// FX thread only.
public final class Choices {
  /// Under which name it is remembered whether the status bar shows how smooth the window runs.
  public static final String WATCH = "developer.frames";

  private static final Duration TRIED = Duration.seconds(2.5);

  private final ScreenContext context;
  private final Messages messages;
  private final Theme theme;
  private final Runnable refurnish;
  private final List<Command> ways;
  private final String place;
  private final Label size = Nodes.label("", "bold");
  private final Choice<ThemePreference> colours;
  private final Choice<Motion> motion;

  /// @param refurnish makes all screens anew, in another language or with other degrees
  /// @param ways to the screens where monitoring is set up
  /// @param place where the window looks
  public Choices(
      ScreenContext context, Theme theme, Runnable refurnish, List<Command> ways, String place) {
    this.place = place;
    this.context = context;
    this.messages = context.messages();
    this.theme = theme;
    this.refurnish = refurnish;
    this.ways = List.copyOf(ways);
    colours = choice("theme", ThemePreference.values(), "theme", one -> like(look().with(one)));
    motion = choice("motion", Motion.values(), "motion", one -> like(look().with(one)));
    theme.appearance().addListener((_, _, now) -> show(now));
  }

  List<SettingRow> appearance() {
    Button smaller =
        Nodes.button(
            messages.text("appearance.smaller"),
            messages.key("Ctrl+−"),
            () -> like(look().larger(-1)));
    Button larger =
        Nodes.button(
            messages.text("appearance.larger"),
            messages.key("Ctrl++"),
            () -> like(look().larger(1)));
    larger.setId("text-larger");
    smaller.setId("text-smaller");
    size.setId("text-size");
    show(look());
    return List.of(
        row("colours", colours.node()),
        row("size", Nodes.row(12, smaller, size, larger)),
        row("motion", motion.node()));
  }

  private Appearance look() {
    return theme.appearance().get();
  }

  private void like(Appearance wish) {
    theme.prefer(wish);
    wish.keep(context.remembered());
  }

  /// Somebody may have chosen by keys meanwhile.
  private void show(Appearance now) {
    colours.choose(now.theme());
    motion.choose(now.motion());
    size.setText(messages.text("appearance.size", context.units().count(now.percent())));
  }

  List<SettingRow> reading() {
    Wording now = Wording.of(context.remembered());
    Choice<Language> language =
        choice("language", Language.values(), "language", one -> read(now.in(one)));
    language.choose(now.language());
    Choice<Degrees> degrees =
        choice("degrees", Degrees.values(), "degrees", one -> read(now.in(one)));
    degrees.choose(now.degrees());
    return List.of(row("language", language.node()), row("degrees", degrees.node()));
  }

  private void read(Wording wish) {
    wish.keep(context.remembered());
    refurnish.run();
  }

  List<SettingRow> sound() {
    Button hear = Nodes.button(messages.text("settings.hear"), "", this::hear);
    hear.setId("setting-hear");
    return List.of(row("siren", hear));
  }

  private void hear() {
    Siren siren = new Siren();
    siren.play(Severity.WARNING);
    PauseTransition end = new PauseTransition(TRIED);
    end.setOnFinished(_ -> {
      if (siren.isMute()) {
        context.frame().say(messages.text("bar.quietWhy"));
      }
      siren.close();
    });
    end.play();
  }

  List<SettingRow> monitoring() {
    List<SettingRow> rows = new ArrayList<>();
    rows.add(row("place", Nodes.label(place, "bold")));
    for (Command way : ways) {
      String why = messages.textOr("settingwhy.%s".formatted(way.id()), "");
      if (!why.isEmpty()) {
        Button open = Nodes.button(messages.text("settings.open"), way.key(), way.action());
        open.setId("setting-" + way.id());
        rows.add(new SettingRow(way.title(), why, open));
      }
    }
    return rows;
  }

  List<SettingRow> developers() {
    CheckBox watch = new CheckBox(messages.text("settings.watch"));
    watch.setId("setting-watch");
    watch.setSelected(context.remembered().number(WATCH, 0) == 1);
    watch.setOnAction(_ -> context.remembered().put(WATCH, watch.isSelected() ? 1 : 0));
    return List.of(row("frames", watch));
  }

  private SettingRow row(String name, Node control) {
    return new SettingRow(
        messages.text("settingtitle.%s".formatted(name)),
        messages.text("settingwhy.%s".formatted(name)),
        control);
  }

  private <E extends Enum<E>> Choice<E> choice(
      String name, E[] values, String prefix, Consumer<E> onChoose) {
    return new Choice<>(name, List.of(values), one -> messages.of(prefix, one), onChoose);
  }
}
