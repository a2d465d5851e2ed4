package ai.cryox.app.shell;

import ai.cryox.app.alarms.AlarmsView;
import ai.cryox.app.audit.AuditView;
import ai.cryox.app.calibrations.CalibrationsView;
import ai.cryox.app.callouts.CalloutsView;
import ai.cryox.app.device.DeviceView;
import ai.cryox.app.device.GaugeExhibit;
import ai.cryox.app.energy.EnergyView;
import ai.cryox.app.excursions.ExcursionsView;
import ai.cryox.app.gallery.GalleryView;
import ai.cryox.app.handover.HandoverView;
import ai.cryox.app.health.HealthView;
import ai.cryox.app.overview.FloorPlanView;
import ai.cryox.app.overview.OverviewModel;
import ai.cryox.app.overview.OverviewView;
import ai.cryox.app.overview.TileExhibit;
import ai.cryox.app.people.PeopleView;
import ai.cryox.app.preferences.Choices;
import ai.cryox.app.preferences.SettingsView;
import ai.cryox.app.profiles.ProfilesView;
import ai.cryox.app.registry.RegistryView;
import ai.cryox.app.rejected.RejectedView;
import ai.cryox.app.reports.ReportsView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.seat.Seats;
import ai.cryox.app.servers.ServersView;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.start.FirstStepsView;
import ai.cryox.app.start.Workshop;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.trends.PenExhibit;
import ai.cryox.app.trends.TrendsView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The screens there are, each made when it is first wanted. FX thread only.
final class Screens {
  private final ScreenContext context;
  private final @Nullable Travel travel;
  private final @Nullable Seats seats;
  private final @Nullable Workshop workshop;
  private final Supplier<Choices> choices;
  private final Consumer<ThemePreference> wear;
  private final Map<Class<? extends Destination>, Screen> made = new HashMap<>();

  /// @param choices what the settings choose with
  /// @param wear puts another theme on for now
  Screens(
      ScreenContext context,
      ConsoleContext console,
      Supplier<Choices> choices,
      Consumer<ThemePreference> wear) {
    this.choices = choices;
    this.wear = wear;
    this.context = context;
    this.travel = console.travel();
    this.seats = console.seats();
    this.workshop = console.workshop();
  }

  /// Whether there is something to set up here.
  boolean canHelp() {
    return workshop != null;
  }

  /// The screen that shows a destination.
  Screen of(Destination destination) {
    return made.computeIfAbsent(destination.getClass(), _ -> make(destination));
  }

  /// Whether there is one already.
  boolean isMade(Destination destination) {
    return made.containsKey(destination.getClass());
  }

  private Screen make(Destination destination) {
    return switch (destination) {
      case Destination.Overview _ ->
          new OverviewView(context, new OverviewModel(context.units(), context.still()::get));
      case Destination.FloorPlan _ -> new FloorPlanView(context);
      case Destination.Alarms _ -> new AlarmsView(context);
      case Destination.OneDevice _ -> new DeviceView(context);
      case Destination.Trends _ -> new TrendsView(context);
      case Destination.Energy _ -> new EnergyView(context);
      case Destination.Health _ -> new HealthView(context);
      case Destination.Handover _ -> new HandoverView(context);
      case Destination.Profiles _ -> new ProfilesView(context);
      case Destination.Callouts _ -> new CalloutsView(context);
      case Destination.Servers _ -> new ServersView(context, Objects.requireNonNull(travel));
      case Destination.Settings _ -> new SettingsView(context, choices.get());
      case Destination.Rejected _ -> new RejectedView(context);
      case Destination.Excursions _ -> new ExcursionsView(context);
      case Destination.FirstSteps _ ->
          new FirstStepsView(context, seats, Objects.requireNonNull(workshop));
      case Destination.People _ -> new PeopleView(context);
      case Destination.Audit _ -> new AuditView(context);
      case Destination.Reports _ -> new ReportsView(context);
      case Destination.Registry _ -> new RegistryView(context);
      case Destination.Calibrations _ -> new CalibrationsView(context);
      case Destination.Gallery _ -> gallery();
    };
  }

  private Screen gallery() {
    return new GalleryView(
        context,
        List.of(
            TileExhibit.of(context),
            BarExhibit.of(context),
            GaugeExhibit.of(context),
            PenExhibit.of(context)),
        wear);
  }
}
