package ai.cryox.app.text;

import java.util.regex.Pattern;

/// Ids of places as people read them. Pure.
public final class PlaceName {
  private static final Pattern MACHINE_MADE = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

  private PlaceName() {}

  /// `warehouse_001` as `Warehouse 001`; an id that already has capitals or blanks stays as it is.
  public static String of(String id) {
    if (!MACHINE_MADE.matcher(id).matches()) {
      return id;
    }
    String words = id.replace('_', ' ').replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
