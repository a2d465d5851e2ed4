package ai.cryox.app.theme;

import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one set of icons: Feather, all of one stroke. They name places and deeds; what is wrong is
/// said by {@link Shapes}, which are read in monochrome. Never without a word or an accessible text
/// beside them.
public enum Icons {
  /// The wall.
  OVERVIEW(Feather.GRID),
  /// First steps.
  FIRSTSTEPS(Feather.FLAG),
  /// Alarms.
  ALARMS(Feather.BELL),
  /// Trends.
  TRENDS(Feather.ACTIVITY),
  /// Devices.
  DEVICE(Feather.THERMOMETER),
  /// Energy.
  ENERGY(Feather.ZAP),
  /// Reports.
  REPORTS(Feather.FILE_TEXT),
  /// Excursions.
  EXCURSIONS(Feather.TRENDING_UP),
  /// Alarm health.
  HEALTH(Feather.BAR_CHART_2),
  /// Handover.
  HANDOVER(Feather.CLIPBOARD),
  /// Storage profiles.
  PROFILES(Feather.SLIDERS),
  /// Who is called.
  CALLOUTS(Feather.PHONE_CALL),
  /// People and their rights.
  PEOPLE(Feather.USERS),
  /// Messages that could not be used.
  REJECTED(Feather.INBOX),
  /// Audit trail.
  AUDIT(Feather.BOOK_OPEN),
  /// The registry of devices.
  REGISTRY(Feather.HARD_DRIVE),
  /// The calibration register.
  CALIBRATIONS(Feather.CHECK_SQUARE),
  /// Servers.
  SERVERS(Feather.SERVER),
  /// How it looks.
  APPEARANCE(Feather.EYE),
  /// Dark and light.
  THEME(Feather.MOON),
  /// Settings.
  SETTINGS(Feather.SETTINGS),
  /// Help.
  HELP(Feather.HELP_CIRCLE),
  /// Find.
  FIND(Feather.SEARCH),
  /// As a table.
  TABLE(Feather.LIST),
  /// Where things stand.
  FLOOR_PLAN(Feather.MAP),
  /// A window for the wall.
  WALL_DISPLAY(Feather.MONITOR),
  /// A picture.
  PICTURE(Feather.IMAGE),
  /// Add.
  ADD(Feather.PLUS),
  /// Take away.
  REMOVE(Feather.TRASH_2),
  /// Change.
  EDIT(Feather.EDIT_2),
  /// Save.
  SAVE(Feather.DOWNLOAD),
  /// Print.
  PRINT(Feather.PRINTER),
  /// Copy.
  COPY(Feather.COPY),
  /// Close.
  CLOSE(Feather.X);

  private static final int SIZE = 16;

  private final Feather feather;

  Icons(Feather feather) {
    this.feather = feather;
  }

  /// The icon as a node in the colour of the text around it, style class `icon`.
  public Text node() {
    FontIcon node = FontIcon.of(feather, SIZE);
    node.getStyleClass().add("icon");
    return node;
  }
}
