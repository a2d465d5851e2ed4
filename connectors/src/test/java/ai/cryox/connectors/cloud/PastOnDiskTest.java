package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastOnDiskTest {
  private static final String TOKEN = "hush-hush-token";

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock();
  private final List<CloudHttp> open = new ArrayList<>();
  private TaggedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TaggedServer();
  }

  @AfterEach
  void stop() {
    open.forEach(CloudHttp::close);
    server.close();
  }

  private CloudSettings settings(URI address) {
    return CloudSettings.of("S", address, Place.FACILITY_SERVER)
        .withRequestsPerHour(100)
        .in(folder);
  }

  private CloudHttp console(String whose) {
    return console(whose, server.address());
  }

  private CloudHttp console(String whose, URI address) {
    Credentials known =
        new Credentials() {
          @Override
          public @Nullable String token() {
            return TOKEN;
          }

          @Override
          public boolean refresh(CloudHttp http) {
            return false;
          }
        };
    CloudSettings settings = settings(address);
    CloudHttp http = new CloudHttp(settings, new Budget(100, null, clock), known, clock);
    http.keepPast(
        Objects.requireNonNull(
            PastFolders.of(settings, whose, FileTime.fromMillis(1).toInstant())));
    open.add(http);
    return http;
  }

  private CloudHttp again(CloudHttp before, String whose) {
    before.close();
    open.remove(before);
    return console(whose);
  }

  private static HttpUrl readings(CloudHttp http, String from, String until) {
    return http.url("readings")
        .addQueryParameter("deviceId", "temp_001")
        .addQueryParameter("startTime", from)
        .addQueryParameter("endTime", until)
        .build();
  }

  private static HttpUrl hour(CloudHttp http) {
    return readings(http, "2026-03-01T07:00:00Z", "2026-03-01T08:00:00Z");
  }

  private static String body(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsKeptIsNotSentAgainAndOutlivesARestart() {
    CloudHttp http = console("ada");
    assertEquals("{\"items\":[1]}", body(http.past(hour(http))));
    http = again(http, "ada");
    Answer answer = http.past(hour(http));
    assertEquals("{\"items\":[1]}", body(answer));
    assertNull(answer.asOf(), "the server agreed just now");
    assertEquals(List.of(200, 304), server.answered);
    server.content("{\"items\":[1,2]}");
    assertEquals("{\"items\":[1,2]}", body(http.past(hour(http))));
    assertEquals(List.of(200, 304, 200), server.answered);
  }

  @Test
  void aServerThatDoesNotAnswerIsReplacedByWhatWasKeptWithItsAge() {
    CloudHttp http = console("ada");
    http.past(hour(http));
    clock.move(Duration.ofMinutes(10));
    http.past(hour(http));
    Instant confirmed = clock.instant();
    clock.move(Duration.ofMinutes(5));
    assertNull(http.pastAsOf());
    server.breakDown();
    Answer kept = http.past(hour(http));
    assertEquals("{\"items\":[1]}", body(kept));
    assertEquals(confirmed, kept.asOf());
    assertEquals(confirmed, http.pastAsOf());
    Answer part = http.past(readings(http, "2026-03-01T07:30:00Z", "2026-03-01T08:15:00Z"));
    assertEquals(confirmed, part.asOf(), "a part of the period is better than nothing");
    HttpUrl elsewhere = readings(http, "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z");
    CloudHttp same = http;
    assertEquals(
        Kind.UNREACHABLE, assertThrows(CallException.class, () -> same.past(elsewhere)).kind());
    HttpUrl live = hour(http);
    assertThrows(CallException.class, () -> same.get(Lane.LIVE, live), "never shown as live");
  }

  @Test
  void whenTheServerAnswersAgainNothingKeptIsShown() throws IOException {
    CloudHttp http = console("ada");
    http.past(hour(http));
    server.breakDown();
    http.past(hour(http));
    assertEquals(MovedClock.START, http.pastAsOf());
    server.repair();
    assertNull(http.past(hour(http)).asOf());
    assertNull(http.pastAsOf());
  }

  @Test
  void whoMayNotSeeItAnyMoreDoesNotSeeWhatWasKept() {
    CloudHttp http = console("ada");
    http.past(hour(http));
    server.refuse(503);
    assertEquals("{\"items\":[1]}", body(http.past(hour(http))), "it only has trouble");
    server.refuse(401);
    assertThrows(CallException.class, () -> http.past(hour(http)));
    server.refuse(403);
    assertThrows(CallException.class, () -> http.past(hour(http)));
    server.breakDown();
    assertThrows(CallException.class, () -> http.past(hour(http)), "and it is forgotten");
  }

  @Test
  void nobodySeesWhatAnotherPersonOrServerAnswered() throws IOException {
    CloudHttp ada = console("ada");
    ada.past(hour(ada));
    server.breakDown();
    CloudHttp bob = console("bob");
    assertThrows(CallException.class, () -> bob.past(hour(bob)));
    CloudHttp elsewhere = console("ada", freePort());
    assertThrows(CallException.class, () -> elsewhere.past(hour(elsewhere)));
    assertEquals("{\"items\":[1]}", body(ada.past(hour(ada))));
  }

  private static URI freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  @Test
  void whatIsNotToBeKeptIsNot() {
    server.cacheControl("no-store");
    CloudHttp http = console("ada");
    http.past(hour(http));
    server.breakDown();
    assertThrows(CallException.class, () -> http.past(hour(http)));
  }

  @Test
  void noTokenGetsToTheDisk() throws IOException {
    server.alsoSend("Vary", "Authorization");
    server.alsoSend("Set-Cookie", "session=" + TOKEN);
    CloudHttp http = console("ada");
    http.past(hour(http));
    http.close();
    int files = 0;
    for (Path file : files()) {
      assertFalse(
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TOKEN),
          file::toString);
      files++;
    }
    assertTrue(files >= 3, "journal, headers and body: " + files);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aDamagedAnswerIsThrownAwayWithALogLineAndFetchedAgain() throws IOException {
    CloudHttp http = console("ada");
    http.past(hour(http));
    http.close();
    open.clear();
    for (Path file : files()) {
      if (file.getFileName().toString().endsWith(".1")) {
        byte[] body = Files.readAllBytes(file);
        body[body.length - 6] ^= 0x10;
        Files.write(file, body);
      }
    }
    List<String> said = new ArrayList<>();
    Logger log = Logger.getLogger(PastOnDisk.class.getName());
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            said.add(line.getMessage());
          }

          @Override
          public void flush() {
            // Nothing waits.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    log.addHandler(ear);
    try {
      CloudHttp again = console("ada");
      assertEquals("{\"items\":[1]}", body(again.past(hour(again))));
      assertEquals(List.of(200, 304, 200), server.answered);
      assertTrue(said.getFirst().contains("damaged"), said::toString);
      server.breakDown();
      assertThrows(CallException.class, () -> again.past(hour(again)));
    } finally {
      log.removeHandler(ear);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotKept() {
    server.breakOffAfter(5);
    CloudHttp http = console("ada");
    assertThrows(CallException.class, () -> http.past(hour(http)));
    server.breakDown();
    assertThrows(CallException.class, () -> http.past(hour(http)));
  }

  @Test
  void onlyAFewPeopleAreRememberedAndTheFirstToGoIsWhoWasAwayForLongest() {
    CloudSettings settings = settings(server.address());
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i <= PastFolders.MOST_PEOPLE; i++) {
      folders.add(PastFolders.of(settings, "p" + i, MovedClock.START.plusSeconds(60L * i)));
    }
    assertFalse(Files.exists(folders.getFirst()));
    folders.subList(1, folders.size()).forEach(one -> assertTrue(Files.exists(one)));
  }

  @Test
  void aSecondConsoleOfTheSamePersonDoesNotDisturbTheFirst() {
    CloudHttp first = console("ada");
    CloudHttp second = console("ada");
    first.past(hour(first));
    second.past(hour(second));
    server.breakDown();
    assertEquals("{\"items\":[1]}", body(first.past(hour(first))));
    assertThrows(CallException.class, () -> second.past(hour(second)));
  }
}
