package ai.cryox.backend.series;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The id that most devices give a reading, `{deviceId}_{yyyyMMdd}_{HHmmss}` in UTC: it says
/// nothing new, so it need not be kept.
final class CanonicalId {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
  private static final int STAMP_LENGTH = "yyyyMMdd_HHmmss".length();

  /// The day that the last id spoke of, and its digits.
  private long day = Long.MIN_VALUE;

  private String dayDigits = "";

  String of(String deviceId, long time) {
    return deviceId + "_" + STAMP.format(Instant.ofEpochMilli(time));
  }

  boolean is(String id, String deviceId, long time) {
    int at = deviceId.length();
    if (id.length() != at + 1 + STAMP_LENGTH || id.charAt(at) != '_' || !id.startsWith(deviceId)) {
      return false;
    }
    long second = Math.floorDiv(time, 1000L);
    int ofDay = (int) Math.floorMod(second, 86_400L);
    return id.startsWith(dayDigits(Math.floorDiv(second, 86_400L)), at + 1)
        && id.charAt(at + 9) == '_'
        && isTwoDigits(id, at + 10, ofDay / 3600)
        && isTwoDigits(id, at + 12, ofDay / 60 % 60)
        && isTwoDigits(id, at + 14, ofDay % 60);
  }

  private String dayDigits(long wanted) {
    if (wanted != day) {
      day = wanted;
      dayDigits = STAMP.format(Instant.ofEpochSecond(wanted * 86_400L)).substring(0, 8);
    }
    return dayDigits;
  }

  private static boolean isTwoDigits(String text, int at, int number) {
    return text.charAt(at) == '0' + number / 10 && text.charAt(at + 1) == '0' + number % 10;
  }
}
