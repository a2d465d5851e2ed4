package ai.cryox.app.pictures;

import java.util.Locale;

/// How the cold store is when its pictures are taken.
public enum PictureState {
  /// Nobody has sent anything yet.
  EMPTY,
  /// A day without open trouble.
  NORMAL,
  /// Half the units in trouble.
  ALARMS,
  /// Looking at a server that has just gone.
  DISCONNECTED;

  /// As file names have it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
