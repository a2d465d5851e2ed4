package ai.cryox.app.shell;

import javafx.scene.layout.BorderPane;

/// What the parts of the frame give up where there is little room, so that nothing is out of reach
/// and no alarm is cut to dots. FX thread only.
final class LittleRoom {
  /// Below this width, px, navigation keeps its icons only.
  private static final double FOR_NAMES = 1_100;

  /// Below this width, px, screens are moved by bars: windows are no narrower, but what is enlarged
  /// has less room than they have.
  private static final double FOR_SCREENS = 1_000;

  /// Below this width, px, the worst alarm has a line of its own: it must never be cut to dots.
  private static final double FOR_HEADLINE = 1_200;

  private final ScreenRoom room;
  private final AlarmBar alarmBar;
  private final Navigation navigation;

  /// @param frame around all of them: navigation follows its width by itself
  LittleRoom(BorderPane frame, ScreenRoom room, AlarmBar alarmBar, Navigation navigation) {
    this.room = room;
    this.alarmBar = alarmBar;
    this.navigation = navigation;
    frame
        .widthProperty()
        .addListener((_, _, width) -> navigation.narrow(width.doubleValue() < FOR_NAMES));
  }

  /// Fits alarm bar and screen into this width, px; at each beat. Not while the width changes: that
  /// is within a layout, which this changes.
  void fit(double width) {
    boolean tight = width > 0 && width < FOR_SCREENS;
    room.tighten(tight || room.needs() > width - navigation.node().getLayoutBounds().getWidth());
    alarmBar.tighten(width > 0 && width < FOR_HEADLINE);
  }
}
