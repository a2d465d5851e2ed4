package ai.cryox.app.rules;

import ai.cryox.app.finder.Command;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The cards of rules that a backend has, each with a key of its own. FX thread only.
public final class RuleCards {
  private static final double KEEPING_WIDTH = 620;
  private static final double DESIGN_WIDTH = 720;
  private static final double ROUTES_WIDTH = 840;

  private final ScreenContext context;

  public RuleCards(ScreenContext context) {
    this.context = context;
  }

  /// Which rules there are.
  public enum Rule {
    /// Which alarms must be reset, and how long a shelf may be.
    DESIGN(Feature.ALARM_DESIGN, "Ctrl+1"),
    /// How long things are kept.
    KEEPING(Feature.RETENTION, "Ctrl+2"),
    /// Which kind of message a payload is read as.
    ROUTES(Feature.ROUTES, "Ctrl+3");

    private final Feature feature;
    private final String key;

    Rule(Feature feature, String key) {
      this.feature = feature;
      this.key = key;
    }
  }

  /// The ways to the cards, for those that the backend knows.
  public List<Command> commands() {
    return Arrays.stream(Rule.values()).filter(this::isThere).map(this::command).toList();
  }

  private boolean isThere(Rule rule) {
    return context.session().features().contains(rule.feature);
  }

  private Command command(Rule rule) {
    String name = rule.name().toLowerCase(Locale.ROOT);
    return new Command(
        "rules-" + name,
        context.messages().of("rules", rule),
        context.messages().key(rule.key),
        false,
        () -> open(rule));
  }

  /// Opens a card, or says that the backend has no such rules.
  public void open(Rule rule) {
    if (!isThere(rule)) {
      context.frame().say(context.messages().text("feature.none"));
      return;
    }
    switch (rule) {
      case DESIGN -> openDesign();
      case KEEPING -> openKeeping();
      case ROUTES -> openRoutes();
    }
  }

  private void openDesign() {
    new RuleCard<>(
            context,
            "design",
            Action.EDIT_ALARM_DESIGN,
            () -> context.session().alarmDesign(),
            (_, design) -> {
              context.session().saveAlarmDesign(design);
              return true;
            },
            design -> new DesignForm(context.units(), design))
        .open(DESIGN_WIDTH);
  }

  private void openRoutes() {
    new RuleCard<>(
            context,
            "routes",
            Action.EDIT_ROUTES,
            () -> context.session().routes(),
            (_, routes) -> !context.session().saveRoutes(routes).isEmpty(),
            routes -> new RoutesForm(context.messages(), routes))
        .open(ROUTES_WIDTH);
  }

  private void openKeeping() {
    new RuleCard<>(
            context,
            "keeping",
            Action.EDIT_RETENTION,
            () -> context.session().retention(),
            this::keep,
            days -> new KeepingForm(context.units(), facilities(), days))
        .open(KEEPING_WIDTH);
  }

  private boolean keep(Map<String, Integer> before, Map<String, Integer> wanted) {
    Session session = context.session();
    wanted.forEach((facility, days) -> {
      if (!days.equals(before.get(facility))) {
        session.keepFor(facility, days);
      }
    });
    return true;
  }

  private List<String> facilities() {
    return List.copyOf(
        context.session().live().latest().devices().stream()
            .map(live -> live.device().facilityId())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
