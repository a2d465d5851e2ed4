package ai.cryox.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-07-01T10:00:00.123Z");
  private final InstantSource clock = () -> now;

  private LogFile open(long bytes, int files, int days) throws IOException {
    return new LogFile(new LogSettings(folder, LogLevel.INFO, bytes, files, days), clock, BERLIN);
  }

  private void say(LogFile log, Level level, String message) {
    LogRecord said = new LogRecord(level, message);
    said.setLoggerName("ai.cryox.Test");
    said.setInstant(now);
    log.publish(said);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve(LogFile.NAME));
  }

  @Test
  void aLineSaysWhenWithTheOffsetHowBadByWhomAndWhat() throws IOException {
    LogFile log = open(1_000, 5, 5);
    say(log, Level.WARNING, "The store is full.");
    now = Instant.parse("2026-12-01T10:00:00Z");
    say(log, Level.FINE, "not at this level");
    log.close();
    assertEquals(
        "2026-07-01T12:00:00.123+02:00 WARNING ai.cryox.Test: The store is full.\n", text());
  }

  @Test
  void nobodyOutsideCanBeginALine() throws IOException {
    LogFile log = open(1_000, 5, 5);
    say(log, Level.INFO, "device a\n2026-07-01T12:00:00.123+02:00 ERROR x: forged\r");
    log.close();
    assertEquals(1, text().lines().count());
  }

  @Test
  void aStackTraceIsIndentedBelowItsLine() throws IOException {
    LogFile log = open(100_000, 5, 5);
    LogRecord said = new LogRecord(Level.SEVERE, "broken");
    said.setLoggerName("x");
    said.setThrown(new IllegalStateException("password=geheim"));
    log.publish(said);
    log.close();
    List<String> lines = text().lines().toList();
    assertTrue(lines.get(1).startsWith("    java.lang.IllegalStateException: password=***"));
    assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("    ")));
  }

  @Test
  void aLongFileIsPutAsideAndOnlySoManyAreKept() throws IOException {
    LogFile log = open(200, 2, 5);
    for (int i = 0; i < 10; i++) {
      say(log, Level.INFO, "x".repeat(100));
      now = now.plusMillis(1);
    }
    log.close();
    assertEquals(3, names().size(), names()::toString);
    for (String name : names()) {
      assertTrue(Files.size(folder.resolve(name)) <= 200);
    }
  }

  @Test
  void aFileIsPutAsideAfterADayAlsoOverRestartsAndIsDeletedWhenItIsOld() throws IOException {
    LogFile first = open(10_000, 50, 3);
    say(first, Level.INFO, "one");
    first.close();
    now = now.plus(Duration.ofHours(23));
    LogFile second = open(10_000, 50, 3);
    say(second, Level.INFO, "two");
    assertEquals(1, names().size());
    now = now.plus(Duration.ofHours(1));
    say(second, Level.INFO, "three");
    assertEquals(2, names().size());
    assertTrue(text().endsWith("three\n"));
    assertEquals(1, text().lines().count());
    second.close();
    now = now.plus(Duration.ofDays(4));
    open(10_000, 50, 3).close();
    assertEquals(List.of(LogFile.NAME), names());
  }

  @Test
  void otherPeoplesFilesAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("cryox-notes.log"), "mine");
    open(10, 0, 0).close();
    assertEquals(List.of("cryox-notes.log", LogFile.NAME), names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=geheim",
        "the mqtt_password: geheim, and more",
        "{\"token\":\"geheim\"}",
        "Authorization: Bearer geheim.geheim",
        "ssl://user:geheim@broker",
        "HostName=h;DeviceId=d;SharedAccessKey=geheim",
        "SharedAccessSignature sr=x&sig=geheim&se=1"
      })
  void whatLooksLikeASecretIsCovered(String text) {
    assertFalse(Veil.over(text).contains("geheim"), Veil.over(text));
  }

  @Test
  void ordinarySentencesAreLeftAsTheyAre() {
    String text = "The key file /d/identity/key cannot be used: its 3 tokens are at //host:80/x.";
    assertEquals(text, Veil.over(text));
  }
}
